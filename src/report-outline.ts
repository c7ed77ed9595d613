import {localize} from './locale.js';
import type {Area, Observation, Passage, Report} from './schema.js';
import {markedSpan} from './marked-span.js';

/** A figure in a passage, by offsets into its quote, end exclusive. Several indicators where one figure gives them. */
export interface Mark {
  from: number;
  to: number;
  observations: Observation[];
}

/** A number that is no indicator, by offsets into the quote. */
export interface IgnoredMark {
  from: number;
  to: number;
  reason: NonNullable<Report['ignored']>[number]['reason'];
}

/** One line of the text. */
export interface OutlineLine {
  passage: Passage;
  /** How far the sentence reaches that names the item: 一是…。 */
  lead: number;
  marks: Mark[];
  ignored: IgnoredMark[];
}

/** A piece of the text under one heading. */
export interface OutlineSection {
  /** The same as long as the report is. */
  key: string;
  kind: 'opening' | 'part' | 'area';
  area?: Area;
  /** The heading as the text has it; absent before the first one, and where the report carries no text. */
  heading?: OutlineLine;
  lines: OutlineLine[];
  /** How many figures are marked in it. */
  count: number;
}

export interface ReportOutline {
  /** Whether the report carries its text; otherwise the lines are the sentences that it quotes. */
  isWhole: boolean;
  sections: OutlineSection[];
}

/** 一、…, 第二章 …, II. …, 3. …: what a line of a few words begins with that heads a part. */
const PART = /^(?:第?[一二三四五六七八九十百]+[、章部]|[IVX]+[.、]|\d+[.、]\s*(?!\d))/;
const LONGEST_HEADING = 60;
/** What ends a sentence, but not a heading. */
const ENDED = /[。！？；!?;.]$/;

/** The text of a report by its headings, with every figure in its place. */
export function reportOutline(report: Report): ReportOutline {
  const isWhole = Boolean(report.passages?.length);
  const passages = isWhole ? [...report.passages!].sort((a, b) => a.start - b.start) : quotes(report);
  const lines = passages.map((passage) => ({passage, lead: 0, marks: [], ignored: []}) as OutlineLine);
  setMarks(lines, report);
  setLeads(lines, report);
  return {isWhole, sections: isWhole ? byHeadings(lines, report) : byAreas(lines, report)};
}

function section(kind: OutlineSection['kind'], key: string, rest: Partial<OutlineSection>): OutlineSection {
  return {kind, key, lines: [], count: 0, ...rest};
}

function count({heading, lines}: OutlineSection): number {
  let sum = 0;
  for (const line of [heading, ...lines]) {
    for (const {observations} of line?.marks ?? []) sum += observations.length;
  }
  return sum;
}

function byHeadings(lines: OutlineLine[], report: Report): OutlineSection[] {
  const areas = new Map(report.areas?.map((area) => [area.start, area]));
  const sections: OutlineSection[] = [];
  let current: OutlineSection | undefined;
  for (const line of lines) {
    const {start, quote} = line.passage;
    const area = areas.get(start);
    if (area) current = section('area', area.id, {area, heading: line});
    else if (quote.length <= LONGEST_HEADING && PART.test(quote) && !ENDED.test(quote))
      current = section('part', `at ${start}`, {heading: line});
    else if (current) {
      current.lines.push(line);
      continue;
    } else current = section('opening', 'opening', {lines: [line]});
    sections.push(current);
  }
  for (const found of sections) found.count = count(found);
  return sections;
}

/** Where there are only quotes, the report's outline says what they belong to. */
function byAreas(lines: OutlineLine[], report: Report): OutlineSection[] {
  const sections: OutlineSection[] = [];
  for (const line of lines) {
    const {start, end} = line.passage;
    const id = line.marks[0]?.observations[0]!.area;
    const area = report.areas?.find((area) =>
      id ? area.id === id : area.items.some((item) => item.start <= start && end <= item.end),
    );
    const key = area?.id ?? 'opening';
    let found = sections.find((section) => section.key === key);
    if (!found) sections.push((found = section(area ? 'area' : 'opening', key, {area})));
    found.lines.push(line);
  }
  for (const found of sections) found.count = count(found);
  return sections;
}

/** Every passage that the report quotes, save those inside another one. */
function quotes(report: Report): Passage[] {
  const all: Passage[] = [
    ...(report.areas ?? []).flatMap(({items}) => items),
    ...report.observations.map(({provenance}) => provenance),
    ...(report.issues ?? []).map(({provenance}) => provenance),
    ...(report.plans ?? []).map(({provenance}) => provenance),
  ].map(({quote, start, end}) => ({quote, start, end}));
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Passage[] = [];
  let reach = -1;
  for (const passage of all) {
    if (passage.end <= reach) continue;
    kept.push(passage);
    reach = passage.end;
  }
  return kept;
}

/** The line that a span stands in whole, found in the ordered lines by halving. */
function lineOf(lines: OutlineLine[], start: number, end: number): OutlineLine | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.passage.start <= start) low = middle + 1;
    else high = middle;
  }
  const line = lines[low - 1];
  return line && end <= line.passage.end ? line : undefined;
}

function setMarks(lines: OutlineLine[], report: Report): void {
  const spans = report.observations.map((observation) => {
    const [from, to] = markedSpan(observation);
    const {start, quote} = observation.provenance;
    return {observation, start: start + from, end: start + to, text: quote.slice(from, to)};
  });
  spans.sort((a, b) => a.start - b.start);
  for (const {observation, start, end, text} of spans) {
    const line = lineOf(lines, start, end);
    if (!line) continue;
    const [from, to] = [start - line.passage.start, end - line.passage.start];
    // Offsets of another text would mark other words.
    if (line.passage.quote.slice(from, to) !== text) continue;
    const last = line.marks[line.marks.length - 1];
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.observations.push(observation);
    } else line.marks.push({from, to, observations: [observation]});
  }
  for (const {start, end, text, reason} of [...(report.ignored ?? [])].sort((a, b) => a.start - b.start)) {
    const line = lineOf(lines, start, end);
    if (!line) continue;
    const [from, to] = [start - line.passage.start, end - line.passage.start];
    if (line.passage.quote.slice(from, to) !== text) continue;
    if (line.marks.some((mark) => from < mark.to && mark.from < to)) continue;
    const last = line.ignored[line.ignored.length - 1];
    if (!last || last.to <= from) line.ignored.push({from, to, reason});
  }
}

/** The first sentence of an item, a problem or a plan, where it is the one that names it. */
function setLeads(lines: OutlineLine[], report: Report): void {
  const titles = new Map<number, string>();
  const {language} = report;
  for (const {items} of report.areas ?? []) {
    for (const {start, title} of items) titles.set(start, localize(title, language));
  }
  for (const {provenance, title} of [...(report.issues ?? []), ...(report.plans ?? [])]) {
    titles.set(provenance.start, localize(title, language));
  }
  for (const line of lines) {
    const {start, quote} = line.passage;
    const title = titles.get(start);
    const at = title ? quote.indexOf(title) : -1;
    const end = at < 0 ? 0 : quote.slice(at + title!.length).search(/[。！？!?.]/);
    if (at < 0 || end < 0 || /[。！？!?]/.test(quote.slice(0, at))) continue;
    line.lead = at + title!.length + end + 1;
    for (const {from, to} of line.marks) if (from < line.lead && line.lead < to) line.lead = to;
  }
}
