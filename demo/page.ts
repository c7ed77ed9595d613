import {figureText} from '../src/figure-text.js';
import {localize} from '../src/locale.js';
import type {Area, Item, LocalizedText, Observation, Report, ReportDocument} from '../src/schema.js';
import {displayText} from '../src/display-text.js';
import {both, en, head, phrases, say, zh} from './bilingual.js';
import {renderBar, renderFootSwitches, renderSkip} from './chrome.js';
import {AREAS, EXTRAS, FIRST, LEADS, STANDINGS, type Columns} from './edition.js';
import {renderHead} from './head.js';
import {html, Markup} from '../src/markup.js';
import {snippet, TEMPLATE_SNIPPET, tokens} from './snippet.js';
import {figureLink} from '../src/source-link.js';

/**
 * The demo page of a report: what goes into its head, and its body. Complete without a script; every tag
 * carries its figure as a link to the source, which is replaced when the tag comes alive.
 */
export function renderPage(report: Report, site?: string): {head: string; body: string} {
  const [title] = titles(report);
  const description = describe(report);
  return {
    head: renderHead({title, description, file: 'index.html', site, report}).text,
    body: html`${renderSkip()} ${renderBar('report')}
      <main id="page" class="wrap" tabindex="-1">
        <qd-report report="${report.id}">
          ${renderHero(report)} ${renderStandings(report)}
          <div class="areas">
            ${renderKeys(report)} ${renderNavigation(report)}
            ${(report.areas ?? []).map((area) => renderArea(report, area))}
          </div>
          ${renderIssues(report)} ${renderTable(report)} ${renderDocumentList(report)}
          ${renderPlatforms(report)} ${renderText(report)} ${renderBuilder(report)}
        </qd-report>
      </main>
      ${renderFoot(report)}`.text,
  };
}

/* Words ------------------------------------------------------------------------------------------------ */

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const HAN = '〇一二三四五六七八九十';
const last = (number: string) => Number(number.split('.').pop());
const han = (number: number) => HAN[number] ?? String(number);
/** 聚焦体制机制改革,持续强化数字青岛统筹 in its two halves. */
function halves(title: LocalizedText): [name: LocalizedText, aim: LocalizedText] {
  const [name = '', aim = ''] = localize(title, 'zh-CN').replace(/^聚焦/, '').split(/[,，]/);
  const [enName = '', enAim = ''] = en(title).split(/: /);
  return [
    {'zh-CN': name, en: enName},
    {'zh-CN': aim, en: capitalize(enAim)},
  ];
}

const part = (date: string, at: number) => Number(date.split('-')[at]);
const month = (date: string) =>
  new Intl.DateTimeFormat('en', {month: 'long', timeZone: 'UTC'}).format(new Date(`${date}T00:00:00Z`));

function periodWords({period: {start, end}}: Report): [zh: string, en: string] {
  const year = part(start, 0);
  return [`${year}年${part(start, 1)}—${part(end, 1)}月`, `${month(start)}–${month(end)} ${year}`];
}

/** The report's title, or where the source has none, one composed of its period. */
function titles(report: Report): [zh: string, en: string] {
  if (report.title) return [zh(report.title), en(report.title)];
  return titleLines(report).map((lines, at) => lines.join(at ? ' ' : '')) as [string, string];
}

function titleLines(report: Report): [zh: string[], en: string[]] {
  if (report.title) return [[zh(report.title)], [en(report.title)]];
  const {start, end} = report.period;
  const isHalf = part(start, 1) === 1 && part(end, 1) === 6;
  const [period, periodEn] = isHalf
    ? [`${part(start, 0)}年上半年`, `the first half of ${part(start, 0)}`]
    : periodWords(report);
  return [
    [period, '数字青岛工作情况'],
    ['Digital Qingdao', `in ${periodEn}`],
  ];
}

/** What the report's first sentence says before it comes to its figures: its last clauses there. */
function opening({observations}: Report): string {
  const first = observations.find(({area}) => !area);
  if (!first) return '';
  const {quote, start, figureStart} = first.provenance;
  const clauses = quote
    .slice(0, figureStart - start)
    .split(/[,，]/)
    .slice(0, -1);
  return clauses.length ? `${displayText(clauses.slice(-3).join('，'), 'zh-CN')}。` : '';
}

