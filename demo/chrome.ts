import {both} from './bilingual.js';
import {html, type Markup} from '../src/markup.js';

/** The pages that the bar leads to. */
export type PageName = 'report' | 'wall' | 'gallery' | 'builder' | 'docs';

const PAGES: ReadonlyArray<readonly [page: PageName, address: string, zh: string, en: string]> = [
  ['report', './index.html', '报告', 'Report'],
  ['wall', './wall.html', '大屏', 'Wall'],
  ['gallery', './gallery.html', '组件', 'Gallery'],
  ['builder', './builder.html', '嵌入', 'Embed'],
  ['docs', '../docs/index.html', '文档', 'Docs'],
];

const BRANDS = [
  ['blue', '石青', 'Azurite'],
  ['red', '朱砂', 'Cinnabar'],
  ['teal', '松绿', 'Pine green'],
] as const;

const SIGN = html`<svg viewBox="0 0 28 28" aria-hidden="true" fill="none">
  <path class="mark" d="M3 11V3h8M25 17v8h-8" stroke-width="2.5" />
  <path d="M8 19.75h12" stroke="currentColor" stroke-width="1.25" />
  <path d="M8 14h8" stroke="currentColor" stroke-width="5" />
</svg>`;

function group(id: string, name: Markup, buttons: Markup[], classes = ''): Markup {
  return html`<div class="seg ${classes}" role="group" aria-labelledby="${id}">
    <span class="hidden" id="${id}">${name}</span>${buttons}
  </div>`;
}

function button(set: string, value: string, words: Markup | string, isPressed = false, lang = ''): Markup {
  return html`<button
    type="button"
    data-set="${set}"
    value="${value}"
    aria-pressed="${String(isPressed)}"
    ${lang && html` lang="${lang}"`}
  >
    ${words}
  </button>`;
}

/** An address as the demo's pages have it, for a page elsewhere. */
const addressFrom = (demo: string, address: string) => (demo ? demo + address.replace(/^\.\//, '') : address);

/** Links to the other pages; the switches' choices go along. */
function renderPages(here: PageName, id: string, name: Markup, demo: string): Markup {
  const links = PAGES.map(
    ([page, address, zh, en]) =>
      html`<a
        href="${addressFrom(demo, address)}"
        data-page="${page}"
        ${page === here ? html` aria-current="page"` : ''}
        >${both(zh, en)}</a
      >`,
  );
  return html`<nav class="seg pages" aria-labelledby="${id}">
    <span class="hidden" id="${id}">${name}</span>${links}
  </nav>`;
}

function renderBrands(id: string): Markup {
  return group(
    id,
    both('主色', 'Colour'),
    BRANDS.map(([value, zh, en], at) =>
      button(
        'brand',
        value,
        html`<i class="swatch ${value}"></i><span class="hidden">${both(zh, en)}</span>`,
        !at,
      ),
    ),
    'brands',
  );
}

export interface BarOptions {
  /** Leads nowhere and keeps its own colour. */
  isAlone?: boolean;
  /** The way to the demo's folder, from a page that is not in it. */
  demo?: string;
  /** Whether the page is there in both languages. */
  hasLanguages?: boolean;
}

/** The bar at the head of a page: whose page it is, the other pages, and the switches. */
export function renderBar(
  here: PageName,
  {isAlone = false, demo = '', hasLanguages = true}: BarOptions = {},
): Markup {
  const name = html`${SIGN}<b>${both('数字青岛', 'Digital Qingdao')}</b
    ><small>${both('公开报告', 'Public reports')}</small>`;
  return html`<header class="bar">
    <div class="wrap">
      <div class="in">
        ${isAlone ? html`<span class="sign">${name}</span>` : html`<a class="sign" href="${addressFrom(demo, './index.html')}" data-page="report">${name}</a>`}
        <div class="switches">
          ${!isAlone && renderPages(here, 'pages', both('页面', 'Pages'), demo)}
          ${
            hasLanguages &&
            group('switch-lang', both('语言', 'Language'), [
              button('lang', 'zh-CN', '中文', true, 'zh-CN'),
              button('lang', 'en', 'English', false, 'en'),
            ])
          }
          ${group('switch-text', both('字号', 'Text size'), [
            button('text', 'standard', both('标准', 'Standard'), true),
            button('text', 'large', both('大字', 'Large')),
          ])}
          ${group('switch-theme', both('主题', 'Theme'), [
            button('theme', 'light', both('浅色', 'Light'), true),
            button('theme', 'dark', both('深色', 'Dark')),
          ])}
          ${!isAlone && renderBrands('switch-brand')}
        </div>
      </div>
    </div>
  </header>`;
}

/** The way past the bar. */
export function renderSkip(): Markup {
  return html`<a class="skip" href="#page">${both('跳到正文', 'Skip to the content')}</a>`;
}

/** At the foot: what does not fit into the bar of a narrow screen. */
export function renderFootSwitches(here: PageName, demo = ''): Markup {
  return html`<div class="more">
    ${renderPages(here, 'pages-below', both('页面，在页脚', 'Pages, at the foot'), demo)}
    ${renderBrands('switch-brand-below')}
  </div>`;
}
