import {css, html, nothing, svg, type ReactiveElement, type TemplateResult} from 'lit';
import {
  changeBetween,
  comparableEntries,
  entryOrder,
  findEntry,
  ratePercent,
  scaleSize,
  type Change,
  type WhyListed,
} from '../src/change.js';
import {chineseFigureParts} from '../src/chinese-figure.js';
import {groupDigits, subtractDecimals, toBaseUnits} from '../src/decimal.js';
import {englishFigureParts, spokenEnglishFigure} from '../src/english-figure.js';
import {localize} from '../src/locale.js';
import {periodSpan} from '../src/period-span.js';
import {spokenPrinted} from '../src/printed-figure.js';
import type {Figure, Observation, Report, SeriesEntry} from '../src/schema.js';
import './templates.js';
import {adoptOnce} from './adopt-once.js';
import {displayText} from '../src/display-text.js';
import {shorten, type Fault} from './fault.js';
import {drawFigure, type DrawnFigure} from './figure.js';
import {findObservation, type NoFault} from './find-observation.js';
import {formatDate} from '../src/format-date.js';
import {periodName} from '../src/period-name.js';
import {renderSourceButton} from './source-button.js';
import {safeLink} from './safe-link.js';
import {defineWords, dotted} from './words.js';

/** What an editor may ask for besides the figure itself. */
export interface ExtraAttributes {
  /** The period to compare with: `2023`, `previous` (also by an empty attribute), `next`. */
  change?: string | null;
  /** A line over all periods. */
  trend?: boolean | null;
  /** Another indicator of the report that measures the same thing. */
  also?: string | null;
}

/** A tag, and how it is drawn. */
export interface ExtrasHost extends ReactiveElement, ExtraAttributes {
  language: string;
  look: {theme: string; text: string};
}

interface ExtrasRequest {
  host: ExtrasHost;
  report: Report;
  observation: Observation;
  language: string;
}

/**
 * What stands below a figure where the editor asks for it: a second measure of the same thing, the change against
 * another period, and a line over the periods. A fault where the second measure is not in the report.
 */
export function drawExtras(
  host: ExtrasHost,
  report: Report,
  observation: Observation,
): (TemplateResult & NoFault) | Fault {
  const {change, trend, also, language} = host;
  const request = {host, report, observation, language};
  let second: TemplateResult | undefined;
  if (also !== undefined && also !== null) {
    const found = findObservation(report, also);
    if (found.code) return {...found, attribute: 'also'};
    second = renderSecond(request, found);
  }
  adoptOnce(host, extraStyles);
  const entry =
    change === undefined || change === null
      ? undefined
      : findEntry(report, observation.indicator, change.trim() || 'previous');
  const line = trend ? comparableEntries(observation, report) : [];
  const cited = [entry, ...line].filter((one): one is SeriesEntry => Boolean(one));
  return html`${second ?? nothing}${
    entry
      ? renderChange(request, entry)
      : change === undefined || change === null
        ? nothing
        : html`<p part="change" class="delta">${noEntry(request, change.trim())}</p>`
  }${line.length ? renderTrend(request, line) : nothing}${
    cited.length ? renderCited(cited, language) : nothing
  }`;
}

// The second measure

const drawnSeconds = new WeakMap<ReactiveElement, {of: Observation; language: string; drawn: DrawnFigure}>();

function renderSecond({host, report, language}: ExtrasRequest, second: Observation): TemplateResult {
  let kept = drawnSeconds.get(host);
  if (kept?.of !== second || kept.language !== language) {
    kept = {of: second, language, drawn: drawFigure(second, language)};
    kept.drawn.element.setAttribute('part', 'also');
    drawnSeconds.set(host, kept);
  }
  const label = displayText(localize(second.label, language), language);
  return html`<div class="also">
    <p class="also-label">${label}</p>
    <div class="also-box">${kept.drawn.element}</div>
    ${renderSourceButton({host, report, observation: second, label, language, look: host.look})}
  </div>`;
}

// The change