function describe(report: Report): string {
  return `${opening(report)}${report.observations.length}个数字，每个都有出处。`;
}

/* Pieces ----------------------------------------------------------------------------------------------- */

const tagOf = ({kind}: Observation) => (kind === 'share' ? 'qd-progress' : 'qd-metric');

/** Label and figure as a link to the sentence: what a tag says until it comes alive, and without scripts. */
function renderFallback(report: Report, observation: Observation): Markup {
  const href = figureLink(report, observation);
  const words = both(
    html`${zh(observation.label)} <b>${figureText(observation, 'zh-CN')}</b>`,
    html`${en(observation.label)} <b>${figureText(observation, 'en')}</b>`,
  );
  return href ? html`<a href="${href}">${words}</a>` : html`<p>${words}</p>`;
}

interface CardOptions {
  variant?: 'tile' | 'inline';
  classes?: string;
  isFramed?: boolean;
  /** False for a figure that stands in the page a second time. */
  isAnchor?: boolean;
}

function renderCard(report: Report, observation: Observation, options: CardOptions = {}): Markup {
  const {variant, classes, isFramed, isAnchor = true} = options;
  const {indicator} = observation;
  const {change, trend, also} = EXTRAS[indicator] ?? {};
  const tag = new Markup(tagOf(observation));
  const attributes = [
    html` indicator="${indicator}"`,
    isAnchor && html` id="${indicator}"`,
    variant && html` variant="${variant}"`,
    classes && html` class="${classes}"`,
    isFramed && html` framed`,
    isAnchor && change && html` change="${change}"`,
    isAnchor && trend && html` trend`,
    isAnchor && also && html` also="${also}"`,
  ];
  return html`<${tag}${attributes}>${renderFallback(report, observation)}</${tag}>`;
}

/* Sections --------------------------------------------------------------------------------------------- */

function renderHero(report: Report): Markup {
  const [zhLines, enLines] = titleLines(report);
  const lines = (list: string[], separator: string) =>
    list.map((line, at) => html`${at ? new Markup(separator) : ''}${line}`);
  const count = (list: readonly unknown[] | undefined) => list?.length ?? 0;
  const issued = count(report.documents?.filter(({status}) => status === 'issued'));
  const fact = (name: Markup, value: Markup) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  const number = (value: number, unit: string, more = '', moreEn = '') =>
    both(html`<b>${value}</b>${unit}${more}`, html`<b>${value}</b>${moreEn}`);
  const figures = count(report.observations);
  return html`<section class="hero">
    <div class="top">
      <div>
        <p class="over">
          ${both(`${zh(report.publisher)} · 半年工作报告`, `${en(report.publisher)} · half-year report`)}
        </p>
        <h1>${both(html`${lines(zhLines, '<br>')}`, html`${lines(enLines, ' <br>')}`)}</h1>
        <p class="lede">
          ${both(
            phrases(opening(report)),
            'Guided by the national and provincial digital strategies, Qingdao took its digital programme further, and every area of reform moved ahead.',
          )}
        </p>
      </div>
      <dl class="facts">
        ${fact(both('报告期', 'Period'), both(...periodWords(report)))}
        ${fact(both('数字', 'Figures'), number(figures, '个', '，每个都有出处', ', each with its source'))}
        ${fact(both('文件', 'Documents'), number(issued, '份'))}
        ${fact(both('问题', 'Problems'), number(count(report.issues), '个'))}
        ${fact(both('打算', 'Plans'), number(count(report.plans), '项'))}
      </dl>
    </div>
  </section>`;
}

function renderStandings(report: Report): Markup {
  const standings = report.observations.filter(({indicator}) => STANDINGS.includes(indicator));
  return html`<section class="standings" aria-labelledby="standings">
    <div class="wenwu" aria-hidden="true"></div>
    <h2 class="hidden" id="standings">${both('位次与评价', 'Standings')}</h2>
    <ul class="places" aria-hidden="true">
      ${standings.map(({indicator}) => html`<li id="${indicator}"></li>`)}
    </ul>
    <qd-standings indicators="${STANDINGS.join(' ')}" heading-level="3">
      <ul>
        ${standings.map((observation) => html`<li>${renderFallback(report, observation)}</li>`)}
      </ul>
    </qd-standings>
  </section>`;
}

function keyOf(report: Report, area: Area): Observation | undefined {
  const own = report.observations.filter((observation) => observation.area === area.id);
  return own.find(({indicator}) => indicator === AREAS[area.id]?.key) ?? own[0];
}

