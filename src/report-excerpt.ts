import type {Observation, Report} from './schema.js';

/**
 * A report with some of its observations, as JSON: again a report, so that it can be loaded as one, and it says
 * where it comes from.
 */
export function reportExcerpt(report: Report, observations: readonly Observation[]): string {
  const {format, id, language, title, publisher, period, source, areas} = report;
  return `${write({format, id, language, title, publisher, period, source, areas, observations}, '')}\n`;
}

/** By hand, because old portals give arrays a `toJSON` of their own. */
function write(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((entry) => inner + write(entry, inner))
    : Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => `${inner}${JSON.stringify(key)}: ${write(entry, inner)}`);
  const [open, close] = isList ? '[]' : '{}';
  return parts.length ? `${open}\n${parts.join(',\n')}\n${indent}${close}` : `${open}${close}`;
}
