/**
 * Writes the ids of the bundled reports as types, seeds/bundled-ids.ts, so that TypeScript offers them where a
 * tag or a function takes one. Part of the build; by hand: `node scripts/bundled-ids.mjs`.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const seeds = fileURLToPath(new URL('../seeds/', import.meta.url));

const union = (ids) => ids.map((id) => `\n    | '${id}'`).join('') || ' never';

/** @returns {string} The text of seeds/bundled-ids.ts, for the reports that stand there. */
export function bundledIds() {
  const entries = readdirSync(seeds)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const {id, areas, observations, series = []} = JSON.parse(readFileSync(seeds + file, 'utf8'));
      const indicators = new Set([...observations, ...series].map(({indicator}) => indicator));
      return `  '${id}': {
    area:${union(areas.map((area) => area.id)).replaceAll('\n', '\n  ')};
    indicator:${union([...indicators].sort()).replaceAll('\n', '\n  ')};
  };`;
    });
  return `// Written by scripts/bundled-ids.mjs from the reports beside it; the build keeps it up to date.

/** The ids that each bundled report has. */
export interface BundledIds {
${entries.join('\n')}
}
`;
}

/** Brings seeds/bundled-ids.ts up to date. */
export function writeBundledIds() {
  const path = `${seeds}bundled-ids.ts`;
  const text = bundledIds();
  let before;
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // There is none yet.
  }
  if (text !== before) writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeBundledIds();