function renderKeys(report: Report): Markup {
  const keys = (report.areas ?? []).map((area) => {
    const key = keyOf(report, area);
    return html`<li>
      ${key && html`${renderCard(report, key, {variant: 'inline', isAnchor: false})}<small>${say(key.label)}</small>`}
    </li>`;
  });
  return html`<ul class="keys">
    ${keys}
  </ul>`;
}

function renderNavigation({areas = []}: Report): Markup {
  const entries = areas.map(
    ({id, number, short, title}, at) =>
      html`<li>
        <a href="#area-${id}" ${at ? '' : html` aria-current="true"`}
          ><b aria-hidden="true">${both(han(last(number)), String(last(number)))}</b
          ><span>${say(short ?? title)}</span></a
        >
      </li>`,
  );
  return html`<nav class="areanav" aria-labelledby="areanav">
    <span class="hidden" id="areanav">${both('工作领域', 'Areas of work')}</span>
    <ol>
      ${entries}
    </ol>
  </nav>`;
}

function renderArea(report: Report, area: Area): Markup {
  const [name, aim] = halves(area.title);
  const blocks = blocksOf(report, area);
  const number = last(area.number);
  const entries = blocks.map(({item, figures}) =>
    item
      ? html`<li>
          <a href="#item-${item.id}"
            ><span>${head(item.title)}</span
            ><span class="count"
              >${figures.length}<span class="hidden"
                >${both('个数字', figures.length === 1 ? ' figure' : ' figures')}</span
              ></span
            ></a
          >
        </li>`
      : '',
  );
  return html`<section class="area" id="area-${area.id}" aria-labelledby="title-${area.id}">
    <div class="five" aria-hidden="true">
      ${(report.areas ?? []).map(({id}) => (id === area.id ? html`<i class="here"></i>` : html`<i></i>`))}
    </div>
    <div class="cols">
      <div class="rail">
        <p class="no" aria-hidden="true">${both(`（${han(number)}）`, `(${number})`)}</p>
        <h2 id="title-${area.id}">${head(name)}</h2>
        <p>${say(aim)}</p>
        <p class="jump">
          <a href="#source" data-start="${area.items[0]?.start ?? area.start}"
            >${both('阅读原文', 'Read the text (in Chinese)')}</a
          >
        </p>
        <ol class="toc">
          ${entries}
        </ol>
      </div>
      <div class="blocks">${blocks.map((block) => renderBlock(report, block))}</div>
    </div>
  </section> `;
}

/** A work item with its figures, the chart, or the documents of the area. */
interface Block {
  area: Area;
  chart?: readonly string[] | undefined;
  columns: Columns;
  item?: Item | undefined;
  figures: Observation[];
  documents: ReportDocument[];
}

/** Everything the report holds on an area, in the editor's order; nothing is left out. */
function blocksOf(report: Report, area: Area): Block[] {
  const edition = AREAS[area.id]?.blocks ?? [];
  const ids = new Set([...edition.map(([id]) => id), ...area.items.map(({id}) => id), 'documents', '']);
  return [...ids].flatMap((id): Block[] => {
    const columns = edition.find(([block]) => block === id)?.[1] ?? 3;
    const item = area.items.find((candidate) => candidate.id === id);
    const figures = report.observations.filter(
      (observation) => observation.area === area.id && (observation.item ?? '') === id,
    );
    const documents =
      id === 'documents' ? (report.documents ?? []).filter((document) => document.area === area.id) : [];
    const chart = id === 'chart' ? AREAS[area.id]?.chart : undefined;
    if (!item && !figures.length && !documents.length && !chart) return [];
    return [{area, columns, item, chart, figures: figures.sort(byEdition), documents}];
  });
}

/** The editor's first ones first; the rest keep the report's order. */
function byEdition(one: Observation, other: Observation): number {
  const [a, b] = [one, other].map(({indicator}) => FIRST.indexOf(indicator)) as [number, number];
  return (a < 0 ? FIRST.length : a) - (b < 0 ? FIRST.length : b);
}

