import * as z from 'zod/mini';
import {isDecimal} from './decimal.js';
import {localizedTexts} from './localized-texts.js';
import {ReportError, type ReportIssue} from './report-error.js';
import {MAX_ROWS, observationSchema, reportSchema, type Report} from './schema.js';

const MAX_NESTING = 64;
const MAX_VALUES = 1_000_000;
const MAX_ISSUES = 50;
/** Observations whose shape is checked in one step. */
const STEP = 2_000;
const rowsSchema = z.array(observationSchema);

/**
 * The same object, once it is known to be a report of format 1; nothing is copied, changed or filled in.
 *
 * @throws ReportError naming every field that is wrong, at most 50, in the order of the file.
 */
export function parseReport(input: unknown): Report {
  for (const step = parseSteps(input); !step.next().done;);
  return input as Report;
}

/**
 * {@link parseReport} step by step, so that a page may take a turn between two: a step of ten thousand observations takes
 * some dozens of milliseconds. The input is known to be a report once all steps are done, and must not be changed before.
 *
 * @throws ReportError as `parseReport` does, from the step that finds the faults.
 */
export function* parseSteps(input: unknown): Generator<void, void> {
  refuse(guard(() => (isRecord(input) && isFit(input, {left: MAX_VALUES}, 0) ? [] : unfitValues(input))));
  yield;
  if (!(yield* hasShape(input as Record<string, unknown>))) {
    refuse(guard(() => shapeIssues(input)));
    yield;
  }
  refuse(guard(() => ruleIssues(input as Report)));
}

/** Whether {@link shapeIssues} would find nothing, asked only of many observations, some at a time. */
function* hasShape(input: Record<string, unknown>): Generator<void, boolean> {
  try {
    const {observations} = input;
    if (!Array.isArray(observations) || observations.length <= STEP || observations.length > MAX_ROWS)
      return false;
    for (let at = 0; at < observations.length; at += STEP) {
      const some: unknown = observations.slice(at, at + STEP);
      const {success} = at
        ? z.safeParse(rowsSchema, some)
        : z.safeParse(reportSchema, {...input, observations: some});
      if (!success) return false;
      yield;
    }
    return true;
  } catch {
    return false;
  }
}

function refuse(issues: ReportIssue[] | undefined): void {
  if (issues) throw new ReportError(issues);
}

/** Issues found, or `undefined` for none. An input that throws when read, such as a proxy, is an issue itself. */
function guard(find: () => ReportIssue[]): ReportIssue[] | undefined {
  let issues: ReportIssue[];
  try {
    issues = find();
  } catch {
    issues = [{path: '', problem: 'unreadable'}];
  }
  return issues.length ? issues.slice(0, MAX_ISSUES) : undefined;
}

/** Whether {@link unfitValues} finds nothing, which is the rule, and quicker to see without the place of each value. */
function isFit(value: unknown, budget: {left: number}, depth: number): boolean {
  if (--budget.left < 0) return false;
  if (typeof value === 'string') return !value.includes('\ufffd');
  if (typeof value !== 'object') return value === undefined || /^(?:number|boolean)$/.test(typeof value);
  if (value === null) return true;
  if (depth > MAX_NESTING) return false;
  const keys = Array.isArray(value) ? undefined : Object.keys(value);
  if (keys && !isPlain(value)) return false;
  const size = keys ? keys.length : (value as unknown[]).length;
  if (size > budget.left) return false;
  for (let i = 0; i < size; i++) {
    const key = keys ? keys[i]! : i;
    if (isForbidden(key)) return false;
    if (!isFit((value as Record<string | number, unknown>)[key], budget, depth + 1)) return false;
  }
  return true;
}

