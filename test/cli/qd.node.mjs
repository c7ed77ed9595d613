import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {qd, spawnQd} from './run-qd.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const REPORT = join(root, 'seeds/qingdao-2024-h1.json');
const TEXT = join(root, 'seeds/qingdao-2024-h1.txt');
const folder = mkdtempSync(join(tmpdir(), 'qd-'));
after(() => rmSync(folder, {recursive: true}));

function write(name, content) {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The seed with a change, as a file. */
function spoilt(name, change) {
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  change(report);
  return write(name, JSON.stringify(report));
}

describe('qd', () => {
  it('tells its version', () => {
    const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.deepEqual(spawnQd(['--version']), {status: 0, stdout: `${version}\n`, stderr: ''});
  });

  it('ends with its status when it is a program of its own', () => {
    const {status, stdout, stderr} = spawnQd(['check', join(folder, 'absent.json')]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /absent\.json.*\nSee qd check --help\n$/);
  });

  for (const args of [['--help'], ['help'], ['-h']]) {
    it(`lists its commands for ${args}`, () => {
      const {status, stdout, stderr} = qd(args);
      assert.equal(status, 0);
      assert.match(stdout, /check .*\n.*figures /);
      assert.equal(stderr, '');
    });
  }

  for (const command of ['check', 'figures', 'draft', 'embed', 'report']) {
    it(`explains ${command} for --help`, () => {
      const {status, stdout, stderr} = qd([command, '--help']);
      assert.equal(status, 0);
      assert.match(stdout, new RegExp(`^Usage: qd ${command} `));
      assert.equal(stderr, '');
    });
  }

  for (const args of [
    [],
    ['prove'],
    ['constructor'],
    ['--nonsense'],
    ['check'],
    ['check', REPORT, REPORT],
    ['check', '--colour', REPORT],
    ['check', REPORT, '--text'],
    ['check', join(folder, 'absent.json')],
    ['check', folder],
    ['check', REPORT, '--text', join(folder, 'absent.txt')],
    ['check', '-'],
    ['figures'],
    ['figures', TEXT, TEXT],
    ['figures', '--all', TEXT],
    ['figures', join(folder, 'absent.txt')],
  ]) {
    it(`exits with 2 for qd ${args.join(' ').replaceAll(folder, '').replaceAll(root, '')}`, () => {
      const {status, stdout, stderr} = qd(args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /\nSee qd .*--help\n$/);
      assert.doesNotMatch(stderr, /\n {4}at /);
    });
  }
});

describe('qd check', () => {
  it('proves the seed against the text beside it', () => {
    assert.deepEqual(qd(['check', REPORT]), {
      status: 0,
      stdout: '44 of 44 figures proved; 86 other numbers explained\n',
      stderr: '',
    });
  });

  it('reads a report from standard input', () => {
    const {status, stdout} = qd(['check', '-', '--text', TEXT], readFileSync(REPORT, 'utf8'));
    assert.equal(status, 0);
    assert.match(stdout, /^44 of 44/);
  });

  it('names each fault on standard error', () => {
    const file = spoilt('digit.json', (report) => {
      report.observations[3].value = '59';
      report.observations[5].unit = '个';
    });
    const {status, stdout, stderr} = qd(['check', file, '--text', TEXT]);
    assert.equal(status, 1);
    assert.match(stdout, /^42 of 44 figures proved/);
    assert.match(
      stderr,
      /^observations\[3\]\.value: expected 58, found 59 .*\nobservations\[5\]\.unit: expected 家, found 个 .*\n$/,
    );
  });

  it('refuses a text of which one character is changed', () => {
    const text = write('changed.txt', readFileSync(TEXT, 'utf8').replace('今年', '去年'));
    const {status, stderr} = qd(['check', REPORT, '--text', text]);
    assert.equal(status, 1);
    assert.match(stderr, /^source\.sha256: /);
  });

  it('names each field that is not of the format', () => {
    const file = spoilt('shape.json', (report) => {
      report.observations[3].value = 58;
      delete report.period;
    });
    const {status, stdout, stderr} = qd(['check', file, '--text', TEXT]);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /observations\[3\]\.value: expected a decimal string/);
    assert.match(stderr, /period: expected an object, but it is missing/);
  });

  it('says that a file is not JSON', () => {
    const {status, stderr} = qd(['check', write('not.json', '{"format": 1,}')]);
    assert.equal(status, 1);
    assert.match(stderr, /not\.json: not JSON: /);
  });
});

describe('qd figures', () => {
  it('prints a row for each number', () => {
    const {status, stdout, stderr} = qd(['figures', '-'], '汇聚全市近30万路视频,同比增长5.6%。');
    assert.equal(status, 0);
    assert.equal(stderr, '');
    assert.deepEqual(
      JSON.parse(stdout).map(({label: _, ...row}) => row),
      [
        {
          start: 5,
          end: 8,
          value: '30',
          scale: '万',
          unit: '路',
          qualifier: '近',
          kind: 'count',
          isKpi: true,
          direction: '',
        },
        {
          start: 16,
          end: 19,
          value: '5.6',
          scale: '',
          unit: '%',
          qualifier: '',
          kind: 'share',
          isKpi: true,
          direction: 'up',
        },
      ],
    );
  });

  it('reads a file, and tells the 44 indicators of the seed', () => {
    const {status, stdout} = qd(['figures', TEXT]);
    assert.equal(status, 0);
    assert.equal(JSON.parse(stdout).filter((row) => row.isKpi).length, 44);
  });

  it('prints an empty list for a text without numbers', () => {
    assert.deepEqual(qd(['figures', '-'], '没有'), {status: 0, stdout: '[]\n', stderr: ''});
  });

  it('refuses a text that is not UTF-8', () => {
    const {status, stderr} = qd(['figures', write('gbk.txt', Buffer.from([0xc7, 0xe0, 0xb5, 0xba]))]);
    assert.equal(status, 2);
    assert.match(stderr, /not UTF-8/);
  });
});
