import {findFigures, type FoundFigure} from './extract-figures.js';
import type {
  Area,
  Ignored,
  Issue,
  Item,
  Kind,
  Observation,
  Passage,
  Plan,
  Report,
  ReportDocument,
} from './schema.js';
import {sha256} from './sha256.js';

/** What an editor knows and the text does not say. */
export interface DraftOptions {
  id: string;
  /** File name of the text, beside the report. */
  text: string;
  publisher?: string | undefined;
  /** First and last day; otherwise what the text's years and headings suggest. */
  period?: Report['period'] | undefined;
  url?: string | undefined;
  published?: string | undefined;
}

/** A line of the text, by its place. */
interface Line {
  text: string;
  start: number;
}

/** Stands where an editor has to write who publishes the report. */
const NO_PUBLISHER = '（待填：发布单位）';

/**
 * A draft of a report from its text: areas and items by its headings, problems and plans by theirs, an
 * observation for each figure, and an explanation for each number that is plainly none. Names are Chinese only,
 * and ids are numbers: what a text does not say is left to an editor, and `checkReport` lists it.
 *
 * @throws RangeError when no period is given and the text names no year.
 */
export function draftReport(text: string, options: DraftOptions): Report {
  const {id, publisher, url, published} = options;
  const lines = linesOf(text);
  const outline = outlineOf(lines);
  const figures = findFigures(text);
  const seen = new Map<string, number>();
  const observations = figures
    .filter(({isKpi}) => isKpi)
    .map((figure) => anObservation(text, figure, outline, seen));
  const ignored = figures.filter(({isKpi}) => !isKpi).flatMap((figure) => explain(text, figure, outline));
  const documents = documentsOf(text, outline);
  return {
    format: 1,
    id,
    language: 'zh-CN',
    publisher: {'zh-CN': publisher ?? NO_PUBLISHER},
    period: options.period ?? periodOf(text, figures),
    source: {
      text: options.text,
      sha256: sha256(text),
      ...(url && {url}),
      ...(published && {published}),
    },
    ...(outline.areas.length && {areas: outline.areas}),
    observations,
    ...(outline.issues.length && {issues: outline.issues}),
    ...(outline.plans.length && {plans: outline.plans}),
    ...(documents.length && {documents}),
    ...(ignored.length && {ignored}),
    passages: lines.map(({text: quote, start}) => ({quote, start, end: start + quote.length})),
  };
}

/** Every line with words in it, without the spaces around them. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    const words = match[0].trim();
    if (words) lines.push({text: words, start: match.index + match[0].indexOf(words)});
  }
  return lines;
}

const NUMERALS = '一二三四五六七八九十';
const PART = new RegExp(`^(?:([${NUMERALS}]{1,3})、|第([${NUMERALS}]{1,3})部分[、：:\\s]*)(.+)$`);
const AREA = new RegExp(`^[(（]([${NUMERALS}]{1,3})[)）](.+)$`);
const ITEM = new RegExp(`(?:^|[。；;])(?:([${NUMERALS}]{1,3})是|(\\d{1,2})[.．、](?!\\d))`, 'g');

/** 十二 is 12. */
function hanValue(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const digit = (sign: string | undefined) => NUMERALS.indexOf(sign ?? '') + 1;
  if (!numeral.includes('十')) return digit(ones);
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}

type Section = 'work' | 'issues' | 'plans';

interface Outline {
  areas: Area[];
  issues: Issue[];
  plans: Plan[];
  /** Where each kind of section begins, in text order. */
  sections: Array<{start: number; section: Section}>;
}

function sectionOf(heading: string): Section {
  if (/问题|不足|困难|短板/.test(heading)) return 'issues';
  if (/打算|计划|下一步|安排|展望|思路|举措|下半年|明年/.test(heading)) return 'plans';
  return 'work';
}