function renderBlock(report: Report, block: Block): Markup {
  const {item, figures, documents, columns, area} = block;
  if (documents.length) return renderDocuments(block);
  if (block.chart) return renderChart(report, block.chart, columns);
  const id = `item-${item?.id ?? area.id}`;
  const name = item ? head(item.title) : both('其他数字', 'Other figures');
  // Four figures of one weight stand in one row.
  const isRow = columns === 3 && figures.length === 4 && !figures.some(({indicator}) => LEADS.has(indicator));
  const cards = figures.map((observation) => {
    const {indicator, kind} = observation;
    const isWide = columns > 1 && (LEADS.has(indicator) || kind === 'share' || EXTRAS[indicator]?.trend);
    return html`${renderCard(report, observation, {
      ...(isRow ? {variant: 'tile'} : {}),
      ...(isWide ? {classes: LEADS.has(indicator) ? 'lead' : kind === 'share' ? 'share' : 'wide'} : {}),
    })} `;
  });
  return html`<div class="block span-${columns}" id="${id}">
    <h3>${name}</h3>
    ${
      cards.length
        ? html`<div class="qd-grid${isRow ? ' tiles' : ''}">${cards}</div>`
        : item &&
          html`<div class="words">
            <p lang="${report.language}">${displayText(withoutTitle(item), 'zh-CN')}</p>
            <p class="note">
              ${both('这项工作没有数字卡片，以上为原文。', 'No figure card stands for this item; this is the report’s text.')}
            </p>
          </div>`
    }
  </div> `;
}

/** An item's text without the heading it opens with. */
function withoutTitle({quote, title}: Item): string {
  const at = quote.indexOf(title['zh-CN'] ?? '');
  return at < 0 ? quote : quote.slice(at + (title['zh-CN'] ?? '').length).replace(/^[。.,，:：]/, '');
}

function renderDocument(title: LocalizedText, verb: LocalizedText): Markup {
  return both(html`<i>${zh(verb)}</i>《${zh(title)}》`, html`<i>${capitalize(en(verb))}:</i> ${en(title)}`);
}

function renderChart(report: Report, indicators: readonly string[], columns: Columns): Markup {
  const rows = report.observations.filter(({indicator}) => indicators.includes(indicator));
  return html`<div class="block chart span-${columns}">
    <qd-chart indicators="${indicators.join(' ')}" heading-level="3">
      <ul>
        ${rows.map((row) => html`<li>${both(wordsOf(row, 'zh-CN'), wordsOf(row, 'en'))}</li>`)}
      </ul>
    </qd-chart>
  </div> `;
}

function renderDocuments({documents, area, columns}: Block): Markup {
  const entries = documents.map(({title, verb}) => html`<li>${renderDocument(title, verb)}</li>`);
  return html`<div class="block documents span-${columns}" id="documents-${area.id}">
    <h3>${both('文件', 'Documents')}</h3>
    <ul>
      ${entries}
    </ul>
  </div> `;
}

function renderIssues({issues = [], plans = []}: Report): Markup {
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const fallback = issues.map(
    (issue) =>
      html`<li>
        <p><b>${say(issue.title)}</b></p>
        <p>${say(issue.text)}</p>
        ${issue.plans.map(({id}) => {
          const plan = planOf.get(id);
          return (
            plan &&
            html`<p>→ <b>${say(plan.title)}</b></p>
              <p>${say(plan.text)}</p>`
          );
        })}
      </li>`,
  );
  const strip = plans.map((plan) => html`<li><b>${say(plan.title)}</b></li>`);
  const [problems, intentions] = [issues.length, plans.length];
  return html`<section class="sect" id="issues" aria-labelledby="title-issues">
    <div class="wenwu" aria-hidden="true"></div>
    <div class="head">
      <h2 id="title-issues">${both('问题与打算', 'Problems and plans')}</h2>
      <p class="intro">
        ${both(
          `报告列出${han(problems)}个问题、${han(intentions)}项打算。实线表示打算直接回应问题，虚线表示只是主题相近；对应关系由编者标注，不是报告原文。`,
          `The report names ${problems} problems and ${intentions} plans. A solid line: the plan answers the problem. A dashed line: it only shares the topic. The links are the editor’s, not the report’s.`,
        )}
      </p>
    </div>
    <qd-issue-list heading-level="3"
      ><ol>
        ${fallback}
      </ol></qd-issue-list
    >
    <h3 class="planhead">
      ${both(`下半年${han(intentions)}项打算`, `${intentions} plans for the second half`)}
    </h3>
    <qd-plan-list compact heading-level="4"
      ><ol>
        ${strip}
      </ol></qd-plan-list
    >
  </section>`;
}

