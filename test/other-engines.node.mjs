import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const isPosix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;

describe(
  'Firefox and WebKitGTK that are missing',
  {skip: !isPosix && 'the programs here are shell scripts'},
  () => {
    let folder;
    let variables;

    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'qd-engines-'));
      // A machine whose PATH has no browser.
      variables = {PATH: folder, HOME: folder, FOLDER: folder};
      symlinkSync(process.execPath, join(folder, 'node'));
      for (const name of [
        'bash',
        'cat',
        'dirname',
        'env',
        'grep',
        'mktemp',
        'rm',
        'sed',
        'tail',
        'tee',
        'timeout',
      ]) {
        const path = process.env.PATH.split(delimiter)
          .map((place) => join(place, name))
          .find(existsSync);
        symlinkSync(path, join(folder, name));
      }
    });
    after(() => rmSync(folder, {recursive: true, force: true}));

    function program(name, lines) {
      const path = join(folder, name);
      writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'));
      chmodSync(path, 0o755);
    }

    function run(command, args, more = {}) {
      const {status, stdout, stderr} = spawnSync(command, args, {
        cwd: root,
        env: {...variables, ...more},
        encoding: 'utf8',
      });
      return {status, said: stdout + stderr, last: stdout.trim().split('\n').pop()};
    }

    describe('npm run test:browsers', () => {
      const MISSING = ['install firefox or firefox-esr', 'install webkit2gtk-driver, xvfb, xauth'];
      const test = (more) =>
        run(process.execPath, ['scripts/test.mjs', '--engines', 'test/decimal.test.ts'], more);

      it('skips them, each with a line that says what to install', () => {
        const {status, said, last} = test();
        assert.equal(last, '0 passed, 0 failed');
        assert.equal(status, 0);
        for (const line of MISSING) assert.ok(said.includes(`skipped, ${line}`), said);
      });

      it('fails for each where they are required', () => {
        const {status, said, last} = test({QD_REQUIRE_ENGINES: '1'});
        assert.equal(last, '0 passed, 2 failed');
        assert.equal(status, 1);
        for (const line of MISSING) assert.ok(said.includes(`✗ not tested: ${line}`), said);
      });
    });

    describe('install-engines', () => {
      it('installs what is missing as root, and says what is missing still', () => {
        program('apt-get', [
          'echo "$*" >>"$FOLDER/apt.log"',
          'case "$*" in *download-only*) ;; *install*) printf "#!/bin/sh\\n" >"$FOLDER/firefox-esr";; esac',
          '[ ! -e "$FOLDER/firefox-esr" ] || /bin/chmod 755 "$FOLDER/firefox-esr"',
        ]);
        const {status, said} = run(process.execPath, ['scripts/install-engines.mjs']);
        assert.equal(status, 0, said);
        const log = existsSync(join(folder, 'apt.log')) ? readFileSync(join(folder, 'apt.log'), 'utf8') : '';
        const calls = log
          .trim()
          .split('\n')
          .map((line) => line.replace(/-qq .*Timeout=\d+ /, ''));
        if (isRoot) {
          assert.deepEqual(calls, [
            'update',
            'install --download-only firefox-esr webkit2gtk-driver xvfb xauth',
            'install firefox-esr webkit2gtk-driver xvfb xauth',
          ]);
          assert.doesNotMatch(said, /Firefox is missing/);
        } else assert.deepEqual(calls, ['']);
        assert.match(said, /WebKitGTK is missing: install webkit2gtk-driver/);
        rmSync(join(folder, 'firefox-esr'), {force: true});
      });

      it('goes on where that fails, and says why', {skip: !isRoot && 'not as root'}, () => {
        program('apt-get', ['echo "E: No network" >&2', 'exit 100']);
        const {status, said} = run(process.execPath, ['scripts/install-engines.mjs']);
        assert.equal(status, 0, said);
        assert.match(said, /apt-get install .* failed\. E: No network/);
        assert.match(said, /Firefox is missing: install firefox/);
      });
    });

    describe('.ci/run', () => {
      before(() => {
        // Every step passes one test; the browsers are asked for real.
        program('npm', [
          'case "$*" in',
          '*--engine*) while [ "$1" != -- ]; do shift; done; shift',
          '  exec node scripts/test.mjs --engines test/decimal.test.ts "$@";;',
          'esac',
          'echo "1 passed, 0 failed"',
        ]);
        program('apt-get', ['echo "$*" >>"$FOLDER/ci.log"', 'exit 100']);
      });
      const TIME = {QD_CI_SECONDS: '1000'};

      for (const {name, more, last, lines, installs} of [
        {
          name: 'names them before its last line',
          more: TIME,
          last: '9 passed, 0 failed',
          lines: [
            '  Firefox: install firefox or firefox-esr',
            '  WebKitGTK: install webkit2gtk-driver, xvfb, xauth',
          ],
          installs: false,
        },
        {
          name: 'tries to install them on a machine for continuous integration',
          more: {...TIME, CI: 'true'},
          last: '9 passed, 0 failed',
          lines: ['  Firefox: install firefox or firefox-esr'],
          installs: true,
        },
        {
          name: 'leaves such a machine as it is when told so',
          more: {...TIME, CI: 'true', QD_REQUIRE_ENGINES: '0'},
          last: '9 passed, 0 failed',
          lines: ['  Firefox: install firefox or firefox-esr'],
          installs: false,
        },
        {
          name: 'fails for each where they are required',
          more: {...TIME, QD_REQUIRE_ENGINES: '1'},
          last: '9 passed, 2 failed',
          lines: ['  ✗ not tested: install webkit2gtk-driver, xvfb, xauth'],
          installs: true,
        },
        {
          name: 'fails where they are required and do not fit into the time',
          more: {QD_CI_SECONDS: '200', QD_REQUIRE_ENGINES: '1'},
          last: '9 passed, 2 failed',
          lines: ['  test:browsers, Firefox: skipped, its 240 s do not fit into the rest of 200 s'],
          installs: false,
        },
      ]) {
        it(name, () => {
          rmSync(join(folder, 'ci.log'), {force: true});
          const {status, said, last: sum} = run('/bin/bash', ['.ci/run'], more);
          assert.equal(sum, last, said);
          assert.equal(status, last.endsWith(' 0 failed') ? 0 : 1);
          for (const line of lines) assert.ok(said.includes(`\n${line}`), said);
          assert.equal(existsSync(join(folder, 'ci.log')), installs && isRoot);
        });
      }
    });
  },
);
