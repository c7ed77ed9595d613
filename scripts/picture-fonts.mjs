// The fonts that our own pictures are drawn with, so that they are alike whatever the machine has.
import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const PACKAGES = {sans: 'noto-sans-sc', serif: 'noto-serif-sc'};

/**
 * Noto Sans SC, and Noto Serif SC where it is installed: variable fonts, a file for each of some hundred sets of
 * characters, the commonest first.
 *
 * @returns {import('../src/cli/picture-painter.js').FontFile[]}
 */
export function pictureFonts() {
  return Object.entries(PACKAGES).flatMap(([family, name]) => {
    const folder = fileURLToPath(
      new URL(`../node_modules/@fontsource-variable/${name}/files/`, import.meta.url),
    );
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((file) => file.endsWith('-wght-normal.woff2'));
    return files.toSorted(byFrequency).map((file) => ({path: folder + file, family}));
  });
}

/** The sets with a name (latin) come first, then those with the commonest characters, which have the highest numbers. */
function byFrequency(one, other) {
  const rank = (file) => Number(/-sc-(\d+)-/.exec(file)?.[1] ?? 1000);
  return rank(other) - rank(one) || (one < other ? -1 : 1);
}