/** A section with its title beside it. */
function renderSection(id: string, title: Markup, intro: Markup, content: Markup): Markup {
  // Not named: the widget inside may be a landmark of this name.
  return html`<section class="sect" id="${id}">
    <div class="wenwu" aria-hidden="true"></div>
    <div class="cols">
      <div class="rail">
        <h2 id="title-${id}">${title}</h2>
        <p>${intro}</p>
      </div>
      <div class="body">${content}</div>
    </div>
  </section> `;
}

function renderTable({observations}: Report): Markup {
  const count = observations.length;
  return renderSection(
    'table',
    both('全部数字', 'All figures'),
    both(
      `${count}个数字，限定词单独成列，可排序、可下载。`,
      `${count} figures. Hedges have a column of their own; sort, filter, download.`,
    ),
    html`<qd-table page-size="12"></qd-table>`,
  );
}

function renderDocumentList({documents = []}: Report): Markup {
  const count = (asked: ReportDocument['status']) => documents.filter(({status}) => status === asked).length;
  const [issued, planned, named] = [count('issued'), count('planned'), count('named')];
  return renderSection(
    'documents',
    both('文件', 'Documents'),
    both(
      `上半年${issued}份，下半年拟印发${planned}份${named ? `；另有${named}份是别处发布的` : ''}。`,
      `${issued} in the first half, ${planned} to be issued in the second${named ? `; ${named} published elsewhere` : ''}.`,
    ),
    html`<qd-document-list
      ><ul>
        ${documents.map(({title, verb}) => html`<li>${renderDocument(title, verb)}</li>`)}
      </ul></qd-document-list
    >`,
  );
}

function renderPlatforms({platforms = []}: Report): Markup {
  return renderSection(
    'platforms',
    both('平台', 'Platforms'),
    both(
      `报告点名的${platforms.length}个平台、系统和机构，各带提到它的数字。`,
      `${platforms.length} platforms, systems and institutions that the report names, each with the figures that mention it.`,
    ),
    html`<qd-platform-list
      ><ul>
        ${platforms.map(({name}) => html`<li>${say(name)}</li>`)}
      </ul></qd-platform-list
    >`,
  );
}

function renderText({passages = [], language}: Report): Markup {
  return renderSection(
    'source',
    both('报告原文', 'The report’s text'),
    both(
      '标出的数字都能点回对应的卡片。',
      'Every marked figure leads to its card. The text is in Chinese, as published.',
    ),
    html`<qd-source open="data-elements" heading-level="3"
      ><div lang="${language}">
        ${passages.map(({quote}) => html`<p>${displayText(quote, 'zh-CN')}</p>`)}
      </div></qd-source
    >`,
  );
}

/** Label and figure in one line, as a snippet has them. */
function wordsOf(observation: Observation, locale: string): string {
  return `${displayText(localize(observation.label, locale), locale)} ${figureText(observation, locale)}`;
}

function renderCode(code: string): Markup {
  return html`${tokens(code).map(({kind, text}) =>
    kind === 'text' ? html`${text}` : html`<span class="${kind}">${text}</span>`,
  )}`;
}

function renderChoice(observation: Observation, isChosen: boolean): Markup {
  return html`<li>
    <label
      ><input
        type="radio"
        name="figure"
        value="${observation.indicator}"
        data-tag="${tagOf(observation)}"
        data-zh="${wordsOf(observation, 'zh-CN')}"
        data-en="${wordsOf(observation, 'en')}"
        ${isChosen ? html`checked` : ''}
      /><span>${say(observation.label)}</span
      ><b>${both(figureText(observation, 'zh-CN'), figureText(observation, 'en'))}</b></label
    >
  </li>`;
}

