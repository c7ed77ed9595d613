import {css, html, nothing, type ReactiveElement, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Issue, Observation, Plan, Report} from '../src/schema.js';
import {adoptOnce} from './adopt-once.js';
import {areaTitle} from './area-title.js';
import {displayText} from '../src/display-text.js';
import {drawFigure, figureStyles} from './figure.js';
import {figurePieces, figureWidths} from '../src/figure-pieces.js';
import {figureLanguage} from './figure-language.js';
import {itemNumber} from './item-number.js';
import type {QrCode} from './qr-code.js';
import {rankTicks, renderRankTicks} from './rank-ticks.js';
import {renderPhrases} from './render-phrases.js';
import {qrCodeStyles, renderQrCode} from './render-qr-code.js';
import {FULL_ROWS, wallBoard, type WallRow} from './wall-board.js';
import {defineWords} from './words.js';

/** What a wall is drawn from. */
export interface WallRequest {
  host: ReactiveElement;
  report: Report;
  language: string;
  /** Lines of the title. */
  title: string[];
  leads: readonly string[];
  headingLevel: number;
  /** The code of the report's address, where it has one. */
  code?: QrCode;
}

/** Most standings, and most problems, that the wall has room for. */
const MAX_STANDINGS = 3;
const MAX_ISSUES = 3;

/** The cockpit: everything at once on one screen of 16:9, without motion, nothing below 24 pixels at 1920. */
export function renderWall(request: WallRequest): TemplateResult {
  adoptOnce(request.host, figureStyles);
  adoptOnce(request.host, qrCodeStyles);
  adoptOnce(request.host, wallStyles);
  const {report, language, leads, headingLevel} = request;
  // Words of other languages are longer: fewer and somewhat smaller figures leave them room.
  const isDense = language === 'zh-CN';
  const {rows, left} = wallBoard(report, isDense ? 4 : 3, leads);
  const words = wallWords(language);
  const lines = Math.max(rows.length + (left ? 0.4 : 0), FULL_ROWS);
  const fit = (FULL_ROWS / lines) * (isDense ? 1 : 0.8);
  return html`<div class="screen ${isDense ? '' : 'loose'}">
    ${renderSide(request)}
    <div class="board" .style=${`--rows:${rows.length};--fit:${fit.toFixed(3)}`}>
      ${rows.map((row) => renderRow(row, language, headingLevel + 1))}
      ${left ? html`<p class="left">${words.moreAreas(left)}</p>` : nothing} ${renderIssues(report, language)}
    </div>
  </div>`;
}

function renderSide({report, language, title, headingLevel, code}: WallRequest): TemplateResult {
  const words = wallWords(language);
  const isStanding = ({kind}: Observation) => kind === 'rank' || kind === 'tier' || kind === 'rating';
  const all = report.observations.filter(isStanding);
  const general = all.filter(({area}) => !area);
  const {url} = report.source;
  return html`<div class="side">
    <div>
      <p class="over">${displayText(localize(report.publisher, language), language)}</p>
      <p class="title song" role="heading" aria-level=${headingLevel}>
        ${title.map((line) => html`<span>${line}</span>`)}
      </p>
    </div>
    <div class="standings">
      <i class="double"></i>
      ${(general.length ? general : all).slice(0, MAX_STANDINGS).map((standing) => renderStanding(standing, language))}
    </div>
    ${
      code && url
        ? html`<div class="qr">
              ${renderQrCode(code, words.codeFor(url))}
              <p><span>${words.scan}</span><span>${words.sources(report.observations.length)}</span></p>
            </div>
            <p class="host">${new URL(url).host}</p>`
        : html`<p class="qr">${words.count(report.observations.length)}</p>`
    }
  </div>`;
}

function renderStanding(standing: Observation, language: string): TemplateResult {
  const {kind, value, of} = standing;
  const words = wallWords(language);
  const ticks = kind === 'rank' && of?.value ? rankTicks(Number(value), Number(of.value)) : undefined;
  const among = kind === 'rank' ? '' : displayText(localize(of?.label, language), language);
  const count =
    of?.value && !ticks ? words.among(of.value + (language === 'zh-CN' ? (of.unit ?? '') : '')) : '';
  return html`<div class="standing">
    <p class="label">${displayText(localize(standing.label, language), language)}</p>
    ${drawFigure(standing, language).element}
    ${ticks ? renderRankTicks(ticks, words.place(value, of!.value!)) : nothing}
    ${among || count ? html`<p class="label">${[among, count].filter(Boolean).join(words.comma)}</p>` : nothing}
  </div>`;
}

