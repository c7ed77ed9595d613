/**
 * What editors and frameworks know of the tags, made from dist/custom-elements.json: the lists for VS Code and
 * JetBrains, and the types for React, Preact, Vue and Svelte.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
const writeJson = (path, value) => writeFileSync(`${root}${path}`, `${JSON.stringify(value, null, 2)}\n`);

const byName = (a, b) => (a.name < b.name ? -1 : 1);

/** The literal values of a type, where it has nothing else. */
function valuesOf(text = '') {
  const options = text.split('|').map((option) => option.trim());
  return options.every((option) => /^'.*'$/.test(option)) ? options.map((option) => option.slice(1, -1)) : [];
}

/** Attributes with ids as values: what the bundled reports have, with their labels. */
function bundledValues() {
  const index = readFileSync(`${root}seeds/index.ts`, 'utf8');
  const say = (text) => text?.['zh-CN'] ?? text?.en;
  const reports = [...index.matchAll(/import\('\.\/([\w.-]+\.json)'\)/g)].map(([, file]) =>
    readJson(`seeds/${file}`),
  );
  const indicators = reports.flatMap(({observations}) =>
    observations.map(({indicator, label}) => ({name: indicator, description: say(label)})),
  );
  const areas = reports.flatMap((report) =>
    report.areas.map(({id, title}) => ({name: id, description: say(title)})),
  );
  const unique = (values) => [...new Map(values.map((value) => [value.name, value])).values()].sort(byName);
  return {
    report: reports.map(({id, title}) => ({name: id, description: say(title)})),
    indicator: unique(indicators),
    also: unique(indicators),
    area: unique(areas),
    locale: [{name: 'zh-CN'}, {name: 'en'}],
  };
}

function tagsOf(manifest) {
  return manifest.modules
    .flatMap(({path, declarations}) => declarations.map((declaration) => ({...declaration, path})))
    .filter(({tagName}) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
}

const settable = (attributes = []) => attributes.filter(({readonly}) => !readonly);

function vsCode(tags, known) {
  return {
    $schema:
      'https://raw.githubusercontent.com/microsoft/vscode-html-languageservice/main/docs/customData.schema.json',
    version: 1.1,
    tags: tags.map((tag) => ({
      name: tag.tagName,
      description: {kind: 'markdown', value: descriptionOf(tag)},
      attributes: settable(tag.attributes).map(({name, type, description}) => {
        const values = known[name] ?? valuesOf(type?.text).map((value) => ({name: value}));
        return {
          name,
          description: {kind: 'markdown', value: description},
          ...(type?.text === 'boolean' ? {valueSet: 'v'} : {}),
          ...(values.length ? {values} : {}),
        };
      }),
    })),
  };
}

/** With what an editor's list has no place for: slots, events, parts and custom properties. */
function descriptionOf({description, slots, events, cssParts, cssProperties}) {
  const list = (title, entries = []) =>
    entries.length
      ? `\n\n**${title}**\n${entries.map(({name, description: says}) => `- \`${name || 'default'}\`: ${says}`).join('\n')}`
      : '';
  return `${description}${list('Slots', slots)}${list('Events', events)}${list('Parts', cssParts)}${list('Custom properties', cssProperties)}`;
}

function webTypes({name, version}, tags, known) {
  const plain = (entries = []) => entries.map(({name: of, description}) => ({name: of, description}));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: tags.map((tag) => ({
          name: tag.tagName,
          description: tag.description,
          attributes: settable(tag.attributes).map(({name: of, type, description, default: initial}) => {
            const values = known[of]?.map((value) => value.name) ?? valuesOf(type?.text);
            return {
              name: of,
              description,
              ...(initial ? {default: initial.replaceAll("'", '')} : {}),
              value:
                type?.text === 'boolean'
                  ? {kind: 'no-value', type: 'boolean'}
                  : {
                      kind: 'plain',
                      type: values.length
                        ? `${values.map((value) => `'${value}'`).join(' | ')}${known[of] ? ' | string' : ''}`
                        : (type?.text ?? 'string'),
                    },
            };
          }),
          slots: plain(tag.slots),
          js: {
            properties: (tag.members ?? [])
              .filter(({kind}) => kind === 'field')
              .map(({name: of, type, description}) => ({name: of, description, type: type?.text})),
            events: (tag.events ?? []).map(({name: of, type, description}) => ({
              name: of,
              description,
              type: type?.text,
            })),
          },
          css: {parts: plain(tag.cssParts), properties: plain(tag.cssProperties)},
        })),
      },
    },
  };
}

const EVENTS = {'qd-ready': 'ReadyDetail', 'qd-error': 'ErrorDetail', 'qd-show': 'ShowDetail'};

/** What each tag takes, once for all frameworks. */
function tagTypes(tags) {
  const interfaces = tags.map((tag) => {
    const fields = settable(tag.attributes).flatMap(({name, fieldName, type, description}) => {
      const property = `${tag.name}['${fieldName}']`;
      const text = type?.text ?? '';
      // As text an attribute is as good as the property.
      const also = /\bnumber\b/.test(text) ? ' | `${number}`' : text === 'boolean' ? " | ''" : '';
      const line = (as) => `  /** ${description} */\n  ${as}?: ${property}${also} | undefined;`;
      return fieldName === name ? [line(name)] : [line(`'${name}'`), line(fieldName)];
    });
    const own = tag.events.map(({name}) => {
      if (!EVENTS[name]) throw new Error(`${tag.tagName}: the detail of ${name} has no type here`);
      return `  '${name}': CustomEvent<${EVENTS[name]}>;`;
    });
    return `/** What \`<${tag.tagName}>\` takes. */