function isRecord(input: unknown): input is object {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function isForbidden(key: string | number): key is string {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** What no JSON file holds, and what is too deep or too much; found without recursion, before zod recurses. */
function unfitValues(input: unknown): ReportIssue[] {
  if (!isRecord(input)) {
    return [{path: '', problem: 'type', expected: 'report', found: shorten(input)}];
  }
  const issues: ReportIssue[] = [];
  const stack: Array<[value: unknown, path: string, depth: number]> = [[input, '', 0]];
  let seen = 0;
  for (let next = stack.pop(); next && issues.length < MAX_ISSUES; next = stack.pop()) {
    const [value, path, depth] = next;
    if (++seen > MAX_VALUES) return [{path: '', problem: 'too-large', expected: String(MAX_VALUES)}];
    if (typeof value === 'string' && value.includes('\ufffd')) issues.push({path, problem: 'encoding'});
    if (value === undefined || value === null || /^(?:string|number|boolean)$/.test(typeof value)) continue;
    if (depth > MAX_NESTING)
      return [{path: shortenPath(path), problem: 'nesting', expected: String(MAX_NESTING)}];
    const isList = Array.isArray(value);
    if (typeof value !== 'object' || (!isList && !isPlain(value))) {
      issues.push({path, problem: 'not-plain', found: shorten(value)});
      continue;
    }
    const keys = isList ? [] : Object.keys(value);
    const size = isList ? value.length : keys.length;
    if (seen + size > MAX_VALUES) return [{path, problem: 'too-large', expected: String(MAX_VALUES)}];
    for (let i = size - 1; i >= 0; i--) {
      const key = isList ? i : keys[i]!;
      if (isForbidden(key)) {
        issues.push({path, problem: 'forbidden-key', found: key});
        continue;
      }
      stack.push([(value as Record<string | number, unknown>)[key], join(path, key), depth + 1]);
    }
  }
  return issues;
}

/** An object as JSON.parse makes it, in whatever frame. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function shapeIssues(input: unknown): ReportIssue[] {
  const result = z.safeParse(reportSchema, input);
  if (result.success) return [];
  return result.error.issues
    .filter((issue) => issue.code !== 'unrecognized_keys' || unknownKey(issue, input) !== undefined)
    .slice(0, MAX_ISSUES)
    .map((issue) => toIssue(issue, input));
}

/** The first key that the input has of itself: zod also counts what old portals add to `Object.prototype`. */
function unknownKey({keys, path}: z.core.$ZodIssueUnrecognizedKeys, input: unknown): string | undefined {
  const value = valueAt(path, input);
  return keys.find((key) => Object.prototype.hasOwnProperty.call(value, key));
}

function valueAt(path: readonly PropertyKey[], input: unknown): unknown {
  let value = input;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

function toIssue(issue: z.core.$ZodIssue, input: unknown): ReportIssue {
  let path = '';
  for (const key of issue.path) path = join(path, key as string | number);
  const value = valueAt(issue.path, input);
  const found = shorten(value);
  const expected = expectation(issue.path);
  if (issue.code === 'unrecognized_keys')
    return {path, problem: 'unknown-key', found: shortenText(unknownKey(issue, input) ?? '')};
  if (issue.code === 'invalid_key')
    return {
      path,
      problem: 'format',
      expected: 'localized',
      found: shorten(issue.path[issue.path.length - 1]),
    };
  if (value === undefined)
    return {
      path,
      problem: 'missing',
      expected: expected ?? (issue.code === 'invalid_type' ? typeName(issue.expected) : 'text'),
    };
  if (issue.code === 'invalid_value' && !expected)
    return {path, problem: 'choice', expected: issue.values.map(String).join(', '), found};
  if (issue.code === 'too_big') {
    const isNumber = typeof value === 'number';
    return isNumber
      ? {path, problem: 'format', ...(expected && {expected}), found}
      : {path, problem: 'too-long', expected: String(issue.maximum)};
  }
  if (issue.code === 'too_small') {
    return typeof value === 'number'
      ? {path, problem: 'format', expected: expected ?? String(issue.minimum), found}
      : {path, problem: 'type', expected: expected ?? 'text', found};
  }
  if (issue.code === 'invalid_type')
    return {path, problem: 'type', expected: expected ?? typeName(issue.expected), found};
  return {path, problem: 'format', expected: expected ?? 'text', found};
}

/** What belongs at a path, by the name of the field. */
function expectation(path: PropertyKey[]): string | undefined {
  const key = String(path[path.length - 1] ?? '');
  const parent = String(path[path.length - 2] ?? '');
  if (key === 'format') return 'one';
  if (key === 'start' || key === 'end') return parent === 'period' ? 'date' : 'offset';
  if (key === 'period') return path[0] === 'series' ? 'period' : 'object';
  if (key === 'text') return parent === 'source' ? 'file' : path[0] === 'ignored' ? 'text' : 'localized';
  if (key === 'by') return parent === 'of' ? 'date' : 'editor';
  if (parent === 'indicators') return 'id';
  return FIELDS.get(key);
}

const FIELDS = new Map([
  ['id', 'id'],
  ['indicator', 'id'],
  ['area', 'id'],
  ['item', 'id'],
  ['plan', 'id'],
  ['value', 'decimal'],
  ['scale', 'scale'],
  ['published', 'date'],
  ['number', 'number'],
  ['figureStart', 'offset'],
  ['figureEnd', 'offset'],
  ['url', 'address'],
  ['sha256', 'sha256'],
  ['language', 'language'],
  ['basis', 'basis'],
  ['label', 'localized'],
  ['title', 'localized'],
  ['publisher', 'localized'],
  ['name', 'localized'],
  ['verb', 'localized'],
  ['short', 'localized'],
  ['note', 'localized'],
  ['notComparable', 'localized'],
]);

function typeName(expected: string): string {
  if (expected === 'array') return 'list';
  if (expected === 'string') return 'text';
  return expected === 'record' ? 'localized' : expected;
}

/** What the shape alone can't say: how fields of one entry, and entries of one list, go together. */
function ruleIssues(report: Report): ReportIssue[] {
  const issues: ReportIssue[] = [];
  const add = (path: string, problem: ReportIssue['problem'], expected: string | undefined, found: unknown) =>
    issues.push({path, problem, ...(expected && {expected}), found: shorten(found)});

  for (const [path, text] of localizedTexts(report)) {
    if (!Object.keys(text).length) add(path, 'format', 'localized', text);
  }
  checkDate('period.start', report.period.start);
  checkDate('period.end', report.period.end);
  checkDate('source.published', report.source.published);
  if (report.period.start > report.period.end) {
    add('period', 'order', 'start-end', `${report.period.start}, ${report.period.end}`);
  }

  report.areas?.forEach((area, i) => {
    const path = `areas[${i}]`;
    if ((area.start === undefined) !== (area.end === undefined))
      add(path, 'length', 'both', [area.start, area.end]);
    else if (area.start !== undefined && area.start >= area.end!)
      add(path, 'order', 'start-end', [area.start, area.end]);
    area.items.forEach((item, j) => checkPassage(`${path}.items[${j}]`, item));
  });
  const ratings = new Set<string>();
  report.observations.forEach((observation, i) => {
    const path = `observations[${i}]`;
    const {kind, value, unit, provenance, of} = observation;
    if (kind === 'rating') ratings.add(observation.indicator);
    else if (!isDecimal(value)) add(`${path}.value`, 'format', 'decimal', value);
    if ((kind === 'rank' || kind === 'tier') && !/^[1-9]\d*$/.test(value))
      add(`${path}.value`, 'format', 'rank', value);
    if (kind === 'share' && unit !== '%') add(`${path}.unit`, 'format', 'percent', unit);
    checkDate(`${path}.of.by`, of?.by);
    checkPassage(`${path}.provenance`, provenance);
    const {start, figureStart, figureEnd, end} = provenance;
    if (start > figureStart || figureStart >= figureEnd || figureEnd > end) {
      add(`${path}.provenance`, 'order', 'span', [start, figureStart, figureEnd, end]);
    }
  });
  for (const list of ['issues', 'plans', 'documents', 'platforms'] as const) {
    report[list]?.forEach((entry, i) => checkPassage(`${list}[${i}].provenance`, entry.provenance));
  }
  report.platforms?.forEach((platform, i) =>
    platform.mentions?.forEach(({start, end}, j) => {
      if (start >= end) add(`platforms[${i}].mentions[${j}]`, 'order', 'start-end', [start, end]);
    }),
  );
  report.series?.forEach((entry, i) => {
    checkDate(`series[${i}].source.published`, entry.source.published);
    checkDate(`series[${i}].of.by`, entry.of?.by);
    if (!isDecimal(entry.value) && !ratings.has(entry.indicator))
      add(`series[${i}].value`, 'format', 'decimal', entry.value);
  });
  report.ignored?.forEach(({start, end, text}, i) =>
    checkPassage(`ignored[${i}]`, {start, end, quote: text}),
  );

  checkUnique('areas', 'id', report.areas);
  const items = (report.areas ?? []).flatMap((area, i) =>
    area.items.map((item, j) => [`areas[${i}].items[${j}].id`, item.id] as const),
  );
  checkUniqueAt(items);
  checkUnique('observations', 'indicator', report.observations);
  checkUnique('issues', 'id', report.issues);
  checkUnique('plans', 'id', report.plans);
  checkUnique('platforms', 'id', report.platforms);
  return issues;

  function checkDate(path: string, date: string | undefined) {
    if (date !== undefined && !isRealDate(date)) add(path, 'format', 'date', date);
  }

  function checkPassage(path: string, {start, end, quote}: {start: number; end: number; quote: string}) {
    const expected = `end − start = ${quote.length}`;
    if (end - start !== quote.length) add(path, 'length', expected, end - start);
  }

  function checkUnique<K extends string>(
    list: string,
    key: K,
    entries: Array<Record<K, string>> | undefined,
  ) {
    checkUniqueAt((entries ?? []).map((entry, i) => [`${list}[${i}].${key}`, entry[key]] as const));
  }

  function checkUniqueAt(ids: ReadonlyArray<readonly [path: string, id: string]>) {
    const seen = new Set<string>();
    for (const [path, id] of ids) {
      if (seen.has(id)) add(path, 'duplicate', undefined, id);
      seen.add(id);
    }
  }
}

function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

function join(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path ? `${path}.${shortenText(key)}` : shortenText(key);
}

/** A value in a few words, without running any code of it. */
function shorten(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shortenText(value));
  if (Array.isArray(value)) {
    return value.length <= 4 && value.every((entry) => typeof entry === 'number')
      ? `[${value.join(', ')}]`
      : 'a list';
  }
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  return String(value);
}

function shortenText(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function shortenPath(path: string): string {
  return path.length > 120 ? `${path.slice(0, 119)}…` : path;
}
