/**
 * Makes a release: version and changelog, the build (twice, to see that it gives the same bytes), the checks, the
 * package, an archive for closed networks, a bill of materials and the hashes. `--dry-run` changes nothing but
 * the folder `release/`. What publishes it is printed at the end, not run.
 */
import {createHash} from 'node:crypto';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {zipSync} from 'fflate';

const USAGE = `Makes a release in release/.

  npm run release -- [major|minor|patch|X.Y.Z] [options]

  --dry-run       leaves version and changelog as they are, and asks for no clean tree
  --skip-checks   does not run .ci/run, for a tree that it has just passed in
  --built         takes dist/ as the first of the two builds
  --help          this text`;

const root = fileURLToPath(new URL('../', import.meta.url));
const at = (path) => join(root, path);
const npm = process.env.npm_execpath;

/** @param {string} message @param {number} [code] @returns {never} */
function fail(message, code = 1) {
  console.error(message);
  process.exit(code);
}

function run(command, args, options = {}) {
  const {status, stdout, error} = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  });
  if (error || status !== 0)
    fail(`${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : '.'}`);
  return stdout ?? '';
}

const runNpm = (args, options) =>
  npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options);

/** @returns {string} The version that follows. */
function nextVersion(version, step) {
  if (/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(step)) return step;
  const at = ['major', 'minor', 'patch'].indexOf(step);
  if (at < 0) return fail(`Not a version or a step: "${step}".\n\n${USAGE}`, 2);
  return version
    .split('.')
    .map((part, i) => (i < at ? part : i === at ? Number.parseInt(part, 10) + 1 : 0))
    .join('.');
}

/** Gives what stands under Unreleased the version and the date. */
function datedChangelog(text, version, date) {
  const dated = text.replace(/^## \[Unreleased\]\n/m, `## [Unreleased]\n\n## [${version}] – ${date}\n`);
  if (dated === text) fail('CHANGELOG.md has no section [Unreleased].');
  return dated;
}

/** What a release says about itself: the changelog's newest section. */
function newestNotes(text) {
  const [, notes = ''] = /^## \[[^\]]+\][^\n]*\n([\s\S]*?)(?=^## \[|(?![\s\S]))/m.exec(text) ?? [];
  return notes.trim();
}

function filesIn(folder) {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replace(/\\/g, '/'))
    .sort();
}

const digest = (bytes, algorithm, encoding) => createHash(algorithm).update(bytes).digest(encoding);

/** The hash of every file of a folder, by its path. */
function hashesOf(folder) {
  return new Map(
    filesIn(folder).map((file) => [file, digest(readFileSync(join(folder, file)), 'sha256', 'hex')]),
  );
}

function differences(first, second) {
  return [...new Set([...first.keys(), ...second.keys()])].filter(
    (file) => first.get(file) !== second.get(file),
  );
}

/** npm names the folder and invents an id and a time: given those of the release, two runs give the same. */
function billOfMaterials(format, {name, version}, date) {
  const text = runNpm(['sbom', `--sbom-format=${format}`, '--omit=dev', '--sbom-type=library']);
  const bill = JSON.parse(text);
  if (format === 'cyclonedx') {
    bill.metadata.timestamp = date;
    bill.metadata.component.name = name;
    delete bill.serialNumber;
    const hash = digest(JSON.stringify(bill), 'sha256', 'hex');
    bill.serialNumber = `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  } else {
    bill.name = `${name}@${version}`;
    bill.creationInfo.created = date;
    bill.documentNamespace = `http://spdx.org/spdxdocs/${name}-${version}`;
  }
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** The embed folder as an archive, for portals that cannot reach npm. */
function archive(version, date) {
  const folder = at('dist/embed');
  const entries = filesIn(folder).map((file) => [
    `qd-widgets-${version}/embed/${file}`,
    readFileSync(join(folder, file)),
  ]);
  // In an archive, times have no zone: the commit's, read as UTC.
  const [year, month, day, hour, minute, second] = date.match(/\d+/g).map(Number);
  const mtime = new Date(year, month - 1, day, hour, minute, second);
  return zipSync(Object.fromEntries(entries), {mtime, level: 9});
}

const {values, positionals} = (() => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': {type: 'boolean'},
        'skip-checks': {type: 'boolean'},
        built: {type: 'boolean'},
        help: {type: 'boolean', short: 'h'},
      },
    });
  } catch (error) {
    return fail(`${error.message}\n\n${USAGE}`, 2);
  }
})();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const isDry = values['dry-run'];
if (!isDry && positionals.length !== 1) fail(`Say which version.\n\n${USAGE}`, 2);

const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const version = isDry ? manifest.version : nextVersion(manifest.version, positionals[0]);
const changelog = readFileSync(at('CHANGELOG.md'), 'utf8');
if (!newestNotes(changelog)) fail('CHANGELOG.md says nothing under [Unreleased]: a release wants its notes.');
if (!isDry) {
  if (run('git', ['status', '--porcelain']).trim()) fail('There is something uncommitted: commit it first.');
  runNpm(['version', version, '--no-git-tag-version']);
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(at('CHANGELOG.md'), datedChangelog(changelog, version, today));
  run('git', ['commit', '--quiet', '--all', '--message', `release: ${version}`]);
}

if (!values['skip-checks']) run('bash', ['.ci/run'], {stdio: 'inherit'});

const build = () => runNpm(['run', '--silent', 'build'], {stdio: ['ignore', 'ignore', 'inherit']});
if (values.built && !existsSync(at('dist/embed/qd.js'))) fail('There is no build in dist/.');
console.log(values.built ? 'Build, a second time …' : 'Build, twice …');
if (!values.built) build();
const first = hashesOf(at('dist'));
build();
const different = differences(first, hashesOf(at('dist')));
if (different.length)
  fail(`Two builds of one commit differ in:\n${different.map((file) => `  ${file}`).join('\n')}`);
console.log(`  ✓ the same ${first.size} files`);

const date = new Date(run('git', ['log', '-1', '--format=%cI']).trim()).toISOString().replace(/\.\d+/, '');
rmSync(at('release'), {recursive: true, force: true});
mkdirSync(at('release'));
const [packed] = JSON.parse(
  runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', 'release'])
    // npm prints other lines before it where a script does.
    .replace(/^[^[{]*/, ''),
);
const write = (name, content) => writeFileSync(at(`release/${name}`), content);
write(`qd-widgets-${version}-embed.zip`, archive(version, date));
write('sbom.cdx.json', billOfMaterials('cyclonedx', manifest, date));
write('sbom.spdx.json', billOfMaterials('spdx', manifest, date));
write('sri.json', readFileSync(at('dist/embed/sri.json')));
write('NOTES.md', `${newestNotes(isDry ? changelog : readFileSync(at('CHANGELOG.md'), 'utf8'))}\n`);
const sums = [...hashesOf(at('release'))].map(([file, hash]) => `${hash}  ${file}\n`).join('');
write('SHA256SUMS', sums);

console.log(`\nrelease/ for ${manifest.name} ${version}:`);
for (const file of filesIn(at('release'))) {
  console.log(`  ${file}: ${(readFileSync(at(`release/${file}`)).length / 1000).toFixed(1)} kB`);
}
console.log(`  (${packed.entryCount} files in the package)`);
if (!isDry) {
  console.log(`
Nothing is published yet. To publish:
  git tag --sign v${version} --message "${version}"
  git push --follow-tags
  npm publish release/${packed.filename} --provenance --access public`);
}
