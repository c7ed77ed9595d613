import type {Report} from '../src/schema.js';
import {both} from './bilingual.js';
import {renderBar, renderFootSwitches, renderSkip} from './chrome.js';
import {GALLERY, type Example, type TagExamples} from './gallery-list.js';
import {renderHead} from './head.js';
import {html, Markup} from '../src/markup.js';
import {tokens} from './snippet.js';

/** Every tag in every state and variant, each with the markup that makes it. */
export function renderPage(_report: Report, site?: string): {head: string; body: string} {
  const count = GALLERY.reduce((sum, {examples}) => sum + examples.length, 0);
  const description = `${GALLERY.length}个标签，${count}种样子：变体、加载中、没有、出错、等待更新，各附代码。`;
  return {
    head: renderHead({title: '组件总览', description, file: 'gallery.html', site}).text,
    body: html`${renderSkip()} ${renderBar('gallery')}
      <main id="page" class="wrap gallery" tabindex="-1">
        <section class="hero">
          <h1>${both('组件总览', 'Gallery')}</h1>
          <p class="lede">
            ${both(
              description,
              `${GALLERY.length} tags in ${count} forms: variants, loading, absent, in error, stale, each with its code.`,
            )}
          </p>
        </section>
        <nav class="tags" aria-labelledby="tags">
          <span class="hidden" id="tags">${both('标签', 'Tags')}</span>
          <ul>
            ${GALLERY.map(({tag}) => html`<li><a href="#${tag}">${tag}</a></li>`)}
          </ul>
        </nav>
        ${GALLERY.map(renderTag)}
      </main>
      <footer class="foot">
        <div class="wrap">${renderFootSwitches('gallery')}</div>
      </footer>`.text,
  };
}

function renderTag({tag, zh, en, examples}: TagExamples): Markup {
  return html`<section class="sect" id="${tag}" aria-labelledby="title-${tag}">
    <div class="wenwu" aria-hidden="true"></div>
    <div class="head">
      <h2 id="title-${tag}" translate="no">${tag}</h2>
      <p class="intro">${both(zh, en)}</p>
    </div>
    <div class="examples">${examples.map((example, at) => renderExample(tag, example, at))}</div>
  </section> `;
}

function renderExample(tag: string, {zh, en, code, wide, page}: Example, at: number): Markup {
  const id = `${tag}-${at + 1}`;
  const stage = page
    ? html`<p><a href="${page}" data-page>${both('在单独的页面看', 'See it on a page of its own')}</a></p>`
    : new Markup(code);
  return html`<div class="example ${wide ? 'wide' : ''}" id="${id}">
    <h3 id="name-${id}">${both(zh, en)}</h3>
    <div class="shown">${stage}</div>
    <pre
      class="code"
      tabindex="0"
      role="region"
      aria-labelledby="title-${tag} name-${id}"
    ><code translate="no">${tokens(code).map(({kind, text}) =>
      kind === 'text' ? html`${text}` : html`<span class="${kind}">${text}</span>`,
    )}</code></pre>
  </div> `;
}
