// The documentation as static pages, each with its Markdown beside it: from docs/, the manifest and the schema.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {fileURLToPath} from 'node:url';
import {runnerImport} from 'vite';
import {bundleFile} from './build-pages.mjs';
import {relinked, renderMarkdown} from './docs-markdown.mjs';
import {reportFormatPage, reportSchemaJson} from './report-format.mjs';
import {tagPage, tagsOf, tagsPage} from './tag-pages.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path) => readFileSync(at(path), 'utf8');

async function importSource(path) {
  const {module} = await runnerImport(at(path), {configFile: false, logLevel: 'error'});
  return module;
}

/** The pages in their order, by path without an ending. Pages of docs/ that are not named here follow in the last group. */
const GROUPS = [
  {title: '网站编辑', lang: 'zh-CN', pages: ['start-editors', 'cms/index', 'cms/*', 'embedding-survival']},
  {title: '网站管理员', lang: 'zh-CN', pages: ['start-administrators', 'cms/sanitizers', 'accessibility']},
  {
    title: 'Developers',
    lang: 'en',
    pages: [
      'start-developers',
      'tags/index',
      'tags/*',
      'report-format',
      'theming',
      'embedding',
      'security',
      'recipes',
      'contributing',
      'changelog',
      '*',
    ],
  },
];

/** What stands at the root of the repository and is a page as it is. */
const ROOT_PAGES = {
  'SECURITY.md': 'security',
  'CHANGELOG.md': 'changelog',
  'CONTRIBUTING.md': 'contributing',
};

/** Where a source is published: `docs/cms/README.md` is `cms/index`. */
const pathOf = (source) =>
  ROOT_PAGES[source] ??
  source
    .replace(/^docs\//, '')
    .replace(/README\.md$/, 'index')
    .replace(/\.md$/, '');

/** The manifest as the last build wrote it, or `undefined` before the first. */
const builtManifest = () =>
  existsSync(at('dist/custom-elements.json')) ? JSON.parse(read('dist/custom-elements.json')) : undefined;

/** @returns {Promise<Map<string, {source: string, markdown: string}>>} Every page by its path without an ending. */
async function sources(schema) {
  const pages = new Map();
  const add = (source, markdown) => pages.set(pathOf(source), {source, markdown});
  for (const name of readdirSync(at('docs'), {recursive: true}).sort()) {
    const source = `docs/${name.replaceAll('\\', '/')}`;
    if (source.endsWith('.md')) add(source, read(source));
  }
  for (const source of Object.keys(ROOT_PAGES)) add(source, read(source));
  add('docs/report-format.md', reportFormatPage(schema));
  const manifest = builtManifest();
  if (manifest) {
    const {GALLERY} = await importSource('demo/gallery-list.ts');
    const gallery = new Map(GALLERY.map((entry) => [entry.tag, entry]));
    const tags = tagsOf(manifest);
    add('docs/tags/README.md', tagsPage(tags, gallery));
    for (const tag of tags) {
      const shown = gallery.get(tag.tagName);
      if (!shown) throw new Error(`demo/gallery-list.ts has no example of ${tag.tagName}`);
      add(`docs/tags/${tag.tagName}.md`, tagPage(tag, shown));
    }
  }
  return pages;
}

/** The groups with their pages, each page once: under its own name before under a pattern. */
function arranged(pages) {
  const named = new Set(GROUPS.flatMap((group) => group.pages).filter((name) => !name.includes('*')));
  const left = new Set([...pages.keys()].filter((path) => path !== 'index'));
  return GROUPS.map((group) => ({
    ...group,
    pages: group.pages.flatMap((name) => {
      const folder = name.replace('*', '');
      const found = name.includes('*')
        ? [...left].filter((path) => !named.has(path) && path.startsWith(folder))
        : [name].filter((path) => left.has(path));
      for (const path of found) left.delete(path);
      return found;
    }),
  }));
}

/** The link of a page in another page's terms; what is no page of the documentation stays as it is. */
function linker({source, path, pages, ending}) {
  return (href) => {
    const [, file, rest] = /^([^?#]*)(.*)$/.exec(href);
    if (!file.endsWith('.md') || /^\w+:/.test(file)) return href;
    const target = pathOf(posix.join(posix.dirname(source), file));
    if (!pages.has(target)) throw new Error(`${source}: no page at ${href}`);
    return posix.relative(posix.dirname(path), target) + ending + rest;
  };
}

const titleOf = (markdown) => /^# (.+)$/m.exec(markdown)?.[1].replaceAll('`', '') ?? '';
/** The first paragraph as one line without marks. */
const summaryOf = (markdown) =>
  (/^(?!#|\||`|>|!|<|-)\S[^\n]*(?:\n(?!\n)[^\n]+)*/m.exec(markdown)?.[0] ?? '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ');

/**
 * @param {{site?: string | undefined}} [options] `site`: where the demo is published.
 * @returns {Promise<Map<string, string>>} Every file by its path below `docs/`.
 */
export async function docsFiles({site} = {}) {
  const schema = await reportSchemaJson();
  const [pages, {renderDocsPage}, {tokens}] = await Promise.all([
    sources(schema),
    importSource('demo/docs-page.ts'),
    importSource('demo/snippet.ts'),
  ]);
  const groups = arranged(pages);
  const listed = groups.map((group) => ({
    ...group,
    pages: group.pages.map((path) => ({path, title: titleOf(pages.get(path).markdown)})),
  }));
  const files = new Map();
  for (const [path, {source, markdown}] of pages) {
    const group = groups.find((entry) => entry.pages.includes(path));
    const lang = group?.lang ?? 'zh-CN';
    const words = lang === 'en' ? {example: 'Example', table: 'Table'} : {example: '示例', table: '表'};
    const linked = (ending) => relinked(markdown, linker({source, path, pages, ending}));
    const body = renderMarkdown(linked('.html'), {path, tokens, words});
    files.set(`${path}.md`, linked('.md'));
    files.set(
      `${path}.html`,
      renderDocsPage({path, lang, groups: listed, site, summary: summaryOf(markdown), ...body}),
    );
  }
  files.set('report.schema.json', `${JSON.stringify(schema, null, 2)}\n`);
  files.set('llms.txt', llmsText(listed, pages));
  files.set('docs.js', await bundleFile('demo/docs.ts'));
  files.set('docs.css', await bundleFile('demo/docs.css'));
  files.set('first-paint.js', read('demo/first-paint.js'));
  files.set('icon.svg', read('demo/icon.svg'));
  return files;
}

/** The list of the Markdown copies for programs that read, after llmstxt.org. */
function llmsText(groups, pages) {
  const lists = groups.map(({title, pages: list}) => {
    const lines = list.map((page) => {
      const summary = summaryOf(pages.get(page.path).markdown);
      return `- [${page.title}](${page.path}.md)${summary ? `: ${summary.slice(0, 160)}` : ''}`;
    });
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  return `# qd-widgets

> Web components that show the figures of government work reports, each exactly as printed, each provable in one click.

The format of a report as JSON Schema: [report.schema.json](report.schema.json)

${lists.join('\n\n')}
`;
}
