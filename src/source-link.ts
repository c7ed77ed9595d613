import type {Observation, Report} from './schema.js';

/** The report's address, leading to a passage where the browser can find it. */
export function sourceLink({source: {url}}: Report, passage?: string): string | undefined {
  if (!url) return undefined;
  // A hyphen has a meaning of its own in a text fragment.
  return passage ? `${url}#:~:text=${encodeURIComponent(passage).replace(/-/g, '%2D')}` : url;
}

/** The report's address, leading to the clause that ends with a figure: the shortest passage that is not found elsewhere. */
export function figureLink(report: Report, {provenance}: Observation): string | undefined {
  const {quote, start, figureEnd} = provenance;
  const clause = quote
    .slice(0, figureEnd - start)
    .split(/[，。；,;]/)
    .pop();
  return sourceLink(report, clause);
}
