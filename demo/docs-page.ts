import {html, Markup} from '../src/markup.js';
import {renderBar, renderFootSwitches, renderSkip} from './chrome.js';

export interface DocsPage {
  /** Below docs/, without an ending: `tags/qd-metric`. */
  path: string;
  lang: 'zh-CN' | 'en';
  title: string;
  /** The first paragraph, for search results. */
  summary: string;
  /** The page's content, from the project's own Markdown. */
  html: string;
  headings: ReadonlyArray<{id: string; text: string}>;
  groups: ReadonlyArray<{
    title: string;
    lang: string;
    pages: ReadonlyArray<{path: string; title: string}>;
  }>;
  /** Where the demo's pages are published, as `https://example.org/qd/demo/`. */
  site?: string | undefined;
}

const WORDS = {
  'zh-CN': {contents: '文档目录', on: '本页内容', markdown: '本页的 Markdown', home: '文档'},
  en: {contents: 'Contents', on: 'On this page', markdown: 'This page as Markdown', home: 'Documentation'},
};

/** One page of the documentation, whole: readable without scripts, its examples alive with them. */
export function renderDocsPage(page: DocsPage): string {
  const {path, lang, title, summary, headings, groups, site} = page;
  const words = WORDS[lang];
  const root = '../'.repeat(path.split('/').length - 1) || './';
  const file = path.split('/').pop()!;
  const demo = `${root}../demo/`;
  const link = (to: string, name: string, here = to === path) =>
    html`<li><a href="${root}${to}.html" data-page${here ? html` aria-current="page"` : ''}>${name}</a></li>`;
  const name = path === 'index' ? title : `${title} · ${words.home}`;
  return `<!doctype html>
${
  html`<html lang="${lang}" data-own-lang data-qd-theme="light" data-qd-text="standard">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${name}</title>
      <meta name="description" content="${summary.slice(0, 200)}" />
      ${site && html`<link rel="canonical" href="${new URL(`../docs/${path}.html`, site).href}" />`}
      <link rel="alternate" type="text/markdown" href="${file}.md" />
      <link rel="icon" href="${root}icon.svg" type="image/svg+xml" />
      <script src="${root}first-paint.js"></script>
      <link rel="stylesheet" href="${root}docs.css" />
      <script defer src="${root}docs.js"></script>
      <script type="module" src="${root}../embed/qd.js"></script>
    </head>
    <body>
      ${renderSkip()} ${renderBar('docs', {demo, hasLanguages: false})}
      <div class="wrap">
        <div class="docs">
          <main id="page" tabindex="-1">
            <p class="to-contents"><a href="#contents">${words.contents}</a></p>
            ${
              headings.length > 3 &&
              html`<nav class="on-page" aria-label="${words.on}">
                <b>${words.on}</b>
                <ul>
                  ${headings.map(({id, text}) => html`<li><a href="#${id}">${text}</a></li>`)}
                </ul>
              </nav>`
            }
            <div class="article">${new Markup(page.html)}</div>
            <p class="as-markdown"><a href="${file}.md">${words.markdown}</a></p>
          </main>
          <nav class="contents" id="contents" aria-label="${words.contents}">
            <ul>
              ${link('index', words.home)}
            </ul>
            ${groups.map(
              (group) =>
                html`<h2 lang="${group.lang}">${group.title}</h2>
                  <ul lang="${group.lang}">
                    ${group.pages.map((entry) => link(entry.path, entry.title))}
                  </ul>`,
            )}
          </nav>
        </div>
      </div>
      <footer class="foot"><div class="wrap">${renderFootSwitches('docs', demo)}</div></footer>
    </body>
  </html>`.text
}
`;
}