function renderChange({observation, report, language}: ExtrasRequest, entry: SeriesEntry): TemplateResult {
  const words = extraWords(language);
  const change = changeBetween(observation, entry, report.period);
  const figure = entryText(entry, observation, language);
  const say = (sentence: Sentence, isAlone = false) =>
    withFigure(sentence, periodWords(entry.period, language, isAlone), figure);
  if (change.type === 'listed') {
    return html`<p part="change" class="delta"><b>${say(words.listed, true)}</b></p>
      <p class="cited">${whyListed(change.why, observation, entry, language)}</p>`;
  }
  if (change.type === 'place' || change.direction === 'same') {
    const isSame = change.type !== 'place' || change.isSame;
    return html`<p part="change" class="delta">${say(isSame ? words.same : words.different)}</p>`;
  }
  const isLater = entryOrder(entry, report.period) === 'later';
  const {shown, spoken} = differenceText(change, observation, entry, language);
  const pieces = html`<b>${shown.map((text) => html`<span class="phrase">${text}</span>`)}</b>`;
  // An upper bound does not prove that there was a change at all: no arrow.
  const arrow =
    change.bound === 'at-most' ? '' : (change.direction === 'up') === isRising(change) ? '▲' : '▼';
  return html`<p part="change" class="delta ${change.verdict ?? ''}">
    ${
      arrow
        ? html`<span class="amount" role="img" aria-label=${spoken}><i>${arrow}</i>${pieces}</span>`
        : html`<span class="amount">${pieces}</span>`
    }<span class="phrase">${say(isLater ? words.to : words.from)}</span
    >${change.verdict ? html`<span class="verdict">${words[change.verdict]}</span>` : nothing}
  </p>`;
}

type Sentence = (period: string, figure: string) => string;

/** A sentence whose figure does not break where it can stand in one line. */
function withFigure(sentence: Sentence, period: string, figure: string): TemplateResult {
  const [before, after] = sentence(period, '\0').split('\0');
  return html`${before}<span class="phrase">${figure}</span>${after}`;
}

type Difference = Extract<Change, {type: 'difference'}>;

/** Whether the arrow goes with the number. A rank rises as its number falls. */
function isRising({measure}: Difference): boolean {
  return measure !== 'places';
}

/** The change with its sign, and the same in words for a voice. */
function differenceText(
  change: Difference,
  observation: Observation,
  entry: SeriesEntry,
  language: string,
): {shown: string[]; spoken: string} {
  const words = extraWords(language);
  const {bound, measure, direction, size, rate} = change;
  const isEnglish = language !== 'zh-CN';
  if (measure === 'places') {
    const text = words.places(direction === 'down', size, size === '1');
    return {shown: [text], spoken: text};
  }
  const {value, scale} =
    measure === 'points'
      ? {value: size, scale: 0}
      : scaleSize(size, Math.min(observation.scale, entry.scale));
  const unit = measure === 'units' ? observation.unit : words.points[observation.unit]!;
  const figure: Figure = {kind: 'count', value, scale, unit, label: observation.label};
  const text = (isEnglish ? englishFigureParts(figure) : chineseFigureParts(figure))
    .map((part) => part.value)
    .join('');
  const said = isEnglish ? spokenEnglishFigure(figure) : spokenPrinted(text);
  const [way, rateWay] = words.ways[direction as 'up' | 'down'];
  const sign = direction === 'up' ? '+' : '−';
  const percent = rate && percentText(ratePercent(rate, bound), bound, language);
  const isUpper = bound === 'at-most';
  const shown = [words.bound(bound, isUpper ? way + text : sign + text)];
  if (percent) shown.push(words.aside(words.bound(bound, isUpper ? percent.text : percent.signed(sign))));
  return {
    shown,
    spoken: dottedWords(
      [way + words.bound(bound, said), percent && rateWay + words.bound(bound, percent.said)],
      words.comma,
    ),
  };
}

function dottedWords(parts: Array<string | undefined | false>, comma: string): string {
  return parts.filter(Boolean).join(comma);
}

function percentText(
  {percent, isRounded}: {percent: string; isRounded: boolean},
  bound: Difference['bound'],
  language: string,
): {text: string; said: string; signed: (sign: string) => string} | undefined {
  const words = extraWords(language);
  const isZero = percent === '0';
  // A lower bound of nothing says nothing.
  if (isZero && bound !== 'exact') return undefined;
  const shown = language === 'zh-CN' ? percent : groupDigits(percent);
  const hedge = bound !== 'exact' || !isRounded ? '' : isZero ? words.under : words.about;
  const number = isZero && isRounded ? '0.1' : shown;
  return {
    text: `${hedge}${number}%`,
    said: `${hedge}${number}${words.percent}`,
    signed: (sign) => `${hedge}${sign}${number}%`,
  };
}