export interface ${tag.name}Attributes {
${fields.join('\n')}
}

/** What \`<${tag.tagName}>\` dispatches. */
export interface ${tag.name}Events {
${own.join('\n')}
}
`;
  });
  return `${tags.map(({name, tagName}) => `import type {${name}${name === 'QdSource' ? ', ShowDetail' : ''}} from '../widgets/${tagName}.js';`).join('\n')}
import type {ErrorDetail, ReadyDetail} from '../widgets/report-element.js';

${interfaces.join('\n')}
/** What the frameworks' types are made of, by tag. */
export interface QdTags {
${tags.map(({name, tagName, description}) => `${comment(description)}\n  '${tagName}': {element: ${name}; attributes: ${name}Attributes; events: ${name}Events};`).join('\n')}
}
`;
}

const comment = (text) =>
  `  /**\n${text.replace(/\*\//g, '').replace(/^/gm, '   * ').replace(/ +$/gm, '')}\n   */`;

/** The tags in the words of a framework. */
function frameworkTypes(tags) {
  const table = (type) => tags.map(({tagName}) => `  '${tagName}': ${type(tagName)};`).join('\n');
  const tag = (name) => `Tag<'${name}'>`;
  const head = `import type {QdTags} from './tags.js';\n`;
  return {
    react: `import type {DetailedHTMLProps, HTMLAttributes} from 'react';
${head}
type Tag<Name extends keyof QdTags> = Omit<
  DetailedHTMLProps<HTMLAttributes<QdTags[Name]['element']>, QdTags[Name]['element']>,
  keyof QdTags[Name]['attributes']
> &
  QdTags[Name]['attributes'] & {
    [Event in keyof QdTags[Name]['events'] & string as \`on\${Event}\`]?: (event: QdTags[Name]['events'][Event]) => void;
  };

interface QdElements {
${table(tag)}
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends QdElements {}
  }
}
`,
    preact: `import type {ClassAttributes, HTMLAttributes} from 'preact';
${head}
type Tag<Name extends keyof QdTags> = Omit<
  HTMLAttributes<QdTags[Name]['element']> & ClassAttributes<QdTags[Name]['element']>,
  keyof QdTags[Name]['attributes']
> &
  QdTags[Name]['attributes'] & {
    [Event in keyof QdTags[Name]['events'] & string as \`on\${Event}\`]?: (event: QdTags[Name]['events'][Event]) => void;
  };

interface QdElements {
${table(tag)}
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends QdElements {}
  }
}
`,
    vue: `import type {HTMLAttributes, PublicProps} from 'vue';
${head}
type Camel<Text extends string> = Text extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : Text;

type Tag<Name extends keyof QdTags> = new () => {
  $props: Omit<HTMLAttributes, keyof QdTags[Name]['attributes']> &
    PublicProps &
    QdTags[Name]['attributes'] & {
      [Event in keyof QdTags[Name]['events'] & string as \`on\${Capitalize<Camel<Event>>}\`]?: (
        event: QdTags[Name]['events'][Event],
      ) => void;
    };
};

interface QdComponents {
${table(tag)}
}

declare module 'vue' {
  interface GlobalComponents extends QdComponents {}
}
`,
    svelte: `import type {HTMLAttributes} from 'svelte/elements';
${head}
type Tag<Name extends keyof QdTags> = Omit<HTMLAttributes<QdTags[Name]['element']>, keyof QdTags[Name]['attributes']> &
  QdTags[Name]['attributes'] & {
    [Event in keyof QdTags[Name]['events'] & string as \`on\${Event}\`]?: (event: QdTags[Name]['events'][Event]) => void;
  };

interface QdElements {
${table(tag)}
}

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends QdElements {}
}
`,
  };
}

/** Writes them all; dist/custom-elements.json and dist/types must stand already. */
export function writeEditorData() {
  const tags = tagsOf(readJson('dist/custom-elements.json'));
  const known = bundledValues();
  writeJson('dist/vscode.html-custom-data.json', vsCode(tags, known));
  writeJson('dist/web-types.json', webTypes(readJson('package.json'), tags, known));
  mkdirSync(`${root}dist/types`, {recursive: true});
  const write = (name, text) => writeFileSync(`${root}dist/types/${name}`, text);
  write('tags.d.ts', tagTypes(tags));
  // So that `import 'qd-widgets/react'` does nothing, instead of failing, where a tool keeps it.
  write('tags.js', 'export {};\n');
  for (const [name, text] of Object.entries(frameworkTypes(tags))) {
    write(`${name}.d.ts`, text);
    write(`${name}.js`, 'export {};\n');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeEditorData();
