/** Describes every tag for editors and documentation, from the docstrings of `widgets/`. */
import {readFileSync} from 'node:fs';

/** What the names of types in the sources stand for, in the manifest, where nobody can look them up. */
const TYPES = {
  State: "'loading' | 'ready' | 'absent' | 'error'",
  ChartType: "'bar' | 'line' | 'doughnut'",
  LocaleTag: 'string',
  ReportTag: 'string',
  IndicatorTag: 'string',
  AreaTag: 'string',
  ReadyDetail:
    '{report?: string, indicator?: string | null, indicators?: string[], area?: string | null, href?: string}',
  ErrorDetail: `{code: ${faultCodes()}, message: string}`,
  ShowDetail: '{report: string, indicator: string}',
};

function faultCodes() {
  const source = readFileSync(new URL('../widgets/fault.ts', import.meta.url), 'utf8');
  return [.../type FaultCode =([^;]+);/.exec(source)[1].matchAll(/'[\w-]+'/g)].join(' | ');
}

const published = (path) => path?.replace(/^widgets\/(.+)\.ts$/, 'dist/widgets/$1.js');

function plainType(entry) {
  if (!entry?.type?.text) return;
  // Lists share these objects with one another.
  entry.type = {text: entry.type.text.replace(/\b[A-Z]\w*\b/g, (name) => TYPES[name] ?? name)};
}

/** Members that the tags use among themselves have `@internal` in their docstrings. */
const isPublic = (member) =>
  (member.privacy === undefined || member.privacy === 'public') && !member.internal && !member.static;

/** `state` is written by the element; style sheets and scripts read it. */
const STATES = {
  loading: 'Its report is on its way; the children are shown.',
  ready: 'It shows its data.',
  absent: 'The report does not say it; the children are shown.',
  error: 'The data cannot be had; the children are shown beside the reason.',
};

function complete(declaration, base) {
  // The analyzer lists an attribute twice over: those of a docstring lack what the property knows.
  const inherited = new Map(base?.attributes.map((attribute) => [attribute.name, attribute]));
  for (const attribute of declaration.attributes ?? []) {
    const own = inherited.get(attribute.name);
    if (own && declaration !== base) attribute.type = own.type && {...own.type};
    const member = declaration.members?.find(({name}) => name === attribute.fieldName);
    if (member?.reflects) attribute.reflects = true;
    plainType(attribute);
    // An attribute is text, and absent is absent.
    if (attribute.type) {
      attribute.type.text = attribute.type.text.replace(/ \| (?:object|null|undefined)\b/g, '');
    }
    if (attribute.name === 'state')
      Object.assign(attribute, {fieldName: 'state', reflects: true, readonly: true});
  }
  for (const member of declaration.members ?? []) {
    plainType(member);
    // An accessor of its own: the analyzer knows what Lit reflects.
    if (member.name === 'state') Object.assign(member, {attribute: 'state', reflects: true, readonly: true});
  }
  for (const event of declaration.events ?? []) {
    event.type ??= {text: 'CustomEvent'};
    plainType(event);
  }
  if (declaration.tagName && declaration.tagName !== 'qd-report') {
    declaration.states = Object.entries(STATES).map(([name, description]) => ({
      name,
      description,
      selector: `[state="${name}"]`,
    }));
  }
}

export default {
  globs: [
    'widgets/qd-*.ts',
    'widgets/report-element.ts',
    'widgets/view-element.ts',
    'widgets/list-element.ts',
  ],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'internal-members',
      analyzePhase({ts, node, moduleDoc}) {
        if (!ts.isClassDeclaration(node)) return;
        const declaration = moduleDoc.declarations?.find(({name}) => name === node.name?.getText());
        for (const member of node.members) {
          if (!ts.getJSDocTags(member).some((tag) => tag.tagName.getText() === 'internal')) continue;
          const found = declaration?.members?.find(({name}) => name === member.name?.getText());
          if (found) found.internal = true;
        }
      },
    },
    {
      name: 'published',
      packageLinkPhase({customElementsManifest}) {
        const {modules} = customElementsManifest;
        const all = modules.flatMap(({declarations}) => declarations);
        const base = all.find(({name}) => name === 'ReportElement');
        const internal = new Set(base.members.filter((member) => member.internal).map(({name}) => name));
        complete(base, base);
        for (const module of modules) {
          module.path = published(module.path);
          module.declarations = module.declarations.filter(({customElement}) => customElement);
          const names = new Set(module.declarations.map(({name}) => name));
          module.exports = module.exports.filter(
            ({kind, name}) => kind === 'custom-element-definition' || names.has(name),
          );
          for (const declaration of module.declarations) {
            declaration.members = declaration.members?.filter(
              (member) => isPublic(member) && !internal.has(member.name),
            );
            if (declaration !== base) complete(declaration, base);
            for (const list of ['members', 'attributes', 'events']) {
              for (const entry of declaration[list] ?? []) {
                delete entry.internal;
                if (entry.inheritedFrom) entry.inheritedFrom.module = published(entry.inheritedFrom.module);
              }
            }
            if (declaration.superclass?.module)
              declaration.superclass.module = published(declaration.superclass.module);
          }
          for (const entry of module.exports) {
            if (entry.declaration?.module) entry.declaration.module = published(entry.declaration.module);
          }
        }
      },
    },
  ],
};
