import type {Report} from '../src/schema.js';

/** The report's address, leading to a passage where the browser can find it. */
export function sourceLink({source: {url}}: Report, passage?: string): string | undefined {
  if (!url) return undefined;
  // A hyphen has a meaning of its own in a text fragment.
  return passage ? `${url}#:~:text=${encodeURIComponent(passage).replace(/-/g, '%2D')}` : url;
}
