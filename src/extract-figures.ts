import {numeralRunEnd} from './read-numeral.js';
import {readFigureAt, type FigureReading} from './read-figure.js';
import type {Kind} from './schema.js';

/** A number of a text and what it is. */
export type ExtractedFigure = {
  /** The number with its scale, in UTF-16 code units, end exclusive. */
  start: number;
  end: number;
  /** A decimal string; a word for a rating in words. */
  value: string;
  /** As written: 亿; empty when there is none. */
  scale: string;
  unit: string;
  /** As written: 近; empty when there is none. */
  qualifier: string;
  kind: Kind | 'ordinal' | 'date' | 'version' | 'duration' | 'name' | 'base';
  /** The words that most likely say what is counted; empty where none stand near. */
  label: string;
  /** Whether the number states a result, rather than a date, an ordinal, a name or an aim. */
  isKpi: boolean;
  direction: 'up' | 'down' | '';
};

/** A row of {@link extractFigures} with the reading it comes from; a rating in words has none. */
export type FoundFigure = ExtractedFigure & {reading?: FigureReading};

/**
 * Every number of a Chinese report, in text order: all digits, and the Chinese numerals that count, rank or
 * order something. List markers in Chinese numerals and words such as 统一 are left out.
 */
export function extractFigures(text: string): ExtractedFigure[] {
  return findFigures(text).map(({reading: _, ...row}) => row);
}

/** {@link extractFigures} with the readings. */
export function findFigures(text: string): FoundFigure[] {
  const rows: FoundFigure[] = [];
  const places = markPlaces(text);
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const found = match[1] ? rating(text, match) : match[2] ? code(match) : number(text, match, places);
    let last = found?.end ?? match.index + 1;
    if (!found && !match[1] && !match[2]) last = Math.max(last, numeralRunEnd(text, match.index));
    if (found) {
      const previous = rows[rows.length - 1];
      if (!/^(?:date|ordinal|version|name)$/.test(found.kind)) found.label = labelOf(text, found, previous);
      rows.push(found);
    }
    CANDIDATE.lastIndex = Math.max(last, match.index + 1);
  }
  return rows;
}

const RATING_WORDS = '非常高|较高|很高|高|优秀|良好|合格|优|良|中等|较低|低|先进|领先|示范';
// A verdict in words; dates and versions in several runs of digits; any other number.
const CANDIDATE = new RegExp(
  `((?:评为|评定为|获评为?|评级为|等级为|评价为|定为|结果为|评价等级为)[“"'‘]?)(?:${RATING_WORDS})(?=[”"'’，,。；;、\\n]|$)` +
    '|((?:19|20)\\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.][0-3]?\\d(?!\\d)|\\d+(?:\\.\\d+){2,})' +
    '|[-−－]?[\\d０-９]|[〇零一二两三四五六七八九十百千万亿兆]|首',
  'g',
);

type Places = {quotes: number[]; aims: number[]};

function rating(text: string, match: RegExpExecArray): FoundFigure {
  const start = match.index + match[1]!.length;
  const end = match.index + match[0].length;
  return {...row(start, end, text.slice(start, end), 'rating'), isKpi: !isAim(text, match.index)};
}

function code(match: RegExpExecArray): FoundFigure {
  const start = match.index;
  const end = start + match[0].length;
  const isDate = /^(?:19|20)\d{2}[-/.]/.test(match[0]);
  return row(start, end, match[0], isDate ? 'date' : 'version');
}

function number(text: string, match: RegExpExecArray, places: Places): FoundFigure | undefined {
  const start = match.index;
  const reading = readFigureAt(text, start);
  const inName = inSpan(places.quotes, start);
  if (!reading) {
    // 一五十百千万: numerals in no order are a name where somebody put them in quotation marks.
    const end = numeralRunEnd(text, start);
    return inName && end - start > 2 ? row(start, end, text.slice(start, end), 'name') : undefined;
  }
  const kind = reading.numeral.style === 'digits' ? digitKind(text, reading) : hanziKind(text, reading);
  if (!kind) return undefined;
  const isFigure = /^(?:count|amount|share|rank|tier|rating)$/.test(kind);
  const isNamed = isFigure && inName;
  const isKpi =
    isFigure &&
    !isNamed &&
    !inSpan(places.aims, start) &&
    !isAim(text, reading.printedStart) &&
    !isRange(text, reading) &&
    !isRhetorical(reading, kind);
  return {
    ...row(reading.start, reading.end, reading.value, isNamed ? 'name' : kind),
    scale: reading.scaleText,
    unit: reading.unit,
    qualifier:
      reading.qualifierText ||
      (reading.ordinal === '第' ? '第' : '') ||
      (kind === 'duration' && text.slice(Math.max(0, start - 2), start) === '连续' ? '连续' : ''),
    isKpi,
    direction: isFigure ? directionOf(text, reading.printedStart) : '',
    reading,
  };
}

