import {isDecimal, toBaseUnits} from './decimal.js';
import {findFigures} from './extract-figures.js';
import {localizedTexts} from './localized-texts.js';
import {toLocale} from './locale.js';
import {readFigure, readFigureAt, type FigureReading} from './read-figure.js';
import type {Kind, Observation, Report, SeriesEntry} from './schema.js';
import {sha256} from './sha256.js';

/** One thing that a report says and its source text does not. */
export type Fault = {
  code:
    | 'hash'
    | 'quote'
    | 'position'
    | 'value'
    | 'scale'
    | 'unit'
    | 'qualifier'
    | 'printed'
    | 'kind'
    | 'whole'
    | 'basis'
    | 'wording'
    | 'translation'
    | 'reference'
    | 'uncovered'
    | 'overlap'
    | 'no-number';
  /** Path in the report, as `observations[3].value`, or a place in the text, as `text[984]`. */
  where: string;
  expected: string;
  found: string;
  /** One English sentence; {@link describeFault} gives it in Chinese too. */
  message: string;
};

export type CheckResult = {
  /** Observations without a fault, of how many. */
  proved: number;
  observations: number;
  /** Numbers that the reader found in the text. */
  numbers: number;
  /** Numbers that the report explains instead of showing them. */
  ignored: number;
  /** Empty when everything is proved; in the order in which the report is read. */
  faults: Fault[];
};

/**
 * Proves a report against its source text: every quote stands at its offsets, every figure is read again
 * from the text and means what its card says, and no number of the text is left over.
 *
 * @param report - What {@link parseReport} has accepted.
 */
export function checkReport(report: Report, sourceText: string): CheckResult {
  const faults: Fault[] = [];
  const add: Add = (code, where, expected, found) => {
    const fault = {code, where, expected, found: shorten(found), message: ''};
    faults.push({...fault, message: describeFault(fault, 'en')});
  };

  const digest = sha256(sourceText);
  if (digest !== report.source.sha256) add('hash', 'source.sha256', digest, report.source.sha256);
  checkTranslations(report, add);
  checkOutline(report, sourceText, add);
  checkPassages(report, sourceText, add);

  let proved = 0;
  report.observations.forEach((observation, i) => {
    const before = faults.length;
    checkObservation(`observations[${i}]`, observation, sourceText, add);
    if (faults.length === before) proved++;
  });
  report.series?.forEach((entry, i) => checkSeriesEntry(`series[${i}]`, entry, add));
  checkReferences(report, add);
  const numbers = checkCoverage(report, sourceText, add);

  return {
    proved,
    observations: report.observations.length,
    numbers,
    ignored: report.ignored?.length ?? 0,
    faults,
  };
}

/** A fault as one sentence that says where it is, what the source has and what the report has. */
export function describeFault(
  fault: Pick<Fault, 'code' | 'where' | 'expected' | 'found'>,
  locale: string,
): string {
  const {code, where, expected, found} = fault;
  const [english, chinese] = REASONS[code];
  return toLocale(locale) === 'zh-CN'
    ? `${where}：应为 ${expected}，实为 ${found || '空'}（${chinese}）。`
    : `${where}: expected ${expected}, found ${found || 'nothing'} (${english}).`;
}

const REASONS: Record<Fault['code'], [english: string, chinese: string]> = {
  hash: ['the source text is not the one that the report was made from', '原文与报告所依据的不同'],
  quote: ['the words do not stand at these offsets of the source', '原文该处没有这段文字'],
  position: ['no figure begins or ends there', '该处不是数字的起止位置'],
  value: ['the source has another number', '原文中的数字不同'],
  scale: ['the source counts in another power of ten', '原文中的数量级不同'],
  unit: ['the source has another unit', '原文中的单位不同'],
  qualifier: ['the source hedges otherwise', '原文中的限定词不同'],
  printed: ['the source prints the figure otherwise', '原文中的写法不同'],
  kind: ['the source states another kind of figure', '原文中的数字类型不同'],
  whole: ['the sentence has no such number', '句中没有这个数'],
  basis: ['the sentence does not name this time', '句中没有这个时间'],
  wording: ['the words are not those of the source', '与原文措辞不符'],
  translation: ['each text needs zh-CN and en', '每段文本都须有 zh-CN 与 en'],
  reference: ['the report has nothing of that name', '报告中没有这一项'],
  uncovered: [
    'a number of the text that the report neither shows nor explains',
    '原文中的数字既未采用也未说明',
  ],
  overlap: ['two entries claim the same characters', '两项占用了同一处文字'],
  'no-number': ['an ignored entry has to stand on a number', '忽略项须落在数字上'],
};