/** What the headings say: 一、…, （一）…, 一是…. */
function outlineOf(lines: Line[]): Outline {
  const outline: Outline = {areas: [], issues: [], plans: [], sections: [{start: 0, section: 'work'}]};
  let part = 0;
  let partTitle: Line | undefined;
  let section: Section = 'work';
  let area: Area | undefined;
  for (const line of lines) {
    const {text, start} = line;
    const heading = PART.exec(text);
    if (heading) {
      part = hanValue(heading[1] ?? heading[2]!);
      section = sectionOf(heading[3]!);
      outline.sections.push({start, section});
      partTitle = line;
      area = undefined;
      continue;
    }
    const field = AREA.exec(text);
    if (field && section === 'work') {
      const {title, from} = titleOf(field[2]!, text.length - field[2]!.length);
      area = {
        id: `area-${outline.areas.length + 1}`,
        number: numberOf(part, hanValue(field[1]!)),
        title: {'zh-CN': title},
        start,
        end: start + from + title.length,
        items: [],
      };
      outline.areas.push(area);
      continue;
    }
    const entries = field ? [line] : itemsOf(line);
    for (const entry of entries) {
      if (section === 'work') {
        area ??= partArea(outline, part, partTitle);
        area?.items.push(anItem(entry, area));
      } else addEntry(outline, section, part, entry);
    }
  }
  return outline;
}

function numberOf(...parts: number[]): string {
  return parts.filter(Boolean).join('.');
}

/** A part whose items stand under it directly is an area itself. */
function partArea(outline: Outline, part: number, line: Line | undefined): Area | undefined {
  if (!line) return undefined;
  const title = PART.exec(line.text)![3]!;
  const area: Area = {
    id: `area-${outline.areas.length + 1}`,
    number: numberOf(part),
    title: {'zh-CN': title},
    start: line.start,
    end: line.start + line.text.length,
    items: [],
  };
  outline.areas.push(area);
  return area;
}

/** The pieces of a line that begin with 一是, 二是 …; none where it has no such beginning. */
function itemsOf({text, start}: Line): Line[] {
  const starts = [...text.matchAll(ITEM)].map(({0: found, index}) =>
    /^[。；;]/.test(found) ? index + 1 : index,
  );
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? text.length;
    return {text: text.slice(from, to), start: start + from};
  });
}

/** The words that name an entry: its first sentence, without its number. */
function titleOf(words: string, offset = 0): {title: string; from: number} {
  const skipped =
    /^(?:[一二三四五六七八九十]{1,3}是|\d{1,2}[.．、]|[(（][一二三四五六七八九十]{1,3}[)）])?\s*/.exec(
      words,
    )![0];
  const rest = words.slice(skipped.length);
  const end = rest.search(/[。；;：:]/);
  return {title: end < 0 ? rest : rest.slice(0, end), from: offset + skipped.length};
}

function anItem({text, start}: Line, area: Area): Item {
  const number = area.items.length + 1;
  return {
    id: `${area.id.replace('area', 'item')}-${number}`,
    number: `${area.number}.${number}`,
    title: {'zh-CN': titleOf(text).title},
    quote: text,
    start,
    end: start + text.length,
  };
}

function addEntry(outline: Outline, section: 'issues' | 'plans', part: number, {text, start}: Line): void {
  const {title, from} = titleOf(text);
  const rest = text.slice(from + title.length).replace(/^[。；;：:]\s*/, '');
  const list = outline[section];
  const entry = {
    id: `${section === 'issues' ? 'issue' : 'plan'}-${list.length + 1}`,
    number: numberOf(part, list.length + 1),
    title: {'zh-CN': title},
    text: {'zh-CN': rest || title},
    provenance: {quote: text, start, end: start + text.length},
  };
  if (section === 'issues') outline.issues.push({...entry, plans: []});
  else outline.plans.push({...entry, status: 'not-stated'});
}

/** The sentence around a span, within its line. */
function sentenceAt(text: string, from: number, to: number): Passage {
  const before = text.slice(Math.max(0, from - 2_000), from);
  let start = from - /[^\n\r。！？]*$/.exec(before)![0].length;
  const after = /^[^\n\r。！？]*[。！？]?[”’]?/.exec(text.slice(to, to + 2_000))![0];
  const quote = text.slice(start, to + after.length);
  const words = quote.trim();
  // 一是…, 二是…: the first sentence of an item begins with its number.
  start += quote.indexOf(words);
  return {quote: words, start, end: start + words.length};
}

function placeOf({areas}: Outline, at: number): {area?: string; item?: string} {
  for (const area of areas) {
    const item = area.items.find(({start, end}) => start <= at && at < end);
    if (item) return {area: area.id, item: item.id};
  }
  return {};
}

