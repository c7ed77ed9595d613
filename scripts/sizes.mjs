/**
 * What a page loads: sizes after minifying and compressing, as a bundler would ship the built package.
 * `node scripts/sizes.mjs` prints the table of the README.
 */
import {readFileSync} from 'node:fs';
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

/** Rows of the README's table: what, and its sizes. */
export async function sizeTable() {
  const embed = (name) => sizesOf(readFileSync(`${root}dist/embed/${name}`));
  const data = JSON.stringify(JSON.parse(readFileSync(`${root}dist/seeds/qingdao-2024-h1.json`, 'utf8')));
  return [
    ['`widgets/qd-metric.js` with Lit, as a page first needs it', await criticalPath('widgets/qd-metric.js')],
    ['`widgets/index.js`, the whole family', await criticalPath('widgets/index.js')],
    [
      'the same with what a `qd-table` draws with',
      await criticalPath('widgets/index.js', ['widgets/table-view.js']),
    ],
    [
      'the same with all that a `qd-dashboard` draws with',
      await criticalPath('widgets/index.js', ['widgets/dashboard-view.js']),
    ],
    ['`embed/qd-chart-lib.js`, chart.js, when a chart comes near', embed('qd-chart-lib.js')],
    ['the data of `qingdao-2024-h1`', sizesOf(Buffer.from(data))],
    ['`embed/qd.js`, everything and the data in one file', embed('qd.js')],
    ['`embed/qd.iife.js`, the same for a classic script', embed('qd.iife.js')],
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log('| What | Minified | gzip | brotli |\n| --- | ---: | ---: | ---: |');
  for (const [what, {raw, gzip, brotli}] of await sizeTable()) {
    console.log(`| ${what} | ${kB(raw)} | ${kB(gzip)} | ${kB(brotli)} |`);
  }
}