/** The passages, if a report brings them, are the whole text, in its order: only white space stands between them. */
function checkPassages({passages}: Report, text: string, add: Add): void {
  if (!passages) return;
  let end = 0;
  [...passages, {quote: '', start: text.length, end: text.length}].forEach((passage, i) => {
    const between = text.slice(end, passage.start).trim();
    if (passage.start < end)
      add('overlap', `passages[${i}]`, `start ${end} or later`, `start ${passage.start}`);
    else if (between) add('quote', `passages[${i}]`, `“${shorten(between)}” before it`, '');
    end = passage.end;
    if (i < passages.length) checkQuote(`passages[${i}]`, passage, text, add);
  });
}

type Add = (code: Fault['code'], where: string, expected: string, found: string) => void;
type Span = {start: number; end: number; where: string};

function checkTranslations(report: Report, add: Add): void {
  for (const [path, text] of localizedTexts(report)) {
    for (const locale of ['zh-CN', 'en']) {
      if (!text[locale]?.trim()) add('translation', `${path}.${locale}`, 'a text', '');
    }
  }
}

/** Everything but the figures: each passage at its offsets, each Chinese heading in its passage. */
function checkOutline(report: Report, text: string, add: Add): void {
  const isChinese = toLocale(report.language) === 'zh-CN';
  const checkPassage = (
    path: string,
    passage: {quote: string; start: number; end: number},
    ...words: Array<[string, string | undefined]>
  ) => {
    checkQuote(path, passage, text, add);
    for (const [key, word] of words) {
      if (isChinese && word !== undefined && !passage.quote.includes(word))
        add('wording', `${path}.${key}`, `words of “${shorten(passage.quote)}”`, word);
    }
  };
  report.areas?.forEach((area, i) => {
    const path = `areas[${i}]`;
    const {start, end} = area;
    if (start !== undefined && end !== undefined) {
      const line = text.slice(lineStart(text, start), lineEnd(text, start));
      const found = text.slice(start, end);
      const title = area.title[report.language] ?? '';
      // A heading is a line of its own, or opens one.
      if (
        start !== lineStart(text, start) ||
        !found.includes(title) ||
        (found !== line && !found.endsWith(title))
      ) {
        add('quote', path, `the line “${shorten(line)}” with “${title}”`, found);
      }
    }
    area.items.forEach((item, j) =>
      checkPassage(`${path}.items[${j}]`, item, ['title', item.title[report.language]]),
    );
  });
  for (const list of ['issues', 'plans'] as const) {
    report[list]?.forEach((entry, i) => {
      const words: Array<[string, string | undefined]> = [
        ['title', entry.title[report.language]],
        ['text', entry.text[report.language]],
      ];
      checkPassage(`${list}[${i}].provenance`, entry.provenance, ...words);
    });
  }
  report.documents?.forEach((entry, i) =>
    checkPassage(`documents[${i}].provenance`, entry.provenance, ['title', entry.title[report.language]]),
  );
  report.platforms?.forEach((platform, i) => {
    const path = `platforms[${i}]`;
    checkPassage(`${path}.provenance`, platform.provenance);
    platform.mentions?.forEach(({start, end}, j) => {
      const found = text.slice(start, end);
      if (found !== platform.name[report.language] && found !== platform.provenance.quote) {
        add('quote', `${path}.mentions[${j}]`, `“${platform.provenance.quote}”`, found);
      }
    });
  });
  report.ignored?.forEach(({start, end, text: words}, i) =>
    checkQuote(`ignored[${i}]`, {start, end, quote: words}, text, add),
  );
}

function checkQuote(
  path: string,
  passage: {quote: string; start: number; end: number},
  text: string,
  add: Add,
): void {
  const found = text.slice(passage.start, passage.end);
  if (found === passage.quote) return;
  const from = Math.max(0, passage.start - 2000);
  const at = text.slice(from, passage.end + 2000).indexOf(passage.quote);
  const where = at < 0 ? '' : `, which stands at ${from + at}`;
  add('quote', path, `“${shorten(passage.quote)}”${where}`, found);
}

