import {displayText} from '../display-text.js';
import {figureText} from '../figure-text.js';
import {localize} from '../locale.js';
import {periodName} from '../period-name.js';
import type {Observation, Report} from '../schema.js';
import type {EmbedName, EmbedTarget} from './embed-path.js';

/** What the tags that show more than one figure are called: in Chinese, in English. */
const NAMES: Record<
  Exclude<EmbedName, 'metric' | 'progress' | 'chart' | 'area'>,
  [zh: string, en: string]
> = {
  standings: ['排名与评定', 'Rankings and ratings'],
  table: ['全部数字', 'All figures'],
  source: ['报告全文', 'Text of the report'],
  'document-list': ['印发与出台的文件', 'Documents'],
  'platform-list': ['平台与系统', 'Platforms and systems'],
  'issue-list': ['存在问题', 'Problems'],
  'plan-list': ['下一步计划', 'Plans'],
  dashboard: ['工作情况', 'Work report'],
};

/** The observation that an address names; `undefined` where the report lacks it. */
export function targetObservation(report: Report, {name, part}: EmbedTarget): Observation | undefined {
  if (name !== 'metric' && name !== 'progress' && name !== 'chart') return undefined;
  return report.observations.find(({indicator}) => indicator === part);
}

/** Who says it, and of when: 青岛市大数据局 2024年上半年. */
export function reportWords(report: Report, locale: string): string {
  const publisher = displayText(localize(report.publisher, locale), locale);
  return `${publisher}${locale === 'en' ? ', ' : ' '}${periodName(report.period, locale)}`;
}

/**
 * The words of a thing to embed, which readers have where nothing else is left: label and figure as printed
 * (`数据资源调用 921.61亿次`), or for a list its name, with the report's (`存在问题 青岛市大数据局 2024年上半年`).
 *
 * @throws RangeError naming the indicator or area that the report lacks.
 */
export function embedWords(report: Report, target: EmbedTarget, locale = 'zh-CN'): string {
  const observation = targetObservation(report, target);
  if (observation) {
    return `${displayText(localize(observation.label, locale), locale)} ${figureText(observation, locale)}`;
  }
  const {name, part} = target;
  const area = part === undefined ? undefined : report.areas?.find(({id}) => id === part);
  if (part !== undefined && !area) {
    const what = name === 'metric' || name === 'progress' || name === 'chart' ? 'indicator' : 'area';
    throw new RangeError(`The report "${report.id}" has no ${what} "${part}".`);
  }
  const own = NAMES[name as keyof typeof NAMES]?.[locale === 'en' ? 1 : 0];
  const areaTitle = area && displayText(localize(area.title, locale), locale);
  const title = [areaTitle, own].filter(Boolean).join(locale === 'en' ? ': ' : '：');
  return `${title}${locale === 'en' ? ' – ' : ' '}${reportWords(report, locale)}`;
}