function renderRow(row: WallRow, language: string, level: number): TemplateResult {
  const words = wallWords(language);
  const {area, isContinued, lead, place, beside, documents} = row;
  return html`<div class="line ${isContinued ? 'continued' : ''}">
    ${
      area
        ? html`<p class="who song" role="heading" aria-level=${level}>
            <span class="number">${words.number(itemNumber(area.number, language))}</span
            ><span
              >${
                area.short
                  ? displayText(localize(area.short, language), language)
                  : areaTitle(area, language).name
              }</span
            >
          </p>`
        : html`<i></i>`
    }
    ${lead ? renderCell(lead, language, place) : html`<i></i>`}
    ${beside.map((figure) => renderCell(figure, language))}
    ${
      documents
        ? html`<div class="cell">
            <p class="label">${words.documents}</p>
            <p class="f"><span class="n">${documents}</span><span class="u">${words.documentUnit}</span></p>
          </div>`
        : nothing
    }
  </div>`;
}

/** A longer Chinese label fills its two lines and cannot choose where to break. */
const MAX_PHRASED = 11;
/** Room for a rank beside the leading figure, in the wall's units. */
const PLATE_ROOM = 200;

function renderCell(figure: Observation, language: string, place?: Observation): TemplateResult {
  const {element} = drawFigure(figure, language);
  if (language !== 'zh-CN') withoutUnit(element, figure, language);
  const plate = place && aPlate(place, language);
  const label = displayText(localize(figure.label, language), language);
  return html`<div class="cell" .style=${plate ? `--plate:${plate.room}` : ''}>
    <p class="label">${label.length > MAX_PHRASED ? label : renderPhrases(label, language)}</p>
    ${element}
    ${
      plate
        ? html`<p class="plate">
            ${plate.scope ? html`<span>${plate.scope}</span>` : nothing}<b class="song">${plate.position}</b>
          </p>`
        : nothing
    }
  </div>`;
}

/** In English the label says what is counted (Data resource calls), and there is no room to say it twice. */
function withoutUnit(element: HTMLElement, figure: Observation, language: string): void {
  const unit = element.querySelector('.u:not(.l):not(.a)');
  if (!unit) return;
  unit.remove();
  const pieces = figurePieces(figureLanguage(language)!.parts(figure)).filter(
    ({class: kind, text}) => kind !== 'u' || text !== unit.textContent,
  );
  const {numeral, rest} = figureWidths(pieces);
  element.style.setProperty('--n', numeral.toFixed(2));
  element.style.setProperty('--r', rest.toFixed(2));
}

/** Scope and position of a rank, and the room they take; the position alone where both take too much. */
function aPlate(place: Observation, language: string): {scope: string; position: string; room: number} {
  const position = drawFigure(place, language).plain;
  const scope = displayText(localize(place.of?.label, language), language);
  const width = (text: string) => text.length * (language === 'zh-CN' ? 24 : 13) + 24;
  const room = width(position) + (scope ? width(scope) : 0) + 28;
  return room > PLATE_ROOM && scope
    ? {scope: '', position, room: width(position) + 28}
    : {scope, position, room};
}

function renderIssues({issues = [], plans = []}: Report, language: string): TemplateResult | typeof nothing {
  if (!issues.length) return nothing;
  const words = wallWords(language);
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const shown = issues.slice(0, MAX_ISSUES);
  const common = commonStart(plans.map(({title}) => localize(title, language)));
  const more = issues.length - shown.length;
  return html`<ul class="issues" role="list">
    ${shown.map((issue, at) => {
      const link = firstLink(issue, byId);
      const plan = link && byId.get(link.id);
      const planTitle = plan && localize(plan.title, language).slice(common);
      return html`<li>
        <span class="tag">${words.issue(itemNumber(issue.number, language))}</span>
        <b
          >${displayText(localize(issue.title, language), language)}${
            more && at === shown.length - 1 ? words.moreIssues(more) : ''
          }</b
        >
        ${
          plan
            ? html`<span class="tag">${words.plan(itemNumber(plan.number, language))}</span>
                <span class="plan"
                  ><i
                    class="${link!.relation === 'related' ? 'related' : ''}"
                    role="img"
                    aria-label=${link!.relation === 'related' ? words.related : words.answers}
                  ></i
                  ><span>${displayText(planTitle!, language)}</span></span
                >`
            : html`<span class="tag"></span><span class="plan">${words.noPlan}</span>`
        }
      </li>`;
    })}
  </ul>`;
}