function checkObservation(path: string, observation: Observation, text: string, add: Add): void {
  const {kind, value, scale, unit, printed, qualifier, provenance, of, basis} = observation;
  checkQuote(`${path}.provenance`, provenance, text, add);

  if (kind === 'rating' && !isDecimal(value)) {
    const {figureStart, figureEnd} = provenance;
    const found = text.slice(figureStart, figureEnd);
    // 高 in 非常高 is another rating.
    if (found !== value || /[非常较很最不]$/.test(text.charAt(figureStart - 1)))
      add('value', `${path}.value`, found, value);
    if (printed !== value) add('printed', `${path}.printed`, value, printed);
    if (scale) add('scale', `${path}.scale`, '0', String(scale));
    if (unit) add('unit', `${path}.unit`, 'none', unit);
    if (qualifier) add('qualifier', `${path}.qualifier`, 'none', qualifier);
  } else {
    const reading = readFigureAt(text, provenance.figureStart, unit);
    if (!reading || isInsideNumber(text, provenance.figureStart)) {
      add(
        'position',
        `${path}.provenance.figureStart`,
        'the start of a number',
        text.slice(provenance.figureStart, provenance.figureEnd),
      );
      return;
    }
    if (reading.end !== provenance.figureEnd)
      add('position', `${path}.provenance.figureEnd`, String(reading.end), String(provenance.figureEnd));
    compare(path, observation, reading, add);
    checkKind(`${path}.kind`, kind, reading, add);
  }

  const sentence = text.slice(sentenceStart(text, provenance.start), sentenceEnd(text, provenance.end));
  if (of?.value !== undefined && !hasNumber(sentence, of.value, of.unit))
    add('whole', `${path}.of.value`, `a number of “${shorten(sentence)}”`, of.value);
  const year = /^since-(\d{4})/.exec(basis ?? '')?.[1];
  if (year && !sentence.includes(year))
    add('basis', `${path}.basis`, `a year of “${shorten(sentence)}”`, year);
}

function checkSeriesEntry(path: string, entry: SeriesEntry, add: Add): void {
  if (!isDecimal(entry.value)) {
    if (entry.printed !== entry.value) add('printed', `${path}.printed`, entry.value, entry.printed);
    if (entry.scale) add('scale', `${path}.scale`, '0', String(entry.scale));
    if (entry.unit) add('unit', `${path}.unit`, 'none', entry.unit);
    if (entry.qualifier) add('qualifier', `${path}.qualifier`, 'none', entry.qualifier);
    return;
  }
  const first = readFigure(entry.printed);
  const reading = first && readFigureAt(entry.printed, first.start, entry.unit);
  if (reading) compare(path, entry, reading, add);
  else add('printed', `${path}.printed`, 'a figure', entry.printed);
}

function compare(path: string, card: Observation | SeriesEntry, reading: FigureReading, add: Add): void {
  if (card.value !== reading.value) add('value', `${path}.value`, reading.value, card.value);
  if (card.scale !== reading.scale) add('scale', `${path}.scale`, String(reading.scale), String(card.scale));
  if (card.unit !== reading.unit) add('unit', `${path}.unit`, reading.unit || 'none', card.unit);
  if (card.qualifier !== reading.qualifier && reading.ordinal !== '前') {
    add('qualifier', `${path}.qualifier`, reading.qualifier ?? 'none', card.qualifier ?? '');
  }
  if (card.printed !== reading.printed) add('printed', `${path}.printed`, reading.printed, card.printed);
}

function checkKind(path: string, kind: Kind, reading: FigureReading, add: Add): void {
  const {ordinal, unit, unitFamily} = reading;
  const isTier = unit === '梯队' || unit === '方阵';
  const expected: Kind[] = ordinal
    ? [isTier ? 'tier' : 'rank']
    : unitFamily === 'share'
      ? ['share']
      : unitFamily === 'money' || unitFamily === 'measure'
        ? ['amount']
        : unit === '星级'
          ? ['rating']
          : unitFamily === 'classifier'
            ? ['count']
            : ['count', 'amount'];
  if (!expected.includes(kind)) add('kind', path, expected.join(' or '), kind);
}

function checkReferences(report: Report, add: Add): void {
  const areas = new Map((report.areas ?? []).map((area) => [area.id, area]));
  const items = new Map(
    (report.areas ?? []).flatMap((area) => area.items.map((item) => [item.id, area.id] as const)),
  );
  const indicators = new Set(report.observations.map((observation) => observation.indicator));
  const plans = new Set((report.plans ?? []).map((plan) => plan.id));
  const check = (known: {has(id: string): boolean}, where: string, what: string, id: string | undefined) => {
    if (id !== undefined && !known.has(id)) add('reference', where, `the id of ${what}`, id);
  };
  const checkPlace = (path: string, entry: {area?: string | undefined; item?: string | undefined}) => {
    check(areas, `${path}.area`, 'an area', entry.area);
    check(items, `${path}.item`, 'an item', entry.item);
    const home = entry.item === undefined ? undefined : items.get(entry.item);
    if (home && entry.area && home !== entry.area) add('reference', `${path}.area`, home, entry.area);
  };
  report.observations.forEach((observation, i) => checkPlace(`observations[${i}]`, observation));
  report.documents?.forEach((document, i) => {
    checkPlace(`documents[${i}]`, document);
    check(plans, `documents[${i}].plan`, 'a plan', document.plan);
  });
  report.platforms?.forEach((platform, i) => {
    checkPlace(`platforms[${i}]`, platform);
    platform.indicators.forEach((id, j) =>
      check(indicators, `platforms[${i}].indicators[${j}]`, 'an observation', id),
    );
  });
  report.issues?.forEach((issue, i) =>
    issue.plans.forEach((link, j) => check(plans, `issues[${i}].plans[${j}].id`, 'a plan', link.id)),
  );
  report.series?.forEach((entry, i) =>
    check(indicators, `series[${i}].indicator`, 'an observation', entry.indicator),
  );
}