function row(start: number, end: number, value: string, kind: ExtractedFigure['kind']): FoundFigure {
  return {
    start,
    end,
    value,
    scale: '',
    unit: '',
    qualifier: '',
    kind,
    label: '',
    isKpi: false,
    direction: '',
  };
}

/** What a number in digits is; every one is something. */
function digitKind(text: string, reading: FigureReading): ExtractedFigure['kind'] {
  const {start, end, value, unit, ordinal, scaleText} = reading;
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 14);
  const rest = text.slice(reading.printedEnd, reading.printedEnd + 30);
  if (ordinal) return orderKind(before, reading, rest);
  if (isListMarker(before, after)) return 'ordinal';
  if (!scaleText && isDate(before, value, after)) return 'date';
  if (/^强/.test(after)) return 'name';
  if (/[A-Za-z+×*＋]$|[A-Za-z]-$|〔$/.test(before) || /^[+×*＋〕]/.test(after)) return 'name';
  if (!unit && /^[A-Za-z]/.test(after)) return /^(?:万|亿)$/.test(scaleText) ? 'count' : 'name';
  if (/^[号號]/.test(after) || /^[^，,。；;\n]{0,30}N[个项]/.test(rest)) return 'name';
  if (!unit && !scaleText && !reading.qualifier) {
    if (/\./.test(value) && !/(?:为|达|达到|至|到|[数分值率])$/.test(before)) return 'version';
    if (/[VvＶ]$/.test(before)) return 'version';
    return /(?:为|达|达到|至|到|共|计)$/.test(before) ? 'count' : 'name';
  }
  return unitKind(text, reading, rest);
}

/** What a Chinese numeral is; `undefined` for one that only belongs to a word. */
function hanziKind(text: string, reading: FigureReading): ExtractedFigure['kind'] | undefined {
  const {start, end, numeral, unit, ordinal, value} = reading;
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 8);
  const rest = text.slice(reading.printedEnd, reading.printedEnd + 30);
  if (/[百千万]分之$/.test(text.slice(start, end + 2))) return undefined;
  if (ordinal === '首') return firstKind(before, after);
  if (/^强/.test(after)) return 'name';
  if (ordinal) return orderKind(before, reading, rest);
  if (numeral.isSequence) return /^年/.test(after) && value.length === 4 ? 'date' : undefined;
  if (
    /[数几成]$/.test(before) ||
    (/^[一二三四五六七八九十]$/.test(text.slice(start, end)) && isListMarker(before, after))
  )
    return undefined;
  if (unit === '星级') return 'rating';
  if (/^季度/.test(after) || /^月(?!度)/.test(after)) return 'date';
  if (!unit || /^(?:五台山|三门峡|七台河|三台县|九门口|三只松鼠)/.test(text.slice(start, end + 3)))
    return undefined;
  const isOne = value === '1' || text.slice(start, end) === '两' || value === '0';
  if (numeral.isBare && !reading.qualifier && reading.unitFamily !== 'money') return undefined;
  if (isOne && !reading.scaleText && !/^[倍成%]$/.test(unit)) return undefined;
  if (value === '1' && numeral.isBare && !reading.qualifier) return undefined;
  if (value.length === 1 && !reading.scaleText && /^[级层道点字类对只度升克本条期批届轮代]$/.test(unit))
    return undefined;
  return unitKind(text, reading, rest);
}

function unitKind(text: string, reading: FigureReading, rest: string): ExtractedFigure['kind'] {
  const {unit, unitFamily, start, value} = reading;
  if (unitFamily === 'share') return 'share';
  if (unitFamily === 'money' || unitFamily === 'measure') return 'amount';
  if (unitFamily === 'time') {
    // Time that was saved or taken is a result; any other span is only said in passing.
    const lead = text.slice(Math.max(0, start - 16), start);
    const isResult = /(?:压缩|缩短|压减|减少|节省|降|用时|耗时|时限|时长|平均)[^，,。；;、\n]{0,10}$/.test(
      lead,
    );
    return isResult && !/^年/.test(unit) ? 'amount' : 'duration';
  }
  if (unit === '星级') return 'rating';
  if (reading.ordinal === '前') return 'rank';
  if (/^[届代级层]$/.test(unit)) return 'ordinal';
  // 全国333个城市第一梯队: of how many.
  const isAmong =
    /^[^，,。；;\n]{0,12}?(?:第[一二三四五六七八九十\d]+|首位|榜首|前[一二三四五六七八九十\d])/.exec(rest);
  const isListed = /(?:[列居在]|全[国省市区球]|参评)[^，,。；;\n]{0,6}$/.test(
    text.slice(Math.max(0, start - 10), start),
  );
  if (isAmong && isListed && !/[列居排]/.test(isAmong[0]) && value !== '1') return 'base';
  return 'count';
}

