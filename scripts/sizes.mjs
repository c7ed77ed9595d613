/**
 * What a page loads: sizes after minifying and compressing, as a bundler would ship the built package.
 * `npm run sizes` prints the table of the README and fails above a budget; with `--write` it writes the table there.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * @param {Uint8Array} bytes
 * @returns {{raw: number, gzip: number, brotli: number}} Sizes in bytes.
 */
export function sizesOf(bytes) {
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, {level: 9}).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

/**
 * The critical path of a page that imports a built module: everything imported statically, Lit included. What
 * comes by `import()`, a bundled report's data among it, is left out.
 *
 * @param {string} module - Path in `dist/`, such as `widgets/qd-metric.js`.
 * @param {string[]} [views] - What the page loads late, to be counted too, such as `widgets/table-view.js`.
 * @returns {Promise<{raw: number, gzip: number, brotli: number, inputs: string[]}>}
 */
export async function criticalPath(module, views = []) {
  const result = await build({
    absWorkingDir: root,
    stdin: {
      contents: [module, ...views].map((path) => `import './dist/${path}';`).join(''),
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    conditions: ['production'],
    plugins: [
      {
        name: 'late-imports-apart',
        setup({onResolve}) {
          onResolve({filter: /./}, ({kind, path}) =>
            kind === 'dynamic-import' ? {path, external: true} : null,
          );
        },
      },
    ],
  });
  return {...sizesOf(result.outputFiles[0].contents), inputs: Object.keys(result.metafile.inputs)};
}

/** @returns {Promise<Array<{what: string, budget?: number} & ReturnType<typeof sizesOf>>>} Rows of the README's table; budgets in bytes, brotli. */
export async function sizeTable() {
  const embed = (name) => sizesOf(readFileSync(`${root}dist/embed/${name}`));
  const data = JSON.stringify(JSON.parse(readFileSync(`${root}dist/seeds/qingdao-2024-h1.json`, 'utf8')));
  const family = 'widgets/index.js';
  return [
    {
      what: '`widgets/qd-metric.js` with Lit, as a page first needs it',
      budget: 10_900,
      ...(await criticalPath('widgets/qd-metric.js')),
    },
    {what: '`widgets/index.js`, the whole family', budget: 30_000, ...(await criticalPath(family))},
    {
      what: 'the same with what a `qd-table` draws with',
      budget: 30_000,
      ...(await criticalPath(family, ['widgets/table-view.js'])),
    },
    {
      what: 'the same with all that a `qd-dashboard` draws with',
      budget: 52_000,
      ...(await criticalPath(family, ['widgets/dashboard-view.js'])),
    },
    {
      what: '`embed/qd-chart-lib.js`, chart.js, when a chart comes near',
      budget: 45_000,
      ...embed('qd-chart-lib.js'),
    },
    {what: 'the data of `qingdao-2024-h1`', budget: 15_000, ...sizesOf(Buffer.from(data))},
    {what: '`embed/qd.js`, everything and the data in one file', budget: 90_000, ...embed('qd.js')},
    {what: '`embed/qd.iife.js`, the same for a classic script', budget: 150_000, ...embed('qd.iife.js')},
  ];
}

const kB = (bytes) => (bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`);

/** The rows as the README shows them, without the room that its columns are given. */
export function sizeMarkdown(rows) {
  const lines = rows.map(
    ({what, raw, gzip, brotli, budget}) =>
      `| ${what} | ${kB(raw)} | ${kB(gzip)} | ${kB(brotli)} | ${kB(budget)} |`,
  );
  return [
    '| What | Minified | gzip | brotli | at most |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

const README = `${root}README.md`;
/** The table in the README, after its comment. */
export const README_TABLE = /(?<=<!-- npm run sizes -- --write -->\n\n)(?:\|.*\n)+/;

async function writeReadme(markdown) {
  const given = readFileSync(README, 'utf8');
  if (!README_TABLE.test(given)) throw new Error('README.md has no place for the sizes');
  const {format, resolveConfig} = await import('prettier');
  const text = given.replace(README_TABLE, () => `${markdown}\n`);
  writeFileSync(README, await format(text, {...(await resolveConfig(README)), filepath: README}));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await sizeTable();
  const markdown = sizeMarkdown(rows);
  console.log(markdown);
  if (process.argv.includes('--write')) await writeReadme(markdown);
  const over = rows.filter(({brotli, budget}) => brotli > budget);
  for (const {what, brotli, budget} of over) console.error(`${what}: ${brotli} bytes, above ${budget}`);
  process.exitCode = over.length ? 1 : 0;
}