/** Every number of the text in one observation, one ignored entry, or named as the whole of an observation. */
function checkCoverage(report: Report, text: string, add: Add): number {
  const claims: Span[] = [];
  const wholes: Span[] = [];
  report.observations.forEach((observation, i) => {
    const {figureStart, figureEnd, start, end} = observation.provenance;
    claims.push({start: figureStart, end: figureEnd, where: `observations[${i}]`});
    const {value, unit} = observation.of ?? {};
    if (value === undefined) return;
    const from = sentenceStart(text, start);
    for (const row of findFigures(text.slice(from, sentenceEnd(text, end)))) {
      if (row.reading && isSame(row.reading, value, unit))
        wholes.push({start: from + row.start, end: from + row.end, where: ''});
    }
  });
  report.ignored?.forEach(({start, end}, i) => {
    const where = `ignored[${i}]`;
    claims.push({start, end, where});
    if (!NUMBER_SIGN.test(text.slice(start, end)))
      add('no-number', where, 'a number', text.slice(start, end));
  });
  claims.sort((a, b) => a.start - b.start || a.end - b.end);
  for (let i = 1, last = claims[0]; i < claims.length; i++) {
    const claim = claims[i]!;
    if (claim.start < last!.end)
      add(
        'overlap',
        claim.where,
        `characters that ${last!.where} does not claim`,
        text.slice(claim.start, claim.end),
      );
    if (claim.end > last!.end) last = claim;
  }

  wholes.sort((a, b) => a.start - b.start);
  const rows = findFigures(text);
  let claim = 0;
  let whole = 0;
  for (const row of rows) {
    for (const span of digitRuns(text, row)) {
      while (claim < claims.length && claims[claim]!.end <= span.start) claim++;
      while (whole < wholes.length && wholes[whole]!.end <= span.start) whole++;
      if (
        ![claims[claim], wholes[whole]].some(
          (given) => given && given.start <= span.start && span.end <= given.end,
        )
      ) {
        add(
          'uncovered',
          `text[${span.start}]`,
          'an observation or an ignored entry',
          `${text.slice(span.start, span.end)} in “${text.slice(Math.max(0, span.start - 12), span.end + 12)}”`,
        );
      }
    }
  }
  return rows.length;
}

const NUMBER_SIGN = /[\d０-９〇零一二两三四五六七八九十百千万亿兆首半双几数]/;

/** The runs of digits of a row; the row itself where it is in Chinese numerals. */
function digitRuns(text: string, row: {start: number; end: number}): Array<{start: number; end: number}> {
  const runs: Array<{start: number; end: number}> = [];
  const pattern = /[\d０-９]+(?:[.．,][\d０-９]+)*/g;
  const words = text.slice(row.start, row.end);
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    runs.push({start: row.start + match.index, end: row.start + match.index + match[0].length});
  }
  return runs.length ? runs : [row];
}

function hasNumber(sentence: string, value: string, unit: string | undefined): boolean {
  return findFigures(sentence).some((row) => row.reading && isSame(row.reading, value, unit));
}

function isSame(reading: FigureReading, value: string, unit: string | undefined): boolean {
  const isEqual = toBaseUnits(reading.value, reading.scale) === toBaseUnits(value, 0);
  return isEqual && !reading.ordinal && (!unit || unit === reading.unit);
}

/** Whether an offset is in the middle of a number, so that what follows is only its end. */
function isInsideNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  const next = text.charAt(at);
  if (/[-−－]$/.test(before)) return readFigureAt(text, at - 1) !== undefined;
  if (/[\d０-９]/.test(next)) return /[\d０-９](?:[.．,]|[十百千万亿]{1,2})?$/.test(before);
  return (
    /[〇零一二两三四五六七八九十百千万亿兆点]$/.test(before) &&
    /[〇零一二两三四五六七八九十百千万亿兆]/.test(next)
  );
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A sentence is looked for this far, so that a text without full stops takes no longer. */
const MAX_SENTENCE = 500;

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - MAX_SENTENCE);
  const before = text.slice(from, at);
  return from + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('。')) + 1;
}

function sentenceEnd(text: string, at: number): number {
  const after = text.slice(at, at + MAX_SENTENCE);
  const end = after.search(/[。\n]/);
  return at + (end < 0 ? after.length : end);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