function anObservation(
  text: string,
  figure: FoundFigure,
  outline: Outline,
  seen: Map<string, number>,
): Observation {
  const {reading, start, end, value, kind} = figure;
  const from = reading?.printedStart ?? start;
  const to = reading?.printedEnd ?? end;
  const sentence = sentenceAt(text, from, to);
  const clause = text.slice(sentence.start, from);
  const label = figure.label || /[^，,；;、。：:]*$/.exec(clause)![0] || text.slice(from, to);
  const number = (seen.get('figure') ?? 0) + 1;
  seen.set('figure', number);
  return {
    indicator: `figure-${number}`,
    ...placeOf(outline, start),
    label: {'zh-CN': label},
    kind: kind as Kind,
    printed: text.slice(from, to),
    value,
    scale: reading?.scale ?? 0,
    unit: reading?.unit ?? '',
    ...(reading?.qualifier && reading.ordinal !== '前' && {qualifier: reading.qualifier}),
    basis: basisOf(clause),
    provenance: {...sentence, figureStart: start, figureEnd: end},
  };
}

/** What the words before a figure say it covers; mostly nothing. */
function basisOf(clause: string): string {
  if (/累计[^，,；;。]*$/.test(clause)) return 'cumulative';
  const since = /((?:19|20)\d{2})年以来[^；;。]*$/.exec(clause)?.[1];
  return since ? `since-${since}` : 'unstated';
}

const REASONS: Partial<Record<FoundFigure['kind'], Ignored['reason']>> = {
  ordinal: 'ordinal',
  date: 'date',
  version: 'version',
  duration: 'duration',
  name: 'name',
  base: 'base',
};

/** Why a number is no indicator. A figure that only may be none is left to an editor, unless a plan names it. */
function explain(text: string, {kind, start, end}: FoundFigure, {sections}: Outline): Ignored[] {
  let section: Section = 'work';
  for (const entry of sections) if (entry.start <= start) ({section} = entry);
  const reason = REASONS[kind] ?? (section === 'plans' ? 'aim' : undefined);
  return reason ? [{start, end, text: text.slice(start, end), reason}] : [];
}

const VERBS = '印发|出台|制定|编制|发布|修订|公布|起草|拟定|下发|颁布|完善';
const DOCUMENT = new RegExp(`(${VERBS})(?:了|完善|实施)?(《[^《》\\n]{1,80}》)`, 'g');

/** Documents that stand behind a verb which says what was done to them. */
function documentsOf(text: string, outline: Outline): ReportDocument[] {
  return [...text.matchAll(DOCUMENT)].map(({0: found, 1: verb, 2: quote, index}) => {
    const start = index + found.indexOf(quote!);
    let section: Section = 'work';
    for (const entry of outline.sections) if (entry.start <= index) ({section} = entry);
    const plan = outline.plans.find(({provenance}) => provenance.start <= start && start < provenance.end);
    return {
      title: {'zh-CN': quote!.slice(1, -1)},
      verb: {'zh-CN': verb!},
      status: section === 'plans' ? 'planned' : 'issued',
      ...placeOf(outline, start),
      ...(plan && {plan: plan.id}),
      provenance: {quote: quote!, start, end: start + quote!.length},
    };
  });
}

const SPANS: ReadonlyArray<readonly [words: RegExp, first: string, last: string]> = [
  [/上半年|半年/, '01-01', '06-30'],
  [/(?:第)?一季度/, '01-01', '03-31'],
  [/前三季度/, '01-01', '09-30'],
];

/** The year that the text names most, and the half or quarter that its first heading names. */
function periodOf(text: string, figures: readonly FoundFigure[]): Report['period'] {
  const years = new Map<string, number>();
  for (const {kind, start, end} of figures) {
    const [year] = /^(?:19|20)\d{2}/.exec(text.slice(start, end)) ?? [];
    if (kind === 'date' && year) years.set(year, (years.get(year) ?? 0) + 1);
  }
  const [first] = [...years].sort((a, b) => b[1] - a[1]);
  if (!first) throw new RangeError('the text names no year');
  const head = text.slice(0, 400);
  const [, from, to] = SPANS.find(([words]) => words.test(head)) ?? ['', '01-01', '12-31'];
  return {start: `${first[0]}-${from}`, end: `${first[0]}-${to}`};
}
