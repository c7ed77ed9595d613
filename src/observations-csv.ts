import {isDecimal} from './decimal.js';
import {localize} from './locale.js';
import type {Observation, Report} from './schema.js';

/**
 * Observations as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, every cell quoted, lines ended
 * by CRLF, and no cell that a spreadsheet would take for a formula. The header holds the names of the report
 * format, so that it is the same in every language; labels stand in both.
 */
export function observationsCsv(report: Report, observations: readonly Observation[]): string {
  const items = new Map(
    (report.areas ?? []).flatMap(({items}) => items.map((item) => [item.id, item.title])),
  );
  const areas = new Map((report.areas ?? []).map(({id, title}) => [id, title]));
  const {url = '', published = ''} = report.source;
  const rows = observations.map((observation) => {
    const {indicator, label, area, item, kind, qualifier, value, scale, unit, printed, basis} = observation;
    const {quote, figureStart, figureEnd} = observation.provenance;
    const work = items.get(item ?? '');
    const field = areas.get(area ?? '');
    return [
      indicator,
      localize(label, 'zh-CN'),
      localize(label, 'en'),
      localize(field, 'zh-CN'),
      localize(field, 'en'),
      localize(work, 'zh-CN'),
      localize(work, 'en'),
      kind,
      qualifier ?? '',
      value,
      String(scale),
      unit,
      printed,
      basis ?? '',
      quote,
      String(figureStart),
      String(figureEnd),
      localize(report.publisher, 'zh-CN'),
      url,
      published,
    ];
  });
  return `\uFEFF${[HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

const HEADER = [
  'indicator',
  'label_zh',
  'label_en',
  'area_zh',
  'area_en',
  'item_zh',
  'item_en',
  'kind',
  'qualifier',
  'value',
  'scale',
  'unit',
  'printed',
  'basis',
  'quote',
  'figure_start',
  'figure_end',
  'publisher',
  'source_url',
  'source_published',
];

/** What spreadsheets begin a formula with, also in full width; a plain decimal below zero is none. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) && !isDecimal(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}
