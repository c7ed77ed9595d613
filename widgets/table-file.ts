import type {Observation, Report} from '../src/schema.js';
import {observationsCsv} from '../src/observations-csv.js';
import {reportExcerpt} from '../src/report-excerpt.js';
import {saveFile} from './save-file.js';

/** Gives figures of a report to the reader as a file of the name, a table or a report again. */
export function saveFigures(
  name: string,
  form: 'csv' | 'json',
  report: Report,
  figures: readonly Observation[],
): void {
  if (form === 'csv') saveFile(`${name}.csv`, 'text/csv;charset=utf-8', observationsCsv(report, figures));
  else saveFile(`${name}.json`, 'application/json', reportExcerpt(report, figures));
}
