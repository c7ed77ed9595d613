/**
 * The house rules that no published plugin has, for oxlint (see .oxlintrc.json): which way imports point, and
 * what strict pages forbid.
 */
import {dirname, relative, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

const pathOf = (file) => relative(root, file).split(sep).join('/');
const areaOf = (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '.');
const isCli = (path) => path.startsWith('src/cli/');

const IMPORTS_ZOD = ['src/schema.ts', 'src/zod-config.ts', 'src/parse-report.ts'];
/** Modules that carry zod with them. A page loads zod only when it brings a report of its own. */
const CARRIES_ZOD = [...IMPORTS_ZOD, 'src/prove-report.ts', 'src/index.ts'];

/** Areas that an area may import from, its own included. */
const REACHES = {
  '.': ['.', 'src', 'widgets', 'seeds'],
  src: ['src'],
  seeds: ['seeds'],
  widgets: ['widgets', 'src', 'seeds'],
  demo: ['demo', 'widgets', 'src', 'seeds', '.'],
};

/**
 * What is wrong with an import, if anything.
 *
 * @param {string} from - Path of the importing file, from the root.
 * @param {string} source - As written.
 * @param {{isType: boolean, isDynamic: boolean}} kind
 */
function faultOf(from, source, {isType, isDynamic}) {
  const area = areaOf(from);
  if (!source.startsWith('.')) return packageFaultOf(from, area, source, isType);

  const to = pathOf(resolve(root, dirname(from), source)).replace(/\.js$/, '.ts');
  const toArea = areaOf(to);
  if (!REACHES[area].includes(toArea)) {
    return `${area === '.' ? from : area} imports nothing from ${toArea === '.' ? to : toArea}: demo → widgets → src.`;
  }
  if (area === 'seeds' && !to.endsWith('.json')) return 'seeds import only their own JSON files.';
  if (isCli(to) && !isCli(from) && area !== '.') return 'Only the command line imports src/cli.';
  if (isType || isDynamic || !CARRIES_ZOD.includes(to)) return undefined;
  if (area === 'widgets') {
    return `${to} brings zod into the page: import its types, or load it with await import().`;
  }
  if (area === 'src' && !isCli(from) && !CARRIES_ZOD.includes(from)) {
    return `${to} brings zod with it, and widgets load this module: import its types, or use await import().`;
  }
  return undefined;
}

function packageFaultOf(from, area, source, isType) {
  const isNode = source.startsWith('node:');
  const name = source.split('/', source.startsWith('@') ? 2 : 1).join('/');
  if (area === 'seeds') return 'seeds import only their own JSON files.';
  if (isNode) {
    return isCli(from) ? undefined : `${source} exists in Node only: such modules are for src/cli.`;
  }
  if (name === 'zod') {
    return isType || IMPORTS_ZOD.includes(from) ? undefined : `zod is for ${IMPORTS_ZOD.join(', ')} only.`;
  }
  if (
    area === 'src' &&
    /^(?:lit|lit-html|lit-element|@lit|@lit-labs|chart\.js)$/.test(source.split('/')[0])
  ) {
    return `src has no DOM: ${name} is for widgets.`;
  }
  if (name === 'chart.js' && area === 'widgets' && !isType && !/(?:^|[-/])charts?(?:[-.]|$)/.test(from)) {
    return 'chart.js is heavy: only the modules named after charts import it.';
  }
  if (
    area === 'widgets' &&
    /\/(?:style-map|unsafe-html|unsafe-svg|unsafe-mathml|static-html|static)\.js$/.test(source)
  ) {
    return /style-map/.test(source)
      ? 'styleMap starts as an attribute, which a strict page blocks: bind .style=${…}.'
      : 'Nothing of a report is ever parsed as markup.';
  }
  return undefined;
}

/** `import {type A}` does not count: its import stays in the output, without the name. */
const isTypeOnly = (node) => node.importKind === 'type' || node.exportKind === 'type';

const importDirection = {
  create(context) {
    const from = pathOf(context.filename);
    if (!(areaOf(from) in REACHES) || (areaOf(from) === '.' && from !== 'index.ts')) return {};
    const check = (node, kind) => {
      if (typeof node?.value !== 'string') return;
      const message = faultOf(from, node.value, kind);
      if (message) context.report({node, message});
    };
    const declaration = (node) => check(node.source, {isType: isTypeOnly(node), isDynamic: false});
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: (node) => check(node.source, {isType: false, isDynamic: true}),
    };
  },
};

