import {html, Markup} from '../src/markup.js';
import {both} from './bilingual.js';
import {renderBar, renderFootSwitches, renderSkip} from './chrome.js';
import type {EmbedFiles} from './embed-files.js';
import {renderHead} from './head.js';

/** How the page is published: beside the embed files, or alone in one file. */
export interface BuilderOptions {
  site?: string | undefined;
  files: EmbedFiles;
  isAlone?: boolean;
  /** The licence texts of what is in the file, where it is one. */
  licences?: string;
}

const TITLE = ['把数字放进网页', 'Put a figure into your page'] as const;
const LEDE = [
  '选一个数字，看看样子，复制，粘贴到文章里。不用账号，不用写代码。',
  'Pick a figure, look at it, copy, paste it into your article. No account, no code.',
] as const;

/** The builder: three steps from a figure to the clipboard, and a look at what an editor made of it. */
export function renderBuilderPage({site, files, isAlone = false, licences}: BuilderOptions): {
  head: string;
  body: string;
} {
  const data = JSON.stringify(files).replace(/</g, '\\u003c');
  return {
    head: isAlone
      ? html`<title>${TITLE[0]}</title>`.text
      : renderHead({title: TITLE[0], description: LEDE[0], file: 'builder.html', site}).text,
    body: html`${renderSkip()} ${renderBar('builder', {isAlone})}
      <main id="page" class="wrap make" tabindex="-1">
        <div class="opening">
          <h1>${both(...TITLE)}</h1>
          <p class="lede">${both(...LEDE)}</p>
        </div>
        <p class="scriptless">
          ${both('这一页要用脚本才能选和复制。', 'This page needs scripts for choosing and copying.')}
        </p>
        <div class="steps">
          ${renderPick(isAlone)}
          <div class="work">${renderLook()} ${renderTake()}</div>
        </div>
        ${renderJudge()}
      </main>
      <footer class="foot">
        <div class="wrap">
          <p>
            ${both(
              '这一页不联网，也不记住你填的内容；关掉就没有了。',
              'This page asks nothing of the network and remembers nothing you enter.',
            )}
            ${
              !isAlone &&
              html`<a href="../embed/check.html" class="check"
                  >${both('网站管理员：检查文件是否装好', 'Administrators: check the installation')}</a
                >
                <a href="./LICENSES.txt" class="check">${both('所用软件的许可', 'Licences')}</a>`
            }
          </p>
          ${!isAlone && renderFootSwitches('builder')}
          ${
            licences &&
            html`<details class="licences">
              <summary>${both('所用软件的许可', 'Licences of the software in this file')}</summary>
              <pre class="code" tabindex="0" lang="en">${licences}</pre>
            </details>`
          }
        </div>
      </footer>
      <script type="application/json" id="embed-files">
        ${new Markup(data)}
      </script>`.text,
  };
}

function renderHeading(id: string, han: string, number: string, zh: string, en: string): Markup {
  return html`<div class="wenwu" aria-hidden="true"></div>
    <h2 id="${id}"><b>${both(han, number)}</b>${both(zh, en)}</h2>`;
}

function renderSelect(id: string, zh: string, en: string, options: Array<[string, string, string]> = []) {
  return html`<p class="field" id="field-${id}">
    <label for="${id}">${both(zh, en)}</label
    ><select id="${id}">
      ${options.map(
        ([value, zhText, enText]) =>
          html`<option value="${value}" data-zh="${zhText}" data-en="${enText}">${zhText}</option>`,
      )}
    </select>
  </p>`;
}

function renderRadios(name: string, legend: Markup, options: Array<[string, string, string]>): Markup {
  return html`<fieldset class="choose">
    <legend class="hidden">${legend}</legend>
    ${options.map(
      ([value, zh, en], at) =>
        html`<label
          ><input type="radio" name="${name}" value="${value}" ${at ? '' : html`checked`} /><span
            >${both(zh, en)}</span
          ></label
        >`,
    )}
  </fieldset>`;
}

