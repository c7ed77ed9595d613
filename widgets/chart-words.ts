import type {ChartShape} from './chart-shape.js';
import {hanNumber} from './han-number.js';
import {defineWords} from './words.js';

type Groups = Array<[name: string, labels: string[]]>;
type Form = ChartShape['form'];

const EN_NUMBERS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const enNumber = (count: number) => EN_NUMBERS[count] ?? String(count);

const ZH_FORMS: Record<Form, string> = {rows: '条形图', columns: '折线图', ring: '环形图'};
const EN_FORMS: Record<Form, string> = {rows: 'Bar chart', columns: 'Line chart', ring: 'Doughnut chart'};

/** What a chart says. */
export const chartWords = defineWords<{
  chart: string;
  table: string;
  view: string;
  keys: string;
  indicator: string;
  period: string;
  figure: string;
  source: string;
  sources: (count: number) => string;
  own: string;
  cited: string;
  citedFrom: (host: string, date: string) => string;
  equals: (converted: string) => string;
  rest: string;
  unstated: string;
  basis: Record<string, string>;
  since: (date: string) => string;
  /** What is compared: 条数, 金额, 占比. */
  measure: (kind: string, unit: string) => string;
  compared: (count: number, measure: string, leader: string | undefined) => string;
  shares: (count: number, whole: string) => string;
  overTime: (label: string, from: string, to: string) => string;
  subtitle: (unit: string, more: string[]) => string;
  ofWhole: (whole: string) => string;
  withUnit: (number: string, unit: string) => string;
  converted: (printed: string, converted: string) => string;
  convertedAll: string;
  bases: (groups: Groups) => string;
  wholes: (groups: Groups) => string;
  hollowBars: string;
  hollowPoints: string;
  clockwise: string;
  unchecked: string;
  uneven: string;
  noted: (period: string, note: string) => string;
  leftOut: (period: string, figure: string, why: string) => string;
  leftOutList: (entries: string[]) => string;
  noNumber: string;
  samePeriod: string;
  otherUnit: (own: string, other: string) => string;
  otherWhole: string;
  otherBasis: string;
  onlyOne: string;
  tooMany: string;
  summary: (form: Form, points: string[]) => string;
  longSummary: (form: Form, count: number, ends: string[], most: string, least: string) => string;
}>('chart', {
  'zh-CN': {
    chart: '图',
    table: '表',
    view: '显示方式',
    keys: '用方向键逐项阅读',
    indicator: '指标',
    period: '时期',
    figure: '数字',
    source: '来源',
    sources: (count) => `出处${count}处`,
    own: '本报告',
    cited: '引用',
    citedFrom: (host, date) => `引自${host}${date && `，${date}发布`}`,
    equals: (converted) => `折算为${converted}`,
    rest: '其余',
    unstated: '未说明',
    basis: {cumulative: '累计', 'year-to-date': '本年累计', point: '时点数'},
    since: (date) => `${date}以来`,
    measure: (kind, unit) =>
      kind === 'share'
        ? '占比'
        : kind === 'amount' && /[元币]$/.test(unit)
          ? '金额'
          : kind === 'count' && /^[\u3400-\u9fff]{1,2}$/.test(unit)
            ? `${unit}数`
            : '数值',
    compared: (count, measure, leader) =>
      `${count === 2 ? '两' : hanNumber(count)}项数据的${measure}${leader ? `：${leader}居首` : ''}`,
    shares: (count, whole) => `${count === 2 ? '两' : hanNumber(count)}项占${whole}的比重`,
    overTime: (label, from, to) => `${label}：${from}${from === to ? '' : `至${to}`}`,
    subtitle: (unit, more) => [unit && `单位：${unit}`, ...more].filter(Boolean).join(' · '),
    ofWhole: (whole) => `占${whole}的比重`,
    withUnit: (number, unit) => number + (/[%‰]/.test(number) ? '' : unit),
    converted: (printed, converted) => `${printed}折算为${converted}`,
    convertedAll: '数字折算为同一单位，原文写法见表',
    bases: (groups) =>
      `口径不同：${groups.map(([name, labels]) => `${name}（${labels.join('、')}）`).join('，')}`,
    wholes: (groups) =>
      `总量不同：${groups.map(([name, labels]) => `${name}（${labels.join('、')}）`).join('，')}`,
    hollowBars: '空心条为引用的其他公布，未与原文核对',
    hollowPoints: '空心点为引用的其他公布，未与原文核对',
    clockwise: '从顶端起顺时针排列',
    unchecked: '引用的数字来自其他公布，未与原文核对',
    uneven: '各期间隔不等，图上等距排列',
    noted: (period, note) => `${period}：${note}`,
    leftOut: (period, figure, why) => `${period}${figure}（${why}）`,
    leftOutList: (entries) => `未列入：${entries.join('；')}`,
    noNumber: '不是数字',
    samePeriod: '与本报告为同一时期',
    otherUnit: (own, other) => `单位为“${other}”，本报告为“${own}”`,
    otherWhole: '总数或范围不同',
    otherBasis: '口径不同',
    onlyOne: '只有这一期的数字，没有可比的其他时期',
    tooMany: '数据过多，不画图，全部列在表中',
    summary: (form, points) => `${ZH_FORMS[form]}：${points.join('，')}。`,
    longSummary: (form, count, ends, most, least) =>
      `${ZH_FORMS[form]}，共${count}项：从${ends[0]}到${ends[1]}，最大为${most}，最小为${least}。`,
  },
  en: {
    chart: 'Chart',
    table: 'Table',
    view: 'Show as',
    keys: 'Arrow keys read the figures one by one',
    indicator: 'Indicator',
    period: 'Period',
    figure: 'Figure',
    source: 'Source',
    sources: (count) => `${count} sources`,
    own: 'This report',
    cited: 'cited',
    citedFrom: (host, date) => `Cited from ${host}${date && `, published ${date}`}`,
    equals: (converted) => `shown as ${converted}`,
    rest: 'The rest',
    unstated: 'not stated',
    basis: {cumulative: 'cumulative', 'year-to-date': 'year to date', point: 'at a point in time'},
    since: (date) => `since ${date}`,
    measure: () => '',
    compared: (count, _measure, leader) =>
      `${enNumber(count)} figures side by side${leader ? `: ${leader} is the largest` : ''}`,
    shares: (count, whole) => `${enNumber(count)} shares of the ${whole}`,
    overTime: (label, from, to) =>
      `${label}: ${from}${from === to ? '' : ` to ${/ (half|quarter) /.test(to) ? to.charAt(0).toLowerCase() + to.slice(1) : to}`}`,
    subtitle: (unit, more) => [unit && `Unit: ${unit}`, ...more].filter(Boolean).join(' · '),
    ofWhole: (whole) => `share of the ${whole}`,
    withUnit: (number, unit) =>
      /[%‰]/.test(number) || !unit
        ? number
        : /^[^\w\s]+|^[A-Z]+\$/.test(unit)
          ? unit.replace(/^\S+/, (currency) => currency + number)
          : `${number} ${unit}`,
    converted: (printed, converted) => `${printed} shown as ${converted}`,
    convertedAll: 'All figures are shown in one scale; the table has them as printed',
    bases: (groups) =>
      `They cover different periods: ${groups.map(([name, labels]) => `${labels.join(', ')}: ${name}`).join('; ')}`,
    wholes: (groups) =>
      `They are shares of different wholes: ${groups.map(([name, labels]) => `${labels.join(', ')}: ${name}`).join('; ')}`,
    hollowBars: 'Hollow bars are cited from elsewhere and not checked against a source text',
    hollowPoints: 'Hollow points are cited from elsewhere and not checked against a source text',
    clockwise: 'Clockwise from the top',
    unchecked: 'Cited figures come from elsewhere and are not checked against a source text',
    uneven: 'The periods are drawn evenly, but are not evenly apart',
    noted: (period, note) => `${period}: ${note}`,
    leftOut: (period, figure, why) => `${period}, ${figure} (${why})`,
    leftOutList: (entries) => `Left out: ${entries.join('; ')}`,
    noNumber: 'not a number',
    samePeriod: 'for the report’s own period',
    otherUnit: (own, other) => `counted in “${other}”, the report counts in “${own}”`,
    otherWhole: 'of another whole',
    otherBasis: 'covers another span',
    onlyOne: 'There is no other period to set it against',
    tooMany: 'Too many to draw; the table has them all',
    summary: (form, points) => `${EN_FORMS[form]}: ${points.join('; ')}.`,
    longSummary: (form, count, ends, most, least) =>
      `${EN_FORMS[form]} of ${count}: from ${ends[0]} to ${ends[1]}; the largest is ${most}, the smallest ${least}.`,
  },
});
