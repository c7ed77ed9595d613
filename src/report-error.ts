import {toLocale} from './locale.js';

/** One thing that is wrong with a report. */
export type ReportIssue = {
  /** Where: `observations[3].value`; empty for the report itself. */
  path: string;
  problem:
    | 'missing'
    | 'type'
    | 'format'
    | 'choice'
    | 'too-long'
    | 'too-small'
    | 'too-large'
    | 'unknown-key'
    | 'forbidden-key'
    | 'not-plain'
    | 'unreadable'
    | 'nesting'
    | 'encoding'
    | 'order'
    | 'length'
    | 'duplicate';
  /** A name from the format such as `decimal`, or the choices or the bound themselves. */
  expected?: string;
  /** What stands there, shortened. */
  found?: string;
};

/** Why an input is no report: `path` and the message are of the first issue, `issues` are all, at most 50. */
export class ReportError extends Error {
  readonly path: string;
  readonly issues: ReportIssue[];

  constructor(issues: ReportIssue[]) {
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
    super(describeIssue(issues[0]!, 'en') + more);
    this.path = issues[0]!.path;
    this.issues = issues;
  }

  // Not a field: assigning fails where a page has frozen what errors inherit.
  override get name(): string {
    return 'ReportError';
  }

  /** The first issue as a sentence in `zh-CN` or `en`. */
  describe(locale: string): string {
    return describeIssue(this.issues[0]!, locale);
  }
}

/** An issue as one sentence that says what is wrong, where, and how to mend it. */
export function describeIssue(issue: ReportIssue, locale: string): string {
  const {path, problem, expected = '', found = ''} = issue;
  const key = path.slice(path.lastIndexOf('.') + 1);
  const isChinese = toLocale(locale) === 'zh-CN';
  const [english, chinese] = EXPECTATIONS.get(expected) ?? [expected, expected];
  const what = isChinese ? chinese : english;
  const place = path || (isChinese ? '报告' : 'The report');
  const isBareNumber = expected === 'decimal' && /^-?\d/.test(found);
  if (isChinese) {
    return (
      {
        missing: `${place}：缺少“${key}”，应为${what}。请补上。`,
        type: `${place}：应为${what}，实为 ${found}。${isBareNumber ? '请加上引号。' : '请改正。'}`,
        format: `${place}：应为${what}，实为 ${found}。请改正。`,
        choice: `${place}：应为 ${what} 之一，实为 ${found}。请改正。`,
        'too-long': `${place}：超过上限 ${what}。请缩短或拆分。`,
        'too-small': `${place}：不得小于 ${what}，实为 ${found}。请改正。`,
        'too-large': `${place}：超过上限 ${what}。请缩减。`,
        'unknown-key': `${place}：没有名为“${found}”的字段。请检查拼写，或删去。`,
        'forbidden-key': `${place}：不允许使用键名“${found}”。请删去。`,
        'not-plain': `${place}：应为普通 JSON 值，实为 ${found}。请传入 JSON.parse 的结果。`,
        unreadable: `${place}：读取时出错。请传入 JSON.parse 的结果。`,
        nesting: `${place}：嵌套超过 ${what} 层。请减少嵌套。`,
        encoding: `${place}：含有 U+FFFD，文件可能未按 UTF-8 读取。请以 UTF-8 重新保存。`,
        order: `${place}：应${what}，实为 ${found}。请调整。`,
        length: `${place}：应${what}，实为 ${found}。请改正位置。`,
        duplicate: `${place}：${found} 已经用过。请改用别的名称。`,
      } satisfies Record<ReportIssue['problem'], string>
    )[problem];
  }
  return (
    {
      missing: `${place}: expected ${what}, but it is missing. Add it.`,
      type: `${place}: expected ${what}, found ${isBareNumber ? 'the number ' : ''}${found}. ${isBareNumber ? 'Put it in quotes.' : 'Correct it.'}`,
      format: `${place}: expected ${what}, found ${found}. Correct it.`,
      choice: `${place}: expected one of ${what}, found ${found}. Use one of these.`,
      'too-long': `${place}: longer than ${what}. Shorten or split it.`,
      'too-small': `${place}: expected at least ${what}, found ${found}. Correct it.`,
      'too-large': `${place}: beyond the limit of ${what}. Reduce it.`,
      'unknown-key': `${place}: the format has no "${found}" here. Check the spelling, or remove it.`,
      'forbidden-key': `${place}: the key "${found}" is not allowed. Remove it.`,
      'not-plain': `${place}: expected plain JSON, found ${found}. Pass what JSON.parse returns.`,
      unreadable: `${place}: reading it failed. Pass what JSON.parse returns.`,
      nesting: `${place}: nested more than ${what} deep. Flatten it.`,
      encoding: `${place}: holds U+FFFD, so it was not read as UTF-8. Save it as UTF-8 again.`,
      order: `${place}: expected ${what}, found ${found}. Correct the order.`,
      length: `${place}: expected ${what}, found ${found}. Correct the offsets.`,
      duplicate: `${place}: ${found} is used twice. Give each its own.`,
    } satisfies Record<ReportIssue['problem'], string>
  )[problem];
}

const EXPECTATIONS = new Map<string, [english: string, chinese: string]>([
  ['report', ['a report object', '报告对象']],
  ['object', ['an object', '对象']],
  ['list', ['a list', '列表']],
  ['text', ['a text', '文本']],
  [
    'localized',
    ['texts by language such as {"zh-CN": "…", "en": "…"}', '按语言给出的文本，如 {"zh-CN": "…", "en": "…"}'],
  ],
  ['decimal', ['a decimal string such as "921.61"', '十进制数字字符串，如 "921.61"']],
  ['rank', ['a positive whole number as a string such as "9"', '正整数字符串，如 "9"']],
  ['percent', ['the unit "%" for a share', '占比的单位“%”']],
  ['scale', ['a power of ten from 0 to 24 such as 8 for 亿', '0 到 24 的十的幂，如 亿 为 8']],
  ['id', ['an id such as "data-resource-calls"', '标识，如 "data-resource-calls"']],
  ['date', ['a date such as "2024-06-30"', '日期，如 "2024-06-30"']],
  [
    'period',
    [
      'a period such as "2024", "2024-06", "2024-H1" or "2024-Q3"',
      '时期，如 "2024"、"2024-06"、"2024-H1" 或 "2024-Q3"',
    ],
  ],
  [
    'basis',
    [
      '"point", "year-to-date", "cumulative", "unstated" or "since-2024"',
      '"point"、"year-to-date"、"cumulative"、"unstated" 或 "since-2024"',
    ],
  ],
  ['number', ['a section number such as "1.2.3"', '章节号，如 "1.2.3"']],
  ['offset', ['a whole number, 0 or more', '不小于 0 的整数']],
  ['address', ['an http or https address', 'http 或 https 地址']],
  ['sha256', ['a SHA-256 of 64 hex digits', '64 位十六进制 SHA-256']],
  ['file', ['a file name such as "report.txt"', '文件名，如 "report.txt"']],
  ['language', ['a language tag such as "zh-CN"', '语言标签，如 "zh-CN"']],
  ['one', ['the number 1, the only format there is', '数字 1，目前唯一的格式']],
  ['editor', ['"editor"', '"editor"']],
  ['span', ['start ≤ figureStart < figureEnd ≤ end', '满足 start ≤ figureStart < figureEnd ≤ end']],
  ['start-end', ['start before end', '满足起点早于终点']],
  ['both', ['start and end, or neither', '同时给出 start 与 end，或都不给']],
]);