function renderPick(isAlone: boolean): Markup {
  return html`<section class="step pick" aria-labelledby="step-pick">
    ${renderHeading('step-pick', '一', '1', '选数字', 'Choose')} ${renderSelect('report', '报告', 'Report')}
    ${renderRadios('kind', both('放什么', 'What to embed'), [
      ['figure', '一个数字', 'A figure'],
      ['area', '一个领域', 'An area'],
      ['report', '整份报告', 'The report'],
    ])}
    <div class="narrow" id="narrow">
      <p class="field">
        <label for="find">${both('查找', 'Search')}</label
        ><input id="find" type="search" autocomplete="off" enterkeyhint="search" />
      </p>
      ${renderSelect('in-area', '领域', 'Area')}
    </div>
    <fieldset>
      <legend class="hidden" id="choices-name">${both('数字', 'Figures')}</legend>
      <ul id="choices"></ul>
    </fieldset>
    <p class="none" role="status" id="none"></p>
    <details class="more-ways">
      <summary>${both('从网址或文章里找', 'Find them in an address or a text')}</summary>
      <p class="field">
        <label for="paste-page"
          >${both('粘贴一个网址、一段文章，或者整页内容', 'Paste an address, a text or a whole page')}</label
        ><textarea id="paste-page" rows="3" spellcheck="false"></textarea>
      </p>
      <div id="found" role="status"></div>
    </details>
    <details class="more-ways" id="own-report">
      <summary>${both('用自己的报告', 'Use a report of your own')}</summary>
      <p class="field file">
        <input id="own-file" type="file" accept=".json,application/json" /><label for="own-file"
          >${both('选报告文件（JSON）', 'Choose its file (JSON)')}</label
        >
      </p>
      ${
        !isAlone &&
        html`<p class="field">
            <label for="own-address">${both('或者填它的网址', 'Or give its address')}</label
            ><input id="own-address" type="url" autocomplete="off" spellcheck="false" />
          </p>
          <p class="actions">
            <button type="button" id="own-read">${both('读取', 'Read')}</button>
          </p>`
      }
      <div id="own-told" role="status"></div>
    </details>
  </section>`;
}

function renderLook(): Markup {
  return html`<section class="step look" aria-labelledby="step-look">
    <div class="beside">
      ${renderHeading('step-look', '二', '2', '看样子', 'Look')}
      ${renderRadios('host', both('放在什么样的网页里', 'In whose page'), [
        ['plain', '普通网页', 'Plain page'],
        ['portal', '样式很乱的门户', 'Hostile portal'],
        ['phone', '手机', 'Phone'],
      ])}
    </div>
    <div class="looks">
      ${renderSelect('widget', '展示成', 'Show as')} ${renderSelect('variant', '大小', 'Form')}
      ${renderSelect('theme', '底色', 'Theme', [
        ['', '随网页', 'As the page'],
        ['light', '浅色', 'Light'],
        ['dark', '深色', 'Dark'],
      ])}
      ${renderSelect('locale', '语言', 'Language', [
        ['', '中文', 'Chinese'],
        ['en', '英文', 'English'],
      ])}
      ${renderSelect('text', '字号', 'Text size', [
        ['', '标准', 'Standard'],
        ['large', '大字', 'Large'],
      ])}
      <p class="field colour">
        <label for="brand">${both('主色', 'Colour')}</label
        ><span
          ><input id="brand" type="color" value="#1d5b96" /><button type="button" id="no-brand" hidden>
            ${both('还原', 'Reset')}
          </button></span
        >
      </p>
    </div>
    <div class="stage" id="stage" role="group" aria-labelledby="step-look">
      <iframe id="preview" title="预览"></iframe>
    </div>
    <p class="note" id="height-note"></p>
    <p class="note" id="look-note"></p>
  </section>`;
}

