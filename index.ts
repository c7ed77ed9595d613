/**
 * The data side of qd-widgets: reports and what their figures mean. No DOM; runs in Node and in browsers.
 *
 * It stands here, and not in `src`, because it joins `src` with the bundled reports, and `src` imports
 * nothing from outside itself.
 */
import './widgets/bundled-reports.js';

export * from './src/index.js';
export type {AreaId, BundledReportId, IndicatorId} from './widgets/attribute-types.js';