function renderBuilder(report: Report): Markup {
  const {observations} = report;
  const key = AREAS['data-elements']?.key;
  const chosen = observations.find(({indicator}) => indicator === key) ?? observations[0];
  if (!chosen) return html``;
  const code = snippet({
    name: chosen.kind === 'share' ? 'progress' : 'metric',
    report: report.id,
    indicator: chosen.indicator,
    words: wordsOf(chosen, 'zh-CN'),
    base: '/qd/',
  });
  const sentence = renderCard(report, chosen, {variant: 'inline', isAnchor: false});
  return html`<section class="sect" id="embed" aria-labelledby="title-embed">
    <div class="wenwu" aria-hidden="true"></div>
    <div class="head">
      <h2 id="title-embed">${both('嵌入数字卡片', 'Embed a figure')}</h2>
      <p class="intro">
        ${both(
          '选一个数字，看效果，点复制，粘贴到文章里。脚本没有到时，读者照样看到数字和链接。',
          'Pick a figure, look at the preview, press Copy and paste it into your article. Where no script comes, readers still see the figure and its link.',
        )}
      </p>
    </div>
    <div class="builder" data-report="${report.id}">
      <div class="pick" role="search">
        <h3 class="hidden">${both('选择数字', 'Choose a figure')}</h3>
        <label for="find"
          >${both(`查找数字，共${observations.length}个`, `Find one of ${observations.length} figures`)}</label
        >
        <input id="find" type="search" autocomplete="off" enterkeyhint="search" />
        <fieldset>
          <legend class="hidden">${both('数字', 'Figure')}</legend>
          <ul>
            ${observations.map((observation) => renderChoice(observation, observation === chosen))}
          </ul>
        </fieldset>
        <p class="none" role="status"></p>
      </div>
      <div class="work">
        <h3 class="hidden">${both('预览和代码', 'Preview and code')}</h3>
        <div class="stage">
          <div class="preview">${renderCard(report, chosen, {isAnchor: false, isFramed: true})}</div>
          <div class="running">
            <p class="note">${both('放进正文的样子', 'In running text')}</p>
            <p class="sentence">
              ${both(html`<i>${zh(chosen.label)}</i>`, html`<i>${en(chosen.label)}:</i> `)}${sentence}${both('。', '.')}
            </p>
          </div>
        </div>
        <p class="hidden" id="code-name">${both('嵌入代码', 'Code to embed')}</p>
        <pre
          class="code"
          tabindex="0"
          role="region"
          aria-labelledby="code-name"
        ><code id="snippet" translate="no">${renderCode(code)}</code></pre>
        <div class="copyrow">
          <p>
            ${both(
              '直接粘贴到编辑区，得到一条链接；网站的脚本把它变成卡片。',
              'Paste it straight into the editor: it is a link, which the site’s script makes a card.',
            )}
          </p>
          <p class="copy">
            <span class="told" role="status"></span
            ><button type="button" class="primary">${both('复制', 'Copy')}</button>
          </p>
        </div>
        <p class="all-forms">
          <a href="./builder.html#${chosen.indicator}" data-page="builder"
            >${both('更多样子和形式：图片、框架、标签……', 'More forms and looks: picture, frame, tag …')}</a
          >
        </p>
        <div class="own">
          <p class="note">
            ${both('这个数字自己的地址，一数一码：', 'This figure’s own address; one figure, one code:')}
          </p>
          <qd-qr href="#${chosen.indicator}"><a href="#${chosen.indicator}">#${chosen.indicator}</a></qd-qr>
        </div>
        <p class="once" id="template-name">${both('网站模板里另放一次：', 'Once in the site’s template:')}</p>
        <pre
          class="code"
          tabindex="0"
          role="region"
          aria-labelledby="template-name"
        ><code translate="no">${renderCode(TEMPLATE_SNIPPET)}</code></pre>
      </div>
    </div>
  </section>`;
}

function renderFoot(report: Report): Markup {
  const {url, published} = report.source;
  const [year, month_, day] = published ? [0, 1, 2].map((at) => part(published, at)) : [];
  const date = published
    ? both(`${year}年${month_}月${day}日发布`, `published ${day} ${month(published)} ${year}`)
    : '';
  return html`<footer class="foot">
    <div class="wrap">
      <div class="in">
        <qd-qr></qd-qr>
        <div>
          <p>
            ${both('原文：', 'Source: ')}${say(report.publisher)}${both('，', ', ')}${date}${url ? html`<br /><a href="${url}" hreflang="${report.language}">${url}</a>` : ''}
          </p>
          <p>
            ${both('演示页面。数字和引文取自公开报告，未作改动；英文为对照译文。', 'A demonstration page. Figures and quotations are taken from the public report unchanged; the English is a translation for reference.')}
          </p>
        </div>
      </div>
      ${renderFootSwitches('report')}
    </div>
  </footer>`;
}