function renderTake(): Markup {
  return html`<section class="step take" aria-labelledby="step-take">
    ${renderHeading('step-take', '三', '3', '复制', 'Copy')}
    <div class="forms" role="tablist" aria-labelledby="step-take" id="forms"></div>
    <div role="tabpanel" id="panel" tabindex="0">
      <p class="actions" id="actions"></p>
      <p class="told" role="status" id="told"></p>
      <p id="form-intro"></p>
      <p class="once" id="code-name"></p>
      ${copied('code')}
      <p class="note" id="code-rest"></p>
      <p class="note" id="source-note"></p>
      <div id="policy" hidden>
        <p class="once" id="hashes-name">
          ${both('给网站管理员：卡片里样式的校验值', 'For the administrator: the hashes of the card’s styles')}
        </p>
        ${copied('hashes')}
        <p class="note">
          ${both(
            '网站启用了内容安全策略（响应头Content-Security-Policy）的，把它们加到style-src后面，不然卡片没有样式。没有启用的，不用管。换了样子或版本，要重新复制。',
            'Where the site sends a Content-Security-Policy header, add them to its style-src, or the card has no styles. Without such a header there is nothing to do. Another look or version has other hashes.',
          )}
        </p>
        <p class="actions">
          <button type="button" id="copy-hashes">${both('复制校验值', 'Copy the hashes')}</button>
        </p>
        <p class="told" role="status" id="hashes-told"></p>
      </div>
    </div>
    <details class="site" id="site">
      <summary>${both('网站模板（管理员做一次）', 'Template (once, by the administrator)')}</summary>
      <p class="field">
        <label for="base"
          >${both('网站上放这些文件的文件夹，里面有embed文件夹', 'The folder on your site that has the embed folder in it')}</label
        ><input id="base" type="url" autocomplete="off" spellcheck="false" aria-describedby="base-note" />
      </p>
      <p class="note" id="base-note"></p>
      <div id="own-data" hidden>
        <p class="field">
          <label for="data"
            >${both('这份报告的文件在网站上的网址', 'Address of this report’s file on your site')}</label
          ><input id="data" type="url" autocomplete="off" spellcheck="false" aria-describedby="data-note" />
        </p>
        <p class="note" id="data-note"></p>
        <p class="once" id="command-name">
          ${both('这份报告的文件、网页和图片，由管理员用这条命令生成，放到上面的文件夹里：', 'The file, pages and pictures of this report are written by this command, to be put into the folder above:')}
        </p>
        ${copied('command')}
      </div>
      <div id="template-part">
        <p class="once" id="template-name">
          ${both('放进网站模板的<head>里，一次就够：', 'Into the <head> of the site’s template, once:')}
        </p>
        ${copied('template')}
        <p class="actions">
          <button type="button" id="copy-template">
            ${both('复制模板代码', 'Copy the template’s code')}
          </button>
        </p>
        <p class="told" role="status" id="template-told"></p>
      </div>
    </details>
  </section>`;
}

/** What is to be copied, under the name that stands at ID-name. */
const copied = (id: string): Markup =>
  html`<pre class="code" tabindex="0" role="region" aria-labelledby="${id}-name"><code
    id="${id}"
    translate="no"
  ></code></pre>`;

function renderJudge(): Markup {
  return html`<section class="judge" aria-labelledby="judge-title">
    <div class="wenwu" aria-hidden="true"></div>
    <div class="cols">
      <div>
        <h2 id="judge-title">${both('粘贴之后，看看还剩什么', 'After pasting: what is left?')}</h2>
        <p class="intro">
          ${both(
            '编辑器常常改动粘贴的内容。在编辑器或发布后的网页里选中那一段，复制，粘贴到这里；源代码也可以。',
            'Editors change what is pasted. Select that part in the editor or on the published page, copy it and paste it here; source code will do too.',
          )}
        </p>
      </div>
      <div class="body">
        <p class="field">
          <label for="paste-back">${both('粘贴编辑器里的内容', 'Paste what your editor made of it')}</label
          ><textarea id="paste-back" rows="5" spellcheck="false"></textarea>
        </p>
        <p class="actions">
          <button type="button" id="as-source" hidden>
            ${both('这是从源代码视图里复制的', 'I copied this from the source view')}
          </button>
        </p>
        <div id="verdict" role="status"></div>
      </div>
    </div>
  </section>`;
}
