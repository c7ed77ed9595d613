import type {BundledIds} from '../seeds/bundled-ids.js';

/** Any text; beside named values it keeps those in an editor's list. */
type Other = string & {};

/** Id of a bundled report. */
export type BundledReportId = keyof BundledIds;

/** Id of an indicator that a bundled report has; of any of them unless one is named. */
export type IndicatorId<Id extends BundledReportId = BundledReportId> = BundledIds[Id]['indicator'];

/** Id of an area of work in a bundled report; of any of them unless one is named. */
export type AreaId<Id extends BundledReportId = BundledReportId> = BundledIds[Id]['area'];

/** A language that all words are there in, or one that a page registers. */
export type LocaleTag = 'zh-CN' | 'en' | Other;

/** Id of a report: the bundled ones, or one that a page registers. */
export type ReportTag = BundledReportId | Other;

/** Id of an indicator: those of the bundled reports, or one of another report. */
export type IndicatorTag = IndicatorId | Other;

/** Id of an area: those of the bundled reports, or one of another report. */
export type AreaTag = AreaId | Other;
