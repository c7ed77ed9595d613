// Builds the package into dist/: one ES module per source file with its types, and the embed files.
import {createHash} from 'node:crypto';
import {spawnSync} from 'node:child_process';
import {chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {build as bundleForNode, transform as esbuild} from 'esbuild';
import {build} from 'vite';
import {buildBuilder, buildCheck} from './build-pages.mjs';
import {writeBundledIds} from './bundled-ids.mjs';
import {writeEditorData} from './editor-data.mjs';
import {licenceTexts, packagesOf} from './licences.mjs';
import {minifyLiterals} from './minify-literals.mjs';
import {pictureFonts} from './picture-fonts.mjs';
import {reportSchemaJson} from './report-format.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const at = (path) => `${root}${path}`;
const read = (path) => readFileSync(at(path), 'utf8');
const write = (path, text) => writeFileSync(at(path), text);

/** What the published files declare, so that a page can be asked which one it runs. */
const {version} = JSON.parse(read('package.json'));

/** TypeScript to one module per file, with types and source maps. */
function compile() {
  const tsc = at('node_modules/typescript/bin/tsc');
  const {status} = spawnSync(process.execPath, [tsc, '-p', at('scripts/tsconfig.build.json')], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  // npm sets this bit once, when it links the command; a rebuild must not lose it.
  chmodSync(at('dist/src/cli/qd.js'), 0o755);
}

/** What editors and documentation know of each tag, read from its docstrings. */
function describe() {
  const analyzer = at('node_modules/@custom-elements-manifest/analyzer/cem.js');
  const config = at('scripts/custom-elements-manifest.config.mjs');
  const {status} = spawnSync(process.execPath, [analyzer, 'analyze', '--quiet', '--config', config], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeEditorData();
}

/**
 * Reports as JSON, and as modules for the widgets: a browser cannot import JSON without an attribute that
 * older ones don't parse. `REPORT-ID.js` is for a page that wants the report to come with its script.
 */
function buildSeeds() {
  let index = read('dist/seeds/index.js');
  for (const file of readdirSync(at('seeds'))) {
    if (!/\.(json|txt)$/.test(file)) continue;
    copyFileSync(at(`seeds/${file}`), at(`dist/seeds/${file}`));
    if (!file.endsWith('.json')) continue;
    const name = file.slice(0, -'.json'.length);
    const report = JSON.stringify(JSON.parse(read(`seeds/${file}`)));
    const data = `./${name}.data.js`;
    write(`dist/seeds/${data}`, `export default ${report};\n`);
    write(
      `dist/seeds/${name}.js`,
      [
        `import {registerBundledReport} from '../src/report-registry.js';`,
        `import report from '${data}';`,
        ``,
        `registerBundledReport('${name}', () => report);`,
        ``,
        `export default report;`,
        ``,
      ].join('\n'),
    );
    write(
      `dist/seeds/${name}.d.ts`,
      `import type {Report} from '../src/schema.js';\n\ndeclare const report: Report;\nexport default report;\n`,
    );
    const before = index;
    index = index.replaceAll(`'./${file}'`, `'${data}'`).replaceAll(`"./${file}"`, `"${data}"`);
    if (index === before) throw new Error(`seeds/index.ts does not list ${file}`);
  }
  write('dist/seeds/index.js', index);
}

/** The styles and templates of the published modules, minified: no bundler does it for them. */
function minifyModules() {
  for (const file of readdirSync(at('dist/widgets'))) {
    if (!file.endsWith('.js')) continue;
    const path = `dist/widgets/${file}`;
    const {code, map} = minifyLiterals(read(path), path, JSON.parse(read(`${path}.map`)));
    write(path, code);
    write(`${path}.map`, JSON.stringify(map));
  }
}

/** A canvas is drawn in a browser only: on a server nothing asks for what draws it. */
const withoutCanvas = {
  name: 'without-canvas',
  setup({onResolve, onLoad}) {
    onResolve({filter: /\/chart-library\.js$/}, ({path}) => ({path, namespace: 'canvas'}));
    onLoad({filter: /./, namespace: 'canvas'}, () => ({contents: 'export {};'}));
  },
};

/** Of the programs that draw static HTML, for a server and for a worker. */
const RENDERER = {
  absWorkingDir: root,
  bundle: true,
  plugins: [withoutCanvas],
  conditions: ['node', 'production'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/**
 * What draws a tag on a server as one file, with all it needs inside: who installs the package for a page need not
 * install a server's renderer.
 */
async function buildStatic() {
  const {metafile} = await bundleForNode({
    ...RENDERER,
    entryPoints: ['dist/widgets/static/render-static.js'],
    outfile: 'dist/static/render-static.js',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  write(
    'dist/static/LICENSES.txt',
    licenceTexts(packagesOf(Object.keys(metafile.inputs).map((path) => at(path)))),
  );
  await buildStaticWorker();
  const types = read('dist/widgets/static/render-static.d.ts');
  write('dist/static/render-static.d.ts', types.replaceAll("'../../", "'../").replace(/^\/\/# .*$/m, ''));
  for (const file of readdirSync(at('dist/widgets/static'))) {
    if (/^(?:render-static|static-worker)\./.test(file)) rmSync(at(`dist/widgets/static/${file}`));
  }
}

/**
 * The same as a script for a worker of the builder's: out of the same modules, so that it draws the same. The builder
 * gives it each report, so none is inside.
 */
async function buildStaticWorker() {
  const {metafile} = await bundleForNode({
    ...RENDERER,
    entryPoints: ['dist/widgets/static/static-worker.js'],
    outfile: 'dist/static/static-worker.js',
    // What a server lacks: Lit would make a policy of its own name, which no page of ours lists, and a code would
    // lead to the worker's own address.
    banner: {js: "for(var n of ['trustedTypes','location'])Object.defineProperty(self,n,{value:undefined});"},
    format: 'iife',
    platform: 'neutral',
    target: 'es2019',
    mainFields: ['module', 'main'],
    plugins: [
      withoutCanvas,
      {
        name: 'for-a-browser',
        setup({onResolve, onLoad}) {
          onResolve({filter: /^buffer$|\/seeds\/index\.js$/}, ({path}) => ({path, namespace: 'own'}));
          onLoad({filter: /^buffer$/, namespace: 'own'}, () => ({
            // What the renderer asks of it: Latin-1 as base64.
            contents: 'export const Buffer = {from: (text) => ({toString: () => btoa(text)})};',
          }));
          onLoad({filter: /seeds/, namespace: 'own'}, () => ({
            contents: 'export const bundledReports = {};',
          }));
        },
      },
    ],
  });
  for (const path of Object.keys(metafile.inputs)) ofBuilder.add(at(path));
}

/** Every module that the builder is made of, besides the embed files. */
const ofBuilder = new Set();

async function buildEmbed() {
  mkdirSync(at('dist/embed'), {recursive: true});
  // The parser, and zod with it, stands beside the module: most pages never need it.
  await bundle({
    entry: 'src/prove-report.ts',
    file: 'qd-prove-report.js',
    format: 'es',
    plugins: [ownKeys()],
  });
  // So do the charts.
  await bundle({
    entry: 'widgets/chart-library.ts',
    file: 'qd-chart-lib.js',
    format: 'es',
    plugins: [withoutColours()],
    // Its unused axes read defaults of others, which would keep them.
    treeshake: {propertyReadSideEffects: false},
  });
  const parser = ['prove-report', 'qd-prove-report.js'];
  const charts = ['chart-library', 'qd-chart-lib.js'];
  await bundle({
    entry: 'widgets/embed/embed.ts',
    file: 'qd.js',
    format: 'es',
    plugins: [seedsInside(), allInside(), litPolicy(), litSheets(), beside(...parser), beside(...charts)],
    guard: GUARD,
  });
  await bundle({
    entry: 'widgets/embed/embed.ts',
    file: 'qd.iife.js',
    format: 'iife',
    plugins: [
      seedsInside(),
      allInside(),
      litPolicy(),
      litSheets(),
      inside(...parser, 'proveReport'),
      inside(...charts, 'startDrawing'),
    ],
    guard: GUARD,
  });
  for (const file of ['qd.css', 'page.css'])
    copyFileSync(at(`widgets/embed/${file}`), at(`dist/embed/${file}`));
  write('dist/embed/LICENSES.txt', licenceTexts(packagesOf(bundled)));
  await buildCheck();
  const hashes = {};
  for (const file of readdirSync(at('dist/embed')).sort()) {
    // The embed pages have folders of their own.
    if (!file.includes('.')) continue;
    hashes[file] = `sha384-${createHash('sha384')
      .update(readFileSync(at(`dist/embed/${file}`)))
      .digest('base64')}`;
  }
  write('dist/embed/sri.json', `${JSON.stringify({version, files: hashes}, null, 2)}\n`);
}

/** Every module that an embed file was made of. */
const bundled = new Set();

/** The pages of everything that can be embedded of the bundled reports, by the modules just built. */
async function buildPages() {
  const {embedFiles} = await import('../dist/src/embed/report-files.js');
  const {cardPictures} = await import('../dist/src/embed/card-pictures.js');
  const {picturePainter} = await import('../dist/src/cli/picture-painter.js');
  const painter = await picturePainter(pictureFonts());
  const drawPictures = (report, observation) => cardPictures(report, observation, {painter});
  for (const file of readdirSync(at('dist/seeds'))) {
    if (!file.endsWith('.json')) continue;
    const report = JSON.parse(read(`dist/seeds/${file}`));
    for await (const {path, content} of embedFiles(report, {drawPictures})) {
      mkdirSync(at(`dist/${dirname(path)}`), {recursive: true});
      writeFileSync(at(`dist/${path}`), content);
    }
  }
}

async function bundle({entry, file, format, plugins, guard = '', treeshake = true}) {
  const [result] = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [plainFields(), literals(), ...plugins],
    build: {
      target: 'es2022',
      write: false,
      minify: 'oxc',
      lib: {entry: at(entry), formats: [format], name: 'QdWidgets', fileName: () => file},
      rolldownOptions: {
        treeshake,
        // A classic file has no address of its own: own-script.ts looks for its tag.
        ...(format === 'iife' ? {transform: {define: {'import.meta': '{}'}}} : {}),
        output: {minify: true, codeSplitting: false, entryFileNames: file},
      },
    },
  });
  if (result.output.length !== 1) throw new Error(`${file}: one file was expected`);
  for (const module of result.output[0].moduleIds) bundled.add(module);
  write(`dist/embed/${file}`, await lower(result.output[0].code, guard, format));
}

/**
 * Lowers the syntax for Chromium 83, after the bundler has shaken and minified: lowered before it, static class
 * fields could not be shaken, and its minifier would write `??=` again. With a guard, wraps the file in a
 * function that can leave at once.
 */
async function lower(code, guard, format) {
  if (guard && /^\s*(import|export)\s*[\w{*"']/m.test(code)) {
    throw new Error('an embed file with a guard must not import or export');
  }
  const {code: lowered} = await esbuild(guard ? `(function () {${guard}${code}\n})();` : code, {
    // A classic file keeps esbuild's helpers inside too, or they would be names of the page.
    ...(format === 'iife' ? {format} : {}),
    target: 'es2019',
    supported: {'dynamic-import': true, 'import-meta': true},
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
  });
  return lowered.replace(EXPORTS_HELPER, 'for($1 $2 of Object.keys($3))$4($5,$2,{get:$3[$2]');
}

/** How bundlers list a module's exports: it takes what an old page has added to `Object.prototype` for one of them. */
const EXPORTS_HELPER = /for\((var|let) (\w+) in (\w+)\)(\w+)\((\w+),\2,\{get:\3\[\2\]/g;

function literals() {
  return {
    name: 'literals',
    enforce: 'pre',
    transform(code, id) {
      if (/\/widgets\/.*\.ts$/.test(id)) return {code: minifyLiterals(code, id).code, map: null};
    },
  };
}

/** The bundled reports as objects in the file, made when first asked for: no request, no waiting. */
function seedsInside() {
  const virtual = '\0bundled-reports';
  return {
    name: 'seeds-inside',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('/seeds/index.js') ? virtual : undefined),
    load(id) {
      if (id !== virtual) return;
      const listed = [
        ...read('seeds/index.ts').matchAll(/'([\w-]+)':\s*\(\)\s*=>\s*import\('\.\/([\w.-]+)'\)/g),
      ];
      if (!listed.length) throw new Error('seeds/index.ts lists no report');
      const entries = listed.map(
        ([, report, file]) => `"${report}": () => (${JSON.stringify(JSON.parse(read(`seeds/${file}`)))})`,
      );
      return `export const bundledReports = {${entries.join(',')}};`;
    },
  };
}

/**
 * Turns our `#private` names into plain ones: lowered to ES2019 each would become a WeakMap, slow and large. What is
 * private to a base class must not be called like what is private to a class on it.
 */
function plainFields() {
  const privates = (file) => new Set(read(`widgets/${file}.ts`).match(/(?<=this\.)#[a-z]\w*/g));
  const bases = ['drawn-element', 'report-element', 'view-element', 'list-element'];
  const tags = readdirSync(at('widgets')).flatMap((file) => /^(qd-[\w-]+)\.ts$/.exec(file)?.[1] ?? []);
  for (const [i, base] of bases.entries()) {
    for (const other of [...bases.slice(i + 1), ...tags]) {
      const shared = [...privates(base)].filter((name) => privates(other).has(name));
      if (shared.length) throw new Error(`widgets/${base}.ts and widgets/${other}.ts share ${shared}`);
    }
  }
  return {
    name: 'plain-fields',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/(widgets|src)\/.*\.ts$/.test(id)) return;
      const plain = code.replace(/(\.|^ +(?:(?:get|set|async|static|readonly) )*)#([a-z]\w*)/gm, '$1_$2_');
      return {code: plain, map: null};
    },
  };
}

/** What is loaded late elsewhere is inside the embed files. */
function allInside() {
  return {
    name: 'all-inside',
    enforce: 'pre',
    resolveId(id, importer) {
      const [, name] = /\/(lazy|late)\.js$/.exec(id) ?? [];
      if (!name || !/\/widgets\/[\w-]+\.ts$/.test(importer ?? '')) return undefined;
      return at(name === 'lazy' ? 'widgets/embed/eager.ts' : 'widgets/embed/eager-late.ts');
    },
  };
}

/**
 * A file built before as a function in the classic file, with those of its exports that are used: it wakes up only when it is called, zod when a page brings
 * a report of its own, chart.js when a chart comes near.
 */
function inside(module, file, ...names) {
  const virtual = `\0${module}`;
  return {
    name: `${module}-inside`,
    enforce: 'pre',
    resolveId: (id, importer) => (id.endsWith(`/${module}.js`) && importer ? virtual : undefined),
    async load(id) {
      if (id !== virtual) return;
      const result = await esbuild(read(`dist/embed/${file}`), {
        format: 'iife',
        globalName: 'built',
        minify: true,
      });
      return `let called;
        function load() { ${result.code}; return built; }
        ${names.map((name) => `export const ${name} = (...given) => (called = called || load()).${name}(...given);`).join('\n')}`;
    },
  };
}

/** Lets zod's `for…in` see only what an object has of itself, not what an old page has added to `Object.prototype`. */
function ownKeys() {
  let found = 0;
  return {
    name: 'own-keys',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/node_modules\/zod\/v4\/(core|mini)\/[\w-]+\.js$/.test(id)) return;
      const own = code.replace(/\bfor \(const (\w+) in ([\w.]+)\)/g, (_loop, key, object) => {
        found++;
        return `for (const ${key} of Object.keys(${object}))`;
      });
      return {code: own, map: null};
    },
    buildEnd(error) {
      if (!error && !found) throw new Error('zod walks no object by for…in any more: drop this plugin');
    },
  };
}

/** Keeps `import('…/module.js')` an import, of the file beside this one. */
function beside(module, file) {
  return {
    name: `${module}-beside`,
    enforce: 'pre',
    resolveId: (id, importer) =>
      id.endsWith(`/${module}.js`) && importer ? {id: `./${file}`, external: true} : undefined,
  };
}

/** chart.js mixes colours only for hovering and for animations; our charts have neither. */
function withoutColours() {
  const virtual = '\0colours';
  let found = 0;
  return {
    name: 'without-colours',
    enforce: 'pre',
    resolveId: (id) => (id === '@kurkle/color' ? virtual : undefined),
    load(id) {
      if (id !== virtual) return;
      found++;
      return 'export class Color {}';
    },
    buildEnd(error) {
      if (!error && !found) throw new Error('chart.js does not bring its colours any more');
    },
  };
}

const LIT_POLICY = /\w+\?\w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/;

/**
 * Lit makes its Trusted Types policy by a name of its own and throws where the page's policy does not list it.
 * The embed file makes one named `qd-widgets` first, and Lit is given that one.
 */
function litPolicy() {
  let found = 0;
  return {
    name: 'lit-policy',
    transform(code, id) {
      if (!/lit-html\/(node\/)?lit-html\.js$/.test(id)) return;
      if (!LIT_POLICY.test(code)) throw new Error('lit-html: the policy to replace is not where it was');
      found++;
      return {code: code.replace(LIT_POLICY, '__qdPolicy'), map: null};
    },
    buildEnd(error) {
      if (!error && !found) throw new Error('lit-html was not seen by the build');
    },
  };
}

/**
 * Lit takes it that a page which has `CSSStyleSheet` can make one. The embed file tries first, and gives Lit a class
 * without `replace` where it can't: then Lit writes `<style>` elements.
 */
function litSheets() {
  let found = 0;
  return {
    name: 'lit-sheets',
    transform(code, id) {
      if (!/@lit\/reactive-element\/(node\/)?css-tag\.js$/.test(id)) return;
      if (!code.includes('new CSSStyleSheet')) throw new Error('lit: it makes no style sheets any more');
      found++;
      return {code: code.replace(/\bCSSStyleSheet\b/g, '__qdSheet'), map: null};
    },
    buildEnd(error) {
      if (!error && !found) throw new Error('the style sheets of lit were not seen by the build');
    },
  };
}

/** What runs before anything of ours: a second copy and a page that allows no template leave at once. */
const GUARD = `
var __qdPolicy, __qdSheet = window.CSSStyleSheet;
if (customElements.get('qd-metric')) {
  try { console.warn('qd-widgets: loaded twice; this copy (${version}) steps aside.'); } catch (e) {}
  return;
}
try {
  __qdPolicy = window.trustedTypes && trustedTypes.createPolicy('qd-widgets', {createHTML: function (s) { return s; }});
} catch (e) {
  try {
    document.createElement('template').innerHTML = '';
  } catch (e2) {
    try { console.error("qd-widgets: the page's policy does not list trusted-types qd-widgets; the fallback text stays."); } catch (e3) {}
    return;
  }
}
try { new __qdSheet().replaceSync(''); } catch (e) { __qdSheet = function () {}; }
`;

function report() {
  for (const file of Object.keys(JSON.parse(read('dist/embed/sri.json')).files)) {
    const bytes = readFileSync(at(`dist/embed/${file}`));
    const kB = (size) => `${(size / 1000).toFixed(1)} kB`;
    console.log(
      `dist/embed/${file}: ${kB(bytes.length)}, gzip ${kB(gzipSync(bytes, {level: 9}).length)}, brotli ${kB(brotliCompressSync(bytes).length)}`,
    );
  }
}

rmSync(at('dist'), {recursive: true, force: true});
writeBundledIds();
compile();
describe();
buildSeeds();
minifyModules();
await buildStatic();
await buildEmbed();
await buildPages();
await buildBuilder(JSON.parse(read('dist/embed/sri.json')), [...bundled, ...ofBuilder]);
write('dist/report.schema.json', `${JSON.stringify(await reportSchemaJson(), null, 2)}\n`);
report();