/** `style="…"` in a template is blocked by a strict content security policy; a property is not. */
const noStyleAttribute = {
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        if (!['html', 'svg', 'mathml'].includes(node.tag.name)) return;
        for (const part of node.quasi.quasis) {
          if (/[\s"']style\s*=/i.test(part.value.raw)) {
            context.report({
              node: part,
              message: 'A strict page blocks style attributes: use a class, or bind .style=${…}.',
            });
          }
        }
      },
      CallExpression(node) {
        const {callee, arguments: args} = node;
        if (callee.property?.name === 'setAttribute' && args[0]?.value === 'style') {
          context.report({node, message: 'A strict page blocks style attributes: set .style instead.'});
        }
      },
    };
  },
};

const MARKUP_MEMBERS = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'srcdoc',
]);

/** No text ever becomes markup. (`eval` and the like have rules in oxlint itself.) */
const noMarkupFromText = {
  create(context) {
    const report = (node, what) => context.report({node, message: `${what} turns text into markup.`});
    return {
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name;
        if (MARKUP_MEMBERS.has(name)) report(node, name);
        if (
          (name === 'write' || name === 'writeln') &&
          /(?:^|\.)document$|^ownerDocument$/i.test(node.object.name ?? node.object.property?.name ?? '')
        ) {
          report(node, `document.${name}`);
        }
      },
      Identifier(node) {
        if (/^unsafe(?:HTML|SVG|MathML|CSS|Static)$/.test(node.name)) report(node, node.name);
      },
      NewExpression(node) {
        if (node.callee.name === 'DOMParser') report(node, 'DOMParser');
      },
      TaggedTemplateExpression(node) {
        if (node.tag.name !== 'html') return;
        for (const part of node.quasi.quasis) {
          if (/\.(?:innerHTML|outerHTML)\s*=|\ssrcdoc\s*=/i.test(part.value.raw))
            report(part, 'This binding');
        }
      },
    };
  },
};

const NEWER_MEMBERS = {
  at: 92,
  replaceAll: 85,
  replaceChildren: 86,
  hasOwn: 93,
  findLast: 97,
  findLastIndex: 97,
  toSorted: 110,
  toReversed: 110,
  toSpliced: 110,
  groupBy: 117,
  randomUUID: 92,
};
const NEWER_GLOBALS = {structuredClone: 98, WeakRef: 84, FinalizationRegistry: 84};

/** The build lowers syntax for the oldest browsers, and leaves what the browser itself must bring. */
const noNewerBuiltin = {
  create(context) {
    const report = (node, name, version) =>
      context.report({node, message: `${name} came with Chromium ${version}; the embed files promise 83.`});
    return {
      CallExpression({callee, optional}) {
        if (optional) return;
        if (Object.hasOwn(NEWER_GLOBALS, callee.name))
          report(callee, callee.name, NEWER_GLOBALS[callee.name]);
        const name = callee.computed ? undefined : callee.property?.name;
        if (Object.hasOwn(NEWER_MEMBERS, name)) report(callee.property, name, NEWER_MEMBERS[name]);
        const owner = callee.object?.name;
        if (owner === 'AbortSignal' && (name === 'timeout' || name === 'any'))
          report(callee, `AbortSignal.${name}`, 103);
        if (owner === 'Promise' && name === 'any') report(callee, 'Promise.any', 85);
      },
      NewExpression({callee}) {
        if (Object.hasOwn(NEWER_GLOBALS, callee.name))
          report(callee, callee.name, NEWER_GLOBALS[callee.name]);
      },
    };
  },
};

export default {
  meta: {name: 'qd'},
  rules: {
    'import-direction': importDirection,
    'no-style-attribute': noStyleAttribute,
    'no-markup-from-text': noMarkupFromText,
    'no-newer-builtin': noNewerBuiltin,
  },
};
