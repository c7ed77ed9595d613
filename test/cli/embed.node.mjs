import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {qd} from './run-qd.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const REPORT = join(root, 'seeds/qingdao-2024-h1.json');
const TEXT = join(root, 'seeds/qingdao-2024-h1.txt');
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const {files: hashes} = JSON.parse(readFileSync(join(root, 'dist/embed/sri.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'qd-embed-'));
after(() => rmSync(folder, {recursive: true}));

describe('qd embed', () => {
  const BASE = 'https://www.example.gov.cn/qd';
  const PAGE = `${BASE}/embed/metric/qingdao-2024-h1/data-resource-calls`;
  const embed = (...args) => qd(['embed', 'qingdao-2024-h1', ...args]);

  const forms = [
    [
      'html',
      `<p class="qd-metric qd-r-qingdao-2024-h1 qd-i-data-resource-calls"><a href="${PAGE}">数据资源调用 921.61亿次</a></p>`,
    ],
    [
      'tag',
      `<qd-metric report="qingdao-2024-h1" indicator="data-resource-calls"><a href="${PAGE}">数据资源调用 921.61亿次</a></qd-metric>`,
    ],
    ['text', `数据资源调用 921.61亿次\n${PAGE}`],
    ['marker', '[qd:metric:qingdao-2024-h1:data-resource-calls]'],
  ];
  for (const [form, article] of forms) {
    it(`prints what stands in the article as ${form}`, () => {
      const args = ['data-resource-calls', '--form', form, '--base', BASE, '--article'];
      assert.deepEqual(embed(...args), {status: 0, stdout: `${article}\n`, stderr: ''});
    });
  }

  for (const form of ['iframe', 'png']) {
    it(`prints ${form} on one line`, () => {
      const {stdout} = embed('data-resource-calls', '--form', form, '--base', BASE, '--article');
      assert.match(stdout, /^<[^\n]*921\.61亿次[^\n]*>\n$/);
      assert.ok(stdout.includes(PAGE));
    });
  }

  it('prints static HTML with the hashes that a strict policy lists, and the link inside', () => {
    const {status, stdout} = embed(
      'data-resource-calls',
      '--form',
      'static',
      '--base',
      BASE,
      '--theme',
      'dark',
    );
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^<!-- a strict policy lists it: style-src 'sha256-[^']+' 'sha256-[^']+' -->\n<qd-metric /,
    );
    assert.match(stdout, /<template shadowroot="open" shadowrootmode="open">.*data-theme="dark".*>921\.61</s);
    assert.ok(
      stdout.endsWith(`<a href="${PAGE}">数据资源调用 921.61亿次</a></qd-metric>\n`),
      stdout.slice(-300),
    );
  });

  it('prints what the template loads, with the version and the hashes of the build', () => {
    const {stdout} = embed('data-resource-calls', '--base', BASE);
    for (const file of ['qd.js', 'qd.css']) {
      assert.ok(stdout.includes(`"${BASE}/embed/${file}?v=${version}" integrity="${hashes[file]}"`), stdout);
    }
    assert.match(stdout, /^<!-- once in the site's template -->\n[\s\S]*\n<!-- in the article -->\n<p /);
  });

  it('puts the looks into the snippet', () => {
    const {stdout} = embed(
      'video-feeds',
      '--form',
      'tag',
      '--variant',
      'tile',
      '--text',
      'large',
      '--locale',
      'en',
    );
    assert.match(stdout, / variant="tile" text="large" locale="en"><a [^>]*>.*nearly 300,000/);
  });

  for (const [name, args, words] of [
    ['a list', ['--tag', 'issue-list'], '<p class="qd-issue-list qd-r-qingdao-2024-h1">'],
    [
      'a list of an area',
      ['data-elements', '--tag', 'qd-table'],
      '/embed/table/qingdao-2024-h1/data-elements"',
    ],
  ]) {
    it(`prints ${name}`, () => {
      const {status, stdout} = embed(...args);
      assert.equal(status, 0);
      assert.ok(stdout.includes(words), stdout);
    });
  }

  it('names the data of a report that the embed files do not know', () => {
    const {stdout} = qd(['embed', REPORT, 'video-feeds', '--form', 'tag', '--base', BASE, '--article']);
    assert.ok(stdout.includes(`<qd-metric src="${BASE}/embed/reports/qingdao-2024-h1.json"`), stdout);
  });

  it('says where the address leads when it was not told', () => {
    const {stdout, stderr} = embed('video-feeds', '--article');
    assert.match(stdout, /href="\/qd\/embed\/metric/);
    assert.match(stderr, /--base/);
  });

  for (const [args, reason] of [
    [['qingdao-2024-h1', 'nothing-such'], /no indicator "nothing-such"/],
    [['qingdao-2024-h1'], /qd-metric needs a figure/],
    [['qingdao-2024-h1', '--tag', 'area'], /qd-area needs an area/],
    [['qingdao-2024-h1', 'video-feeds', '--tag', 'issue-list'], /leave "video-feeds" out/],
    [['qingdao-2024-h1', 'video-feeds', '--form', 'pdf'], /--form is one of html/],
    [['qingdao-2024-h1', 'video-feeds', '--theme', 'pink'], /--theme is one of/],
    [['qingdao-2024-h1', 'video-feeds', '--brand', 'url(x)'], /--brand is a colour/],
    [['qingdao-2024-h1', 'video-feeds', '--base', 'javascript:1'], /--base is the address/],
    [['absent.json', 'video-feeds'], /Bundled: qingdao-2024-h1/],
    [[], /Give a report and a figure/],
  ]) {
    it(`refuses ${args.join(' ') || 'nothing'}`, () => {
      const {status, stdout, stderr} = qd(['embed', ...args]);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, reason);
    });
  }
});

describe('qd report', () => {
  const BASE = 'https://www.example.gov.cn/qd/';
  const out = join(folder, 'site');
  const read = (path) => readFileSync(join(out, path), 'utf8');

  it('writes the report as files that need no server program', () => {
    const {status, stdout, stderr} = qd(['report', 'qingdao-2024-h1', '--out', out, '--base', BASE]);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /index\.html: 44 figures, \d+ pages/);
    for (const path of [
      'index.html',
      'qingdao-2024-h1.json',
      'qingdao-2024-h1.csv',
      'qingdao-2024-h1.jsonld',
      'embed/reports/qingdao-2024-h1.json',
      'embed/metric/qingdao-2024-h1/video-feeds/index.html',
      'embed/area/qingdao-2024-h1/data-elements/index.html',
      'embed/issue-list/qingdao-2024-h1/index.html',
      ...Object.keys(hashes).map((file) => `embed/${file}`),
    ]) {
      assert.ok(existsSync(join(out, path)), path);
    }
    assert.deepEqual(JSON.parse(read('qingdao-2024-h1.json')), JSON.parse(readFileSync(REPORT, 'utf8')));
  });

  it('gives whole addresses below the base', () => {
    const page = read('embed/metric/qingdao-2024-h1/video-feeds/index.html');
    const address = `${BASE}embed/metric/qingdao-2024-h1/video-feeds/`;
    for (const words of [
      `<link rel="canonical" href="${address}" />`,
      `type="application/json+oembed" href="${address}oembed.json"`,
      `<meta property="og:url" content="${address}" />`,
      '<meta property="og:title" content="汇聚全市视频 近30万路" />',
    ]) {
      assert.ok(page.includes(words), words);
    }
    const {
      version: format,
      title,
      provider_name: provider,
    } = JSON.parse(read('embed/metric/qingdao-2024-h1/video-feeds/oembed.json'));
    assert.deepEqual([format, title, provider], ['1.0', '汇聚全市视频 近30万路', '青岛市大数据局']);
  });

  it('leads from each page to files that are there', () => {
    for (const path of [
      'index.html',
      'embed/table/qingdao-2024-h1/index.html',
      'embed/metric/qingdao-2024-h1/video-feeds/index.html',
    ]) {
      const links = [...read(path).matchAll(/ (?:href|src)="([^"#:]+)"/g)].map(([, link]) => link);
      assert.ok(links.length > 3);
      for (const link of links) {
        const file = join(out, path, '..', link.endsWith('/') ? `${link}index.html` : link);
        assert.ok(existsSync(file), `${path}: ${link}`);
      }
    }
  });

  it('writes over its own files, and says what lacks without an address', () => {
    const {status, stderr} = qd(['report', REPORT, '--out', out]);
    assert.equal(status, 0);
    assert.match(stderr, /Add --base/);
  });

  it('leaves another page alone', () => {
    const page = join(folder, 'index.html');
    writeFileSync(page, 'mine');
    const {status, stderr} = qd(['report', 'qingdao-2024-h1', '--out', folder]);
    assert.equal(status, 1);
    assert.match(stderr, /is another page/);
    assert.equal(readFileSync(page, 'utf8'), 'mine');
  });

  it('names what is not of the format', () => {
    const {status, stderr} = qd(['report', '-', '--out', out], '{"format": 1}');
    assert.equal(status, 1);
    assert.match(stderr, /^-: period: expected an object/m);
  });

  for (const args of [
    [],
    ['qingdao-2024-h1'],
    ['qingdao-2024-h1', '--out', TEXT],
    ['qingdao-2024-h1', '--out', out, '--base', 'qd'],
  ]) {
    it(`refuses ${args.join(' ') || 'nothing'}`, () => {
      assert.equal(qd(['report', ...args]).status, 2);
    });
  }
});

describe('qd draft', () => {
  it('proves every figure of the seed’s text and leaves only the English to an editor', () => {
    const {status, stdout} = qd(['draft', TEXT, '--publisher', '青岛市大数据局']);
    assert.equal(status, 0);
    const draft = JSON.parse(stdout);
    const seed = JSON.parse(readFileSync(REPORT, 'utf8'));
    const outline = ({areas, issues, plans}) => [
      areas.map(({number, title, items}) => [
        number,
        title['zh-CN'],
        items.map((item) => item.title['zh-CN']),
      ]),
      issues.map(({number, title}) => [number, title['zh-CN']]),
      plans.map(({number, title}) => [number, title['zh-CN']]),
    ];
    assert.deepEqual(outline(draft), outline(seed));
    assert.deepEqual(draft.period, seed.period);
    assert.deepEqual(
      draft.observations.map(({printed}) => printed),
      seed.observations.map(({printed}) => printed),
    );
    const checked = qd(['check', '-', '--text', TEXT], stdout);
    assert.match(checked.stdout, /^44 of 44 figures proved/);
    const left = checked.stderr
      .split('\n')
      .filter((line) => line && !/each text needs zh-CN and en/.test(line));
    assert.deepEqual(left, []);
  });

  it('reads a text from standard input, with what the editor knows', () => {
    const args = ['--id', 'a-report', '--period', '2023-01-01/2023-12-31', '--published', '2024-01-09'];
    const {status, stdout} = qd(['draft', '-', ...args], '一、工作情况\n一是办好实事。建成公园近30个。\n');
    assert.equal(status, 0);
    const {id, period, source, areas, observations} = JSON.parse(stdout);
    assert.deepEqual([id, period.end, source.published], ['a-report', '2023-12-31', '2024-01-09']);
    assert.equal(areas[0].items[0].title['zh-CN'], '办好实事');
    assert.deepEqual(
      observations.map(({printed, qualifier, item}) => [printed, qualifier, item]),
      [['近30个', 'nearly', areas[0].items[0].id]],
    );
  });

  for (const [name, text, reason] of [
    ['no year', '建成公园30个。', /names no year/],
    ['no figure', '2023年工作顺利。', /no figure found/],
  ]) {
    it(`falls short for a text with ${name}`, () => {
      const {status, stdout, stderr} = qd(['draft', '-'], text);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, reason);
    });
  }

  for (const args of [
    [],
    ['absent.txt'],
    [TEXT, '--period', '2024'],
    [TEXT, '--id', 'Ä'],
    [TEXT, '--published', 'July'],
  ]) {
    it(`refuses ${args.slice(-2).join(' ') || 'nothing'}`, () => {
      assert.equal(qd(['draft', ...args]).status, 2);
    });
  }
});
