// The report format as JSON Schema and as a page: both from src/schema.ts, the words from its comments.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {runnerImport} from 'vite';
import * as z from 'zod';

const SCHEMA = fileURLToPath(new URL('../src/schema.ts', import.meta.url));

const sentence = (comment) =>
  comment
    .replace(/^\s*\/\*\*\s?|\s*\*\/\s*$/g, '')
    .replace(/\n\s*\* ?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The comments of a module by what they stand above: `observationSchema`, `observationSchema.basis`,
 * `reportSchema.source.text`. The formatter indents by two, so the indent says how deep a key stands.
 *
 * @param {string} source
 * @returns {Map<string, string>}
 */
export function schemaComments(source) {
  const found = new Map();
  const path = [];
  let comment;
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (/^\s*\/\*\*/.test(line)) {
      const first = at;
      while (!lines[at].includes('*/')) at++;
      comment = sentence(lines.slice(first, at + 1).join('\n'));
      continue;
    }
    const [, indent = '', constant, key, rest = ''] =
      /^( *)(?:(?:export )?const (\w+) =|(\w+):)(.*)$/.exec(line) ?? [];
    if (constant ?? key) {
      path.length = indent.length / 2;
      path.push(constant ?? key);
      if (comment) found.set(path.join('.'), comment);
    } else {
      const spread = /^( *)\.\.\.(\w+),$/.exec(line);
      if (spread) found.set(`${path.slice(0, spread[1].length / 2).join('.')}...${spread[2]}`, '');
    }
    if (constant ?? key ?? rest) comment = undefined;
  }
  return found;
}

/** The name that a schema has in the page and in `$defs`: `observationSchema` is `Observation`. */
const nameOf = (constant) => constant[0].toUpperCase() + constant.slice(1).replace(/Schema$/, '');

/** @returns {Promise<object>} The format as JSON Schema (draft 2020-12), with a description at each field that has one. */
export async function reportSchemaJson() {
  const {module} = await runnerImport(SCHEMA, {configFile: false, logLevel: 'error'});
  const comments = schemaComments(readFileSync(SCHEMA, 'utf8'));
  const names = z.registry();
  for (const [constant, schema] of Object.entries(module)) {
    if (constant.endsWith('Schema') && constant !== 'reportSchema') names.add(schema, {id: nameOf(constant)});
  }
  const json = z.toJSONSchema(module.reportSchema, {metadata: names});
  const describe = (node, path) => {
    for (const [key, field] of Object.entries(node.properties ?? {})) {
      const spread = [...comments.keys()].find((name) => name.startsWith(`${path}...`));
      const words =
        comments.get(`${path}.${key}`) ?? (spread && comments.get(`${spread.split('...')[1]}.${key}`));
      if (words) field.description = words;
      describe(field, `${path}.${key}`);
      if (field.items) describe(field.items, `${path}.${key}`);
    }
  };
  describe(json, 'reportSchema');
  for (const [name, definition] of Object.entries(json.$defs)) {
    const constant = `${name[0].toLowerCase()}${name.slice(1)}Schema`;
    delete definition.id;
    const words = comments.get(constant);
    if (words) definition.description = words;
    describe(definition, constant);
  }
  const {$schema, $defs, ...body} = json;
  return {
    $schema,
    title: 'qd-widgets report, format 1',
    description:
      'A published document and the figures taken from it. What the source does not say is absent.',
    ...body,
    $defs,
  };
}

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll('|', '\\|');

function typeOf(field) {
  if (field.$ref) {
    const name = field.$ref.split('/').pop();
    return `[${name}](#${name.toLowerCase()})`;
  }
  if ('const' in field) return code(JSON.stringify(field.const));
  if (field.enum) return field.enum.map(code).join(' ');
  if (field.type === 'array') return `list of ${field.items.properties ? 'objects' : typeOf(field.items)}`;
  if (field.properties) return 'object';
  return {integer: 'whole number', number: 'number', string: 'text'}[field.type] ?? field.type;
}

function limitsOf(field) {
  const limits = [];
  if (field.pattern) limits.push(`matches ${code(field.pattern)}`);
  if (field.maxLength) limits.push(`up to ${field.maxLength.toLocaleString('en')} characters`);
  if (field.maxItems) limits.push(`up to ${field.maxItems.toLocaleString('en')}`);
  if (field.minimum !== undefined && field.maximum < Number.MAX_SAFE_INTEGER)
    limits.push(`${field.minimum} to ${field.maximum}`);
  return limits.join('; ');
}

function rows(node, before = '') {
  return Object.entries(node.properties).flatMap(([key, field]) => {
    const nested = field.properties ? field : field.items?.properties ? field.items : undefined;
    const inside = nested ? rows(nested, `${before}${key}${field.items ? '[]' : ''}.`) : [];
    const isRequired = node.required?.includes(key);
    return [
      `| ${code(before + key)} | ${cell(typeOf(field))} | ${isRequired ? 'yes' : ''} | ${cell(
        [field.description, limitsOf(field)].filter(Boolean).join(' – '),
      )} |`,
      ...inside,
    ];
  });
}

function section(title, node) {
  const lines = [`## ${title}`, ''];
  if (node.description) lines.push(node.description, '');
  if (node.properties) {
    lines.push('| Field | Type | Required | Says |', '| --- | --- | --- | --- |', ...rows(node));
  } else {
    const limits = limitsOf(node);
    lines.push(
      node.additionalProperties
        ? `An object: keys match ${code(node.propertyNames.pattern)}, each value is text of ${node.additionalProperties.minLength} to ${node.additionalProperties.maxLength.toLocaleString('en')} characters.`
        : `${typeOf(node)}${limits ? `; ${limits}` : ''}`,
    );
  }
  return lines.join('\n');
}

/** @param {object} schema What {@link reportSchemaJson} gives. @returns {string} Markdown. */
export function reportFormatPage(schema) {
  const {$defs, ...report} = schema;
  return `# Report format 1

A report is one JSON file. Objects are strict: a misspelt key is an error. Nothing is filled in: what the source does not
say is absent. Offsets are UTF-16 code units into the source text, end exclusive. \`parseReport\` checks all of this page and
that the parts fit each other; \`qd check\` proves every figure against the text.

The same as [JSON Schema](report.schema.json), in the package as \`qd-widgets/report.schema.json\`. Editors that read JSON
Schema complete and check a report as you type.

${section('Report', {...report, description: undefined})}

${Object.entries($defs)
  .map(([name, node]) => section(name, node))
  .join('\n\n')}
`;
}
