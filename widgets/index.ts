/** Every tag of the family. */
export {QdReport} from './qd-report.js';
export {QdMetric} from './qd-metric.js';
export {QdProgress} from './qd-progress.js';
export {QdIssueList} from './qd-issue-list.js';
export {QdStandings} from './qd-standings.js';
export {QdPlanList} from './qd-plan-list.js';
export {QdDocumentList} from './qd-document-list.js';
export {QdPlatformList} from './qd-platform-list.js';
export {QdTable} from './qd-table.js';
export {QdSource} from './qd-source.js';
export {QdChart} from './qd-chart.js';
export {QdArea} from './qd-area.js';
export {QdQr} from './qd-qr.js';
export {QdDashboard} from './qd-dashboard.js';
export {registerMessages} from './register-messages.js';