function whyListed(why: WhyListed, observation: Observation, entry: SeriesEntry, language: string): string {
  const words = extraWords(language);
  switch (why) {
    case 'not-comparable':
      return words.notCompared(displayText(localize(entry.notComparable, language), language));
    case 'unit':
      return words.otherUnit(observation.unit, entry.unit);
    case 'basis': {
      const since = observation.basis!.startsWith('since-')
        ? formatDate(observation.basis!.slice('since-'.length), language)
        : '';
      return words.otherBasis(since);
    }
    case 'same-period':
      return words.samePeriod;
    case 'whole':
      return words.otherWhole;
    case 'hedged':
      return words.hedged;
    case 'both-hedged':
      return words.bothHedged;
  }
}

function noEntry({report, observation, language}: ExtrasRequest, asked: string): string {
  const words = extraWords(language);
  if (!asked || asked === 'previous') return words.noEarlier;
  if (asked === 'next') return words.noLater;
  const known = (report.series ?? [])
    .filter(({indicator}) => indicator === observation.indicator)
    .slice(0, 6)
    .map(({period}) => periodWords(period, language));
  return words.noPeriod(periodSpan(asked) ? periodWords(asked, language) : `“${shorten(asked, 20)}”`, known);
}

// The line

/** Room above and below the line, in percent of the drawing's height. */
const [TOP, BOTTOM] = [16, 82];