function orderKind(before: string, reading: FigureReading, rest: string): ExtractedFigure['kind'] {
  if (reading.unit === '梯队' || reading.unit === '方阵') return 'tier';
  if (reading.unit === '位' || reading.unit === '名') return /^(?:书记|负责)/.test(rest) ? 'ordinal' : 'rank';
  if (!reading.unit && /^方/.test(rest)) return 'name';
  const isPlace = /(?:[列居排]|排名|全[国省市区球]|名列|位列|位居)第$/.test(before);
  return isPlace && (!rest || /^[，,。；;、）)\n]/.test(rest)) && !reading.unit ? 'rank' : 'ordinal';
}

function firstKind(before: string, after: string): ExtractedFigure['kind'] | undefined {
  if (/^位/.test(after)) return 'rank';
  if (/榜$/.test(before)) return 'rank';
  return /^[批个家次届例台]/.test(after) ? 'ordinal' : undefined;
}

function isListMarker(before: string, after: string): boolean {
  const lead = /(?:^|\n)[ \t　]*[(（]?$/.test(before);
  if (lead && /^(?:[.．](?!\d)|[、)）])/.test(after)) return true;
  if (/[(（]$/.test(before) && /^[)）]/.test(after)) return true;
  return /(?:^|[\n。；;，,：:”])[ \t　]*$/.test(before) && /^(?:是|要|则)/.test(after);
}

function isDate(before: string, value: string, after: string): boolean {
  const isYear = /^(?:19|20)\d{2}$/.test(value);
  if (isYear && /^(?:年|\s*[—–\-~～至到]{1,2}\s*\d{4}年?|[〕)）\]])/.test(after)) return true;
  if (!/^\d{1,2}$/.test(value)) return false;
  if (/^月/.test(after) || /^[—–\-~～至]{1,2}\d{1,2}(?:月|日)/.test(after)) return true;
  if (/^[日号]/.test(after) && /(?:月|[—–\-~～至])$/.test(before)) return true;
  return /^日(?!均)/.test(after) || (/^[时：:]\d{0,2}/.test(after) && /[日午晨晚：:]$/.test(before));
}

/** 3—5家: the ends of a range are no single figure. */
function isRange(text: string, {start, printedEnd}: FigureReading): boolean {
  return (
    /^[%个家项条天万亿]?[—–\-~～]{1,2}[\d０-９]/.test(text.slice(printedEnd, printedEnd + 6)) ||
    /[\d０-９][%个家项条天万亿]{0,2}[—–\-~～]{1,2}$/.test(text.slice(Math.max(0, start - 6), start))
  );
}

/** 四个方面: a small number in words with a word for kinds lists a text's own headings more often than results. */
function isRhetorical({numeral, value, qualifier, unit}: FigureReading, kind: string): boolean {
  return (
    kind === 'count' &&
    numeral.style === 'hanzi' &&
    value.length === 1 &&
    !numeral.scale &&
    !qualifier &&
    /^[个种类次场]$/.test(unit)
  );
}

const AIM =
  /(?:力争|争取|争创|预计|有望|确保|目标是|目标为|计划(?:[新投建实完推引培到于在]|年内)|拟[新投建引]|(?:^|[^截])[到至]20\d\d年(?:底|末)?[^。；;\n]{0,20}?(?:将|达到|实现|建成))[^。；;\n]*$/;

function isAim(text: string, at: number): boolean {
  return AIM.test(text.slice(Math.max(0, at - 60), at));
}

const UP =
  /(?:增长|提高|提升|上升|增加|上涨|攀升|扩大|升高)(?:幅度?|率)?(?:了|至|到|为|达到?|约|超过?|近|逾)*$|[↑]$/;
