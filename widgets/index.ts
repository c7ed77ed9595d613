/** Every tag of the family. */
export {QdReport} from './qd-report.js';
export {QdMetric} from './qd-metric.js';
export {QdProgress} from './qd-progress.js';
export {QdIssueList} from './qd-issue-list.js';
export {registerMessages} from './register-messages.js';
