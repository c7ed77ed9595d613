import {registerBundledReport, reportIds} from '../src/report-registry.js';
import type {Report} from '../src/schema.js';
import {bundledReports} from '../seeds/index.js';

const given = reportIds();
for (const [id, load] of Object.entries(bundledReports)) {
  // One that the page has brought already, with its script, is not brought again.
  if (given.includes(id)) continue;
  // TypeScript reads a JSON file's strings as `string`, not as the literals of the schema; the seeds' tests
  // prove each file against it.
  registerBundledReport(id, load as unknown as () => Promise<Report>);
}