const DOWN =
  /(?:下降|降低|减少|压减|缩短|压缩|下滑|回落|下跌|降幅|缩减)(?:幅度?|率)?(?:了|至|到|为|达到?|约|超过?|近|逾)*$|[↓]$/;

function directionOf(text: string, at: number): ExtractedFigure['direction'] {
  const lead = text.slice(Math.max(0, at - 10), at);
  return UP.test(lead) ? 'up' : DOWN.test(lead) ? 'down' : '';
}

/** Where names in quotation marks and sections about what is still to be done begin and end. */
function markPlaces(text: string): Places {
  const quotes: number[] = [];
  const quote = /《[^《》\n]{1,80}(?:《[^》\n]{1,80}》[^《》\n]{0,80})?》|“[^“”。；;\n]{1,24}”/g;
  for (let match = quote.exec(text); match; match = quote.exec(text)) {
    quotes.push(match.index, match.index + match[0].length);
  }
  const aims: number[] = [];
  const heading =
    /^[ \t　]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}部分|#{1,2} ).{0,60}$/gm;
  let isOpen = false;
  for (let match = heading.exec(text); match; match = heading.exec(text)) {
    const isAims =
      /(?:打算|计划|下一步|安排|展望|目标|思路)/.test(match[0]) &&
      !/(?:完成|回顾|总结|进展|落实情况)/.test(match[0]);
    if (isAims !== isOpen) aims.push(match.index);
    isOpen = isAims;
  }
  if (isOpen) aims.push(text.length);
  return {quotes, aims};
}

/** Whether an offset lies in one of the spans, given as ascending starts and ends. */
function inSpan(spans: number[], at: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

const LEADING =
  /^(?:其中|累计|已|共计?|新增?|的|和|及|并|等|全市|全省|全国|全年|各领域|各类|各级|融合|汇聚|接入|引育|引进|发展|形成|获得|上线|建成|开展|完成|实现|达到?|部署|培育|归集|整合|编制|推出|受理|办理|推动|支撑|拥有|建立|开通|覆盖|签约|组织|统筹|明确|实施|制定|出台|发放|落实|可以)+(?=..)/;
const INNER =
  /^.*(?:汇聚|接入|引育|引进|获得|上线|建成|开展|完成|新增|归集|受理|办理|以来|各领域|平台累计)(?=..)/;
const STOP =
  /由|接入|迁入|落地|启动|完成|规划|互认|跨|在|为|被|是|已|将|与|用于|纳入|参与|赋能|等|均|全部|同比|较|比|占|的|，|,|。|；|;|、\d|：|:|\n|（|\(|）|\)|“|”|《|》|\d/;

function labelOf(text: string, row: FoundFigure, previous: FoundFigure | undefined): string {
  const from = Math.max(0, row.start - 60, previous?.reading?.printedEnd ?? previous?.end ?? 0);
  const to = row.reading?.printedStart ?? row.start;
  const after = row.reading?.printedEnd ?? row.end;
  const behind = text.slice(after, after + 30).replace(/^的/, '');
  if (row.kind === 'count' || row.kind === 'base') {
    const stop = behind.search(STOP);
    const noun = stop < 0 ? behind : behind.slice(0, stop);
    if (noun.length > 1 && /^[\u4e00-\u9fffA-Za-z]/.test(noun)) return noun;
  }
  const lead = text.slice(Math.min(from, to), to);
  if (row.kind === 'rank' || row.kind === 'tier' || row.kind === 'rating') {
    const clause = /[^，,。；;\n：:]*$/.exec(lead)![0];
    const subject =
      /^(.*?)(?:被.*|位列|位居|名列|居|排名第|排在|排第|列第|获评|评为|评定为|定为|等级为|评价为|结果为).*$/.exec(
        clause,
      )?.[1];
    const rest = clause.replace(/^.*?(?:位列|位居|名列|居)/, '');
    return clean((subject && subject.length > 1 ? subject : rest).replace(/[“"《》]/g, ''));
  }
  const clause = /[^，,。；;、\n：:“”"《》]*$/.exec(lead)![0];
  const trimmed = clean(
    clause.replace(
      /(?:为|达到?|的|有|是|约|增长|下降|提高|提升|减少|增加|同比|环比|累计|共计?|至|到)+$/,
      '',
    ) || clause,
  );
  return (
    trimmed.replace(INNER, '').replace(LEADING, '') ||
    (previous?.isKpi && row.start - previous.end < 12 ? previous.label : '')
  );
}

function clean(label: string): string {
  return label.replace(/^(?:其中|的|和|及|并|已|共)+/, '').trim();
}
