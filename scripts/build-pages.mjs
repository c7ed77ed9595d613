// Builds the pages that are passed on as files: the builder, alone in one file, and the check page beside the embed
// files.
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build as esbuild} from 'esbuild';
import {runnerImport} from 'vite';
import {licenceTexts, packagesOf} from './licences.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const at = (path) => `${root}${path}`;
const read = (path) => readFileSync(at(path), 'utf8');

/** The package by its own name is its sources here, as in vite.config.ts. */
const ownName = {
  name: 'own-name',
  setup({onResolve}) {
    onResolve({filter: /^qd-widgets\//}, ({path}) => {
      const file = path.slice('qd-widgets/'.length);
      return {path: at(file === 'embed/qd.css' ? 'widgets/embed/qd.css' : file.replace(/\.js$/, '.ts'))};
    });
  },
};

/**
 * One script or style sheet with everything it imports, in syntax that Chromium 83 reads.
 *
 * @param {string} entry
 * @param {Set<string>} [modules] - Takes what the file was made of.
 */
export async function bundleFile(entry, modules) {
  const {outputFiles, metafile} = await esbuild({
    absWorkingDir: root,
    metafile: true,
    entryPoints: [at(entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: entry.endsWith('.css') ? 'chrome83' : 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    plugins: [ownName],
  });
  for (const path of Object.keys(metafile.inputs)) modules?.add(at(path));
  return outputFiles[0].text.trim();
}

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What may stand in an element of a page as it is: nothing that would end it or, in a script, hide its end. */
function inside(name, text) {
  const isScript = name.endsWith('.js');
  // Inside the strings, templates and expressions of a script these are the same characters.
  const safe = isScript ? text.replace(/<(?=!--|\/script)/gi, '\\x3c') : text;
  if (!isScript && /<\/style/i.test(text)) throw new Error(`${name} cannot stand inside a page`);
  return safe;
}

/**
 * The builder as one file that opens anywhere without a network: its own script and style, the reports, and the
 * embed files that its previews run, what draws static HTML, and the licence texts of all that. A policy lists what is
 * in it by hash, and nothing else may run.
 *
 * @param {{version: string, files: Record<string, string>}} sri
 * @param {Iterable<string>} parts - The modules that the built files in it were made of.
 */
export async function buildBuilder({version, files}, parts) {
  const modules = new Set(parts);
  const code = {
    'qd.iife.js': inside('qd.iife.js', read('dist/embed/qd.iife.js')),
    'qd.css': inside('qd.css', await bundleFile('widgets/embed/qd.css')),
    'host-plain.css': await bundleFile('demo/host-plain.css'),
    'host-portal.css': await bundleFile('demo/host-portal.css'),
  };
  const scripts = {
    first: inside('first-paint.js', await bundleFile('demo/first-paint.js')),
    own: inside('builder.js', await bundleFile('demo/builder.ts', modules)),
  };
  // Not run as it stands there: a worker is made of it once it is asked for.
  const worker = inside('static-worker.js', read('dist/static/static-worker.js').trim());
  const style = inside('builder.css', await bundleFile('demo/builder.css'));
  const {module} = await runnerImport(at('demo/builder-page.ts'), {configFile: false, logLevel: 'error'});
  const {head, body} = module.renderBuilderPage({
    files: {version, files, code},
    isAlone: true,
    licences: licenceTexts(packagesOf(modules)),
  });
  const policy = [
    "default-src 'none'",
    `script-src ${[scripts.first, scripts.own, code['qd.iife.js']].map(hash).join(' ')}`,
    `style-src ${[style, ...['qd.css', 'host-plain.css', 'host-portal.css'].map((name) => code[name])].map(hash).join(' ')}`,
    'worker-src blob:',
    'img-src data: blob:',
    // No base-uri: the pages in the previews have the address that the snippet leads to.
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types qd-widgets qd-builder',
  ].join('; ');
  const icon = `data:image/svg+xml;base64,${Buffer.from(read('demo/icon.svg')).toString('base64')}`;
  const page = `<!doctype html>
<html lang="zh-CN" data-qd-theme="light" data-qd-text="standard">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<link rel="icon" href="${icon}">
<script>${scripts.first}</script>
<style>${style}</style>
</head>
<body>
${body}
<script type="text/plain" id="static-worker">${worker}</script>
<script>${scripts.own}</script>
</body>
</html>
`;
  writeFileSync(at('dist/builder.html'), page);
  return page.length;
}

/**
 * The check page, to be opened on the portal where the embed files are: its script and style stand beside it, for no
 * strict policy lets them stand inside.
 */
export async function buildCheck() {
  const {module} = await runnerImport(at('demo/check-page.ts'), {configFile: false, logLevel: 'error'});
  const {body} = module.renderCheckPage();
  writeFileSync(
    at('dist/embed/check.html'),
    read('demo/check.html').replace('<!-- page:body -->', () => body),
  );
  writeFileSync(at('dist/embed/check.js'), `${await bundleFile('demo/check.ts')}\n`);
  writeFileSync(at('dist/embed/check.css'), `${await bundleFile('demo/check.css')}\n`);
}