/** The plan that takes up the problem, otherwise the first one linked. */
function firstLink({plans}: Issue, byId: ReadonlyMap<string, Plan>) {
  const known = plans.filter(({id}) => byId.has(id));
  return known.find(({relation}) => relation === 'answers') ?? known[0];
}

/**
 * How many characters all Chinese titles begin with alike (加快推进): said six times they say nothing, and a
 * wall has no room. Nothing of two titles or fewer, and never a whole title.
 */
function commonStart(titles: string[]): number {
  if (titles.length < 3 || !titles.every((title) => /^[\u4e00-\u9fff]/.test(title))) return 0;
  const [first = ''] = titles;
  let length = 0;
  while (length < first.length && titles.every((title) => title[length] === first[length])) length++;
  // Words have two characters as a rule: 数字 and 数据 are alike only in half.
  length -= length % 2;
  return titles.some((title) => title.length <= length) ? 0 : length;
}

const wallWords = defineWords<{
  number: (number: string) => string;
  documents: string;
  documentUnit: string;
  among: (count: string) => string;
  comma: string;
  place: (place: string, total: string) => string;
  scan: string;
  sources: (count: number) => string;
  count: (count: number) => string;
  codeFor: (address: string) => string;
  issue: (number: string) => string;
  plan: (number: string) => string;
  answers: string;
  related: string;
  noPlan: string;
  moreIssues: (count: number) => string;
  moreAreas: (count: number) => string;
}>('wall', {
  'zh-CN': {
    number: (number) => `（${number}）`,
    documents: '出台文件',
    documentUnit: '份',
    among: (count) => `共${count}`,
    comma: '，',
    place: (place, total) => `${total}个位次中的第${place}位`,
    scan: '扫一扫',
    sources: (count) => `看${count}个数字的出处`,
    count: (count) => `全文共${count}个数字`,
    codeFor: (address) => `二维码：报告原文 ${address}`,
    issue: (number) => `问题${number}`,
    plan: (number) => `打算${number}`,
    answers: '直接回应（编者关联）：',
    related: '主题相近（编者关联）：',
    noPlan: '编者未关联打算',
    moreIssues: (count) => `（另有${count}个问题）`,
    moreAreas: (count) => `另有${count}个工作领域，见报告原文`,
  },
  en: {
    number: (number) => number,
    documents: 'Documents issued',
    documentUnit: '',
    among: (count) => `${count} in all`,
    comma: ', ',
    place: (place, total) => `Place ${place} of ${total}`,
    scan: 'Scan for the',
    sources: (count) => `source of all ${count} figures`,
    count: (count) => `${count} figures in the report`,
    codeFor: (address) => `QR code: the report at ${address}`,
    issue: (number) => `Problem ${number}`,
    plan: (number) => `Plan ${number}`,
    answers: 'takes up the problem (linked by the editor):',
    related: 'same topic (linked by the editor):',
    noPlan: 'No plan linked by the editor',
    moreIssues: (count) => ` (and ${count} more)`,
    moreAreas: (count) => `and ${count} more areas in the report itself`,
  },
});