function renderTrend(
  {observation, report, language}: ExtrasRequest,
  line: Array<SeriesEntry | undefined>,
): TemplateResult {
  const words = extraWords(language);
  const points = line.map((entry) => {
    const {value, scale, qualifier} = entry ?? observation;
    return {
      isOwn: !entry,
      isHedged: Boolean(qualifier),
      day: Date.parse(entry ? periodSpan(entry.period)!.end : report.period.end),
      base: toBaseUnits(value, scale),
      period: periodWords(entry?.period ?? report.period, language, true),
      text: entryText(entry ?? observation, observation, language),
    };
  });
  // For the drawing only: how far each is from the first, small enough for a plain number.
  const heights = points.map(({base}) => Number(subtractDecimals(base, points[0]!.base)));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const [from, to] = [points[0]!.day, points[points.length - 1]!.day];
  const at = points.map(({day}, i) => ({
    x: `${round(((day - from) / (to - from)) * 100)}%`,
    y: `${round(high > low ? BOTTOM - ((heights[i]! - low) / (high - low)) * (BOTTOM - TOP) : (TOP + BOTTOM) / 2)}%`,
  }));
  const last = points.length - 1;
  const name = words.trend(points.map(({period, text}) => words.listed(period, text)));
  const end = (index: number) => html`<span>${points[index]!.period} <b>${points[index]!.text}</b></span>`;
  return html`<div part="trend" class="trend">
    <div class="plot">
      <svg role="img" aria-label=${name}>
        ${at
          .slice(1)
          .map(({x, y}, i) => svg`<line class="line" x1=${at[i]!.x} y1=${at[i]!.y} x2=${x} y2=${y}></line>`)}
        ${at.map(({x, y}, i) =>
          i === last
            ? svg`<circle class=${points[i]!.isHedged ? 'dot open' : 'dot'} cx=${x} cy=${y} r="5"></circle>`
            : points[i]!.isOwn
              ? svg`<circle class="own" cx=${x} cy=${y} r="3.5"></circle>`
              : nothing,
        )}
      </svg>
    </div>
    <p class="spans" aria-hidden="true">${end(0)}${end(last)}</p>
  </div>`;
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

// Whence

function renderCited(cited: SeriesEntry[], language: string): TemplateResult {
  const words = extraWords(language);
  const seen = new Set<string>();
  const once = cited.filter(({source: {url}}) => !seen.has(url) && seen.add(url));
  const notes = cited.map(({note}) => displayText(localize(note, language), language));
  const lead = dotted(...new Set(notes));
  return html`<p class="cited">
    ${lead ? html`<span class="lead">${lead}</span>` : nothing}${words.cited}${once.map(
      ({source: {url, published}}, i) => {
        const link = safeLink(url);
        const name = html`${hostName(url)}${
          published ? html` <span class="phrase">${formatDate(published, language)}</span>` : nothing
        }`;
        return html`${i ? words.and : nothing}${
          link ? html`<a href=${link} target="_blank" rel="noopener">${name}</a>` : name
        }`;
      },
    )}${words.unverified}
  </p>`;
}

/** The site a reader knows the address by. */
function hostName(url: string): string {
  return shorten(/^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? '', 60);
}

// Words

/** The figure of another period, named as the report's own indicator is. */
function entryText(entry: Figure, {kind, label}: Observation, language: string): string {
  const figure = {...entry, kind, label};
  return (language === 'zh-CN' ? chineseFigureParts(figure) : englishFigureParts(figure))
    .map(({value}) => value)
    .join('');
}

/** A period in words: 2024年上半年, June 2025; in an English sentence `the first half of 2024`. */
function periodWords(period: string | Report['period'], language: string, isAlone = false): string {
  if (typeof period === 'string' && /-\d\d$/.test(period)) return formatDate(period, language);
  const name = periodName(typeof period === 'string' ? periodSpan(period)! : period, language);
  if (isAlone || !/ (?:half|quarter) of /.test(name)) return name;
  return `the ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

const extraWords = defineWords<{
  from: Sentence;
  to: Sentence;
  same: Sentence;
  different: Sentence;
  listed: Sentence;
  ways: Record<'up' | 'down', [amount: string, rate: string]>;
  bound: (bound: Difference['bound'], text: string) => string;
  places: (isRise: boolean, places: string, isOne: boolean) => string;
  points: Record<string, string>;
  aside: (text: string) => string;
  comma: string;
  and: string;
  percent: string;
  about: string;
  under: string;
  better: string;
  worse: string;
  trend: (points: string[]) => string;
  cited: string;
  unverified: string;
  notCompared: (reason: string) => string;
  otherUnit: (own: string, other: string) => string;
  otherBasis: (since: string) => string;
  otherWhole: string;
  samePeriod: string;
  hedged: string;
  bothHedged: string;
  noEarlier: string;
  noLater: string;
  noPeriod: (asked: string, known: string[]) => string;
}>('extras', {
  'zh-CN': {
    from: (period, figure) => `比${period}的${figure}`,
    to: (period, figure) => `至${period}的${figure}`,
    same: (period, figure) => `与${period}相同：${figure}`,
    different: (period, figure) => `与${period}不同：${figure}`,
    listed: (period, figure) => `${period}：${figure}`,
    ways: {up: ['增加', '增长'], down: ['减少', '下降']},
    bound: (bound, text) =>
      bound === 'at-least' ? `${text}以上` : bound === 'at-most' ? `至多${text}` : text,
    places: (isRise, places) => `${isRise ? '上升' : '下降'}${places}位`,
    points: {'%': '个百分点', '‰': '个千分点'},
    aside: (text) => `（${text}）`,
    comma: '，',
    and: '；',
    percent: '%',
    about: '约',
    under: '不足',
    better: '向好',
    worse: '变差',
    trend: (points) => `走势：${points.join('，')}`,
    cited: '引自',
    unverified: '，未经原文核对',
    notCompared: (reason) => `不作比较：${reason}`,
    otherUnit: (own, other) => `两期单位不同（${own}、${other}），只列出不计算`,
    otherBasis: (since) =>
      `本报告的数字为${since ? `${since}以来` : '本年'}累计，另一期未说明口径，只列出不计算`,
    otherWhole: '两期的总数或范围不同，只列出不计算',
    samePeriod: '与本报告为同一时期，只列出不计算',
    hedged: '其中有约数，算不出变化，只列出不计算',
    bothHedged: '两期数字均为约数，只列出不计算',
    noEarlier: '没有更早一期的数字可比',
    noLater: '没有更晚一期的数字可比',
    noPeriod: (asked, known) => `没有${asked}的数字可比${known.length ? `，现有${known.join('、')}` : ''}`,
  },
  en: {
    from: (period, figure) => `from ${figure} in ${period}`,
    to: (period, figure) => `to ${figure} in ${period}`,
    same: (period, figure) => `Same as in ${period}: ${figure}`,
    different: (period, figure) => `Different in ${period}: ${figure}`,
    listed: (period, figure) => `${period}: ${figure}`,
    ways: {up: ['up ', 'up '], down: ['down ', 'down ']},
    bound: (bound, text) => (bound === 'exact' ? text : `${bound.replace('-', ' ')} ${text}`),
    places: (isRise, places, isOne) => `${isRise ? 'up' : 'down'} ${places} place${isOne ? '' : 's'}`,
    points: {'%': '个百分点', '‰': 'per mille points'},
    aside: (text) => `(${text})`,
    comma: ', ',
    and: '; ',
    percent: ' percent',
    about: 'about ',
    under: 'under ',
    better: 'better',
    worse: 'worse',
    trend: (points) => `Trend: ${points.join('; ')}`,
    cited: 'Cited from ',
    unverified: '; not checked against a source text',
    notCompared: (reason) => `Not compared: ${reason}`,
    otherUnit: (own, other) =>
      `The units differ (${own}, ${other}), so both are listed and nothing is worked out`,
    otherBasis: (since) =>
      `The report’s figure covers ${since ? `the time since ${since}` : 'the year so far'}, the other one does not say, so both are listed and nothing is worked out`,
    otherWhole: 'They are parts of different wholes, so both are listed and nothing is worked out',
    samePeriod: 'It is for the report’s own period, so both are listed and nothing is worked out',
    hedged: 'One of them is approximate, so both are listed and nothing is worked out',
    bothHedged: 'Both are approximate, so they are listed and nothing is worked out',
    noEarlier: 'No figure for an earlier period to compare with',
    noLater: 'No figure for a later period to compare with',
    noPeriod: (asked, known) =>
      `No figure for ${asked} to compare with${known.length ? `; there is ${known.join(', ')}` : ''}`,
  },
});

const extraStyles = css`
  .qd {
    --_ink-3: #5c6974;
    --_good: #0e6a48;
    --_bad: #b3261e;
  }
  @media screen {
    .qd[data-theme='dark'],
    .qd[data-theme='wall'] {
      --_ink-3: #9aa7b2;
      --_good: #6fcf9f;
      --_bad: #f29b92;
    }
  }
  .also {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    margin-block-start: calc(var(--_unit) * 3);
    padding-block-start: calc(var(--_unit) * 2);
    border-block-start: var(--_thin) solid var(--_line);
  }
  .also-label {
    width: 100%;
    font-size: var(--_caption);
    line-height: var(--_leading-note);
    color: var(--_ink-2);
  }
  .also-box {
    max-width: 100%;
    margin-inline-end: calc(var(--_unit) * 3);
  }
  .qd .also .f {
    --_s: 0.72;
    --_u: 0.64;
    --_q: 0.64;
    font-size: calc(var(--_base) * 1.5);
    line-height: 1.3;
    white-space: normal;
  }
  .delta {
    margin-block-start: calc(var(--_unit) * 2);
    font-size: var(--_caption);
    line-height: var(--_leading-note);
    color: var(--_ink-2);
    font-variant-numeric: tabular-nums;
  }
  .delta b {
    color: var(--_ink);
    font-weight: 700;
  }
  .phrase + .phrase {
    margin-inline-start: 0.25em;
  }
  .delta i {
    font-style: normal;
    margin-inline-end: 0.35em;
  }
  .amount {
    margin-inline-end: 0.4em;
  }
  .verdict {
    margin-inline-start: 0.4em;
  }
  .phrase {
    display: inline-block;
    text-decoration: inherit;
  }
  .better b,
  .better i,
  .better .verdict {
    color: var(--_good);
  }
  .worse b,
  .worse i,
  .worse .verdict {
    color: var(--_bad);
  }
  .cited {
    margin-block-start: var(--_unit);
    font-size: var(--_caption);
    line-height: var(--_leading-note);
    color: var(--_ink-2);
  }
  .cited .lead {
    display: block;
  }
  /* A comma may not begin a line, which after a block it would. */
  .cited .phrase {
    display: inline;
    white-space: nowrap;
  }
  .cited a {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .cited a:hover {
    text-decoration-thickness: 2px;
  }
  .trend {
    margin-block-start: calc(var(--_unit) * 3);
  }
  .plot {
    height: calc(var(--_base) * 2.5);
    padding-inline-end: 7px;
    border-block-end: var(--_thin) solid var(--_line-strong);
  }
  .plot svg {
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .line {
    stroke: var(--_ink);
    stroke-width: 2;
    stroke-linecap: round;
  }
  .dot {
    fill: var(--_accent);
    stroke: var(--_bg);
    stroke-width: 2;
  }
  .dot.open {
    fill: var(--_bg);
    stroke: var(--_accent);
  }
  .own {
    fill: var(--_ink);
  }
  .spans {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    margin-block-start: var(--_unit);
    font-size: var(--_caption);
    line-height: 1.5;
    color: var(--_ink-3);
    font-variant-numeric: tabular-nums;
  }
  .spans span {
    box-sizing: border-box;
    max-width: 100%;
  }
  .spans span + span {
    margin-inline-start: auto;
    padding-inline-start: 1em;
    text-align: end;
  }
  .spans b {
    display: inline-block;
    font-weight: 400;
  }
  @media print {
    .also .source {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .line {
      stroke: CanvasText;
    }
    .own,
    .dot {
      fill: CanvasText;
      stroke: Canvas;
    }
    .dot.open {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
`;