/** Everything is measured in `--u`, the 1920th part of the width that fits. */
const wallStyles = css`
  .wall {
    display: flex;
    align-items: center;
    justify-content: center;
    container-type: inline-size;
    background: var(--_bg);
  }
  .wall.whole {
    min-height: 100vh;
    margin: var(--_wm, 0);
  }
  .screen {
    --u: min(100vw / 1920, 100vh / 1080);
    --_base: calc(24 * var(--u));
    --_caption: calc(24 * var(--u));
    --_thin: max(1px, calc(2 * var(--u)));
    --_thick: calc(6 * var(--u));
    flex: none;
    box-sizing: border-box;
    width: calc(1920 * var(--u));
    height: calc(1080 * var(--u));
    overflow: hidden;
    display: grid;
    grid-template-columns: calc(344 * var(--u)) minmax(0, 1fr);
    column-gap: calc(60 * var(--u));
    padding: calc(48 * var(--u)) calc(56 * var(--u)) calc(36 * var(--u));
    font-size: var(--_base);
    line-height: 1.4;
  }
  @supports (width: 1cqw) {
    .screen {
      --u: min(100cqw / 1920, 100vh / 1080);
    }
  }
  .screen .song {
    font-family: var(
      --qd-font-title,
      'Source Han Serif SC',
      'Noto Serif CJK SC',
      'Songti SC',
      STSong,
      SimSun,
      Georgia,
      serif
    );
    font-weight: 700;
  }
  .screen .label,
  .over,
  .screen .qr,
  .tag,
  .plan,
  .left {
    color: var(--_ink-2);
  }
  .side {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .over {
    margin-block-end: calc(12 * var(--u));
  }
  .screen .title {
    font-size: calc(53 * var(--u));
    line-height: 1.28;
    text-autospace: no-autospace;
  }
  .screen.loose .title {
    font-size: calc(38 * var(--u));
    line-height: 1.2;
    letter-spacing: -0.01em;
  }
  .title span {
    display: block;
  }
  .standings {
    flex: 1 1 auto;
    margin-block-start: calc(36 * var(--u));
    min-height: 0;
    overflow: hidden;
  }
  .double {
    display: block;
    height: calc(4 * var(--u));
    border: solid var(--_ink);
    border-width: var(--_thick) 0 var(--_thin);
  }
  .standing {
    margin-block-start: calc(30 * var(--u));
  }
  .screen .standing .f {
    --_max: min(calc(64 * var(--u)), calc(344 * var(--u) / (var(--n) + var(--r) * 0.5)));
    font-size: var(--_max);
    line-height: 1.3;
    white-space: nowrap;
  }
  .loose .standing {
    margin-block-start: calc(22 * var(--u));
  }
  .loose .standing .label {
    line-height: 1.2;
  }
  .screen.loose .standing .f {
    --_max: min(calc(54 * var(--u)), calc(344 * var(--u) / (var(--n) + var(--r) * 0.5)));
    line-height: 1.2;
  }
  .standing .place .n {
    font-size: 1.15em;
  }
  .ticks {
    display: block;
    width: 100%;
    height: calc(26 * var(--u));
    overflow: visible;
  }
  .ticks path {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .ticks .mark {
    stroke: var(--_accent);
    stroke-width: calc(4 * var(--u));
  }
  .screen .qr {
    display: flex;
    align-items: center;
    line-height: 1.5;
  }
  .host {
    margin-block-start: calc(8 * var(--u));
    color: var(--_ink-2);
    line-height: 1.3;
  }
  .qr .code {
    width: calc(164 * var(--u));
    margin-inline-end: calc(20 * var(--u));
  }
  .qr p {
    min-width: 0;
  }
  .qr span {
    display: block;
  }
  .board {
    height: 100%;
    min-height: 0;
    display: grid;
    grid-template-rows: repeat(var(--rows), minmax(0, 1fr)) auto;
  }
  .line {
    display: grid;
    grid-template-columns: calc(142 * var(--u)) calc(398 * var(--u)) repeat(4, minmax(0, 1fr));
    grid-template-rows: minmax(0, 1fr);
    column-gap: calc(20 * var(--u));
    border-block-start: var(--_thin) solid var(--_line-strong);
    padding-block-start: calc(12 * var(--u) * var(--fit));
    min-height: 0;
  }
  .loose .line {
    grid-template-columns: calc(176 * var(--u)) calc(398 * var(--u)) repeat(3, minmax(0, 1fr));
  }
  .line.continued {
    border-block-start-color: transparent;
  }
  .who {
    font-size: calc(30 * var(--u));
    line-height: 1.3;
  }
  .loose .who {
    font-size: calc(24 * var(--u));
    letter-spacing: -0.01em;
    margin-inline-end: calc(-16 * var(--u));
  }
  .who span {
    display: block;
  }
  .number {
    font-size: calc(24 * var(--u));
    line-height: 1.4;
    color: var(--_ink-2);
  }
  .number:lang(zh) {
    margin-inline-start: -0.5em;
  }
  @supports (text-spacing-trim: trim-start) {
    .number:lang(zh) {
      margin-inline-start: 0;
    }
  }
  .cell {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .screen .cell .label {
    flex: none;
    padding: 0;
    line-height: 1.3;
    text-wrap: balance;
  }
  /* Quotation marks of full width would ask for a third line. */
  @supports not (text-spacing-trim: trim-start) {
    .screen .cell .label:lang(zh) {
      font-feature-settings: 'halt';
    }
  }
  .phrases {
    word-break: keep-all;
  }
  .screen.loose .cell .label {
    line-height: 1.15;
    letter-spacing: -0.01em;
  }
  .screen .cell:nth-child(2) .label {
    color: var(--_ink);
    margin-inline-end: calc(24 * var(--u));
  }
  .screen .cell .f {
    --_s: 0.6;
    --_u: 0.6;
    --_q: 0.6;
    --w: calc(188 * var(--u));
    --h: calc(40 * var(--u) * var(--fit));
    font-size: max(
      var(--_caption),
      min(
        var(--h),
        var(--w) / (var(--n, 1) + var(--r, 1) * var(--_s)),
        (var(--w) - var(--r, 1) * var(--_caption)) / var(--n, 1)
      )
    );
    margin-block-start: auto;
    padding-block-end: calc(14 * var(--u) * var(--fit));
    line-height: 1;
    white-space: nowrap;
  }
  .screen.loose .cell .f {
    --_s: 0.7;
    --_q: 0.7;
    --w: calc(250 * var(--u));
  }
  .screen .cell:nth-child(2) .f,
  .screen.loose .cell:nth-child(2) .f {
    --_s: 0.42;
    --_u: 0.33;
    --_q: 0.34;
    --w: calc((374 - var(--plate, 0)) * var(--u));
    --h: calc(72 * var(--u) * var(--fit));
  }
  .cell:nth-child(2) .n {
    letter-spacing: -0.022em;
  }
  .plate {
    position: absolute;
    bottom: calc(14 * var(--u) * var(--fit));
    right: calc(24 * var(--u));
    display: flex;
    border: var(--_thin) solid var(--_accent);
    line-height: 1;
    color: var(--_accent);
  }
  .plate span,
  .plate b {
    padding: 0.36em 0.5em 0.4em;
    white-space: nowrap;
  }
  .plate b {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .left {
    padding-block-end: calc(8 * var(--u));
  }
  .issues {
    list-style: none;
    margin: 0;
    padding: calc(14 * var(--u)) 0 0;
    border-block-start: var(--_thick) solid var(--_ink);
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    column-gap: calc(40 * var(--u));
  }
  .issues li {
    display: grid;
    grid-template-columns: calc(88 * var(--u)) minmax(0, 1fr);
    column-gap: calc(12 * var(--u));
    align-content: start;
    line-height: 1.5;
  }
  .loose .issues {
    column-gap: calc(24 * var(--u));
  }
  .loose .issues li {
    grid-template-columns: calc(112 * var(--u)) minmax(0, 1fr);
    column-gap: calc(12 * var(--u));
    line-height: 1.2;
    letter-spacing: -0.01em;
  }
  .tag {
    white-space: nowrap;
  }
  .plan {
    display: flex;
  }
  .plan i {
    flex: none;
    width: calc(40 * var(--u));
    height: calc(5 * var(--u));
    margin-block-start: 0.65em;
    margin-inline-end: calc(10 * var(--u));
    background: var(--_accent);
  }
  .plan i.related {
    height: calc(3 * var(--u));
    background: repeating-linear-gradient(
      90deg,
      var(--_ink-2) 0 calc(6 * var(--u)),
      transparent calc(6 * var(--u)) calc(11 * var(--u))
    );
  }
  @media (forced-colors: active) {
    .plan i,
    .double {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .ticks .mark {
      stroke: Highlight;
    }
  }
`;
