import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {after, before, describe, it} from 'node:test';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {openPortal} from './embed/portal.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const json = (path) => JSON.parse(read(path));

/** Everything that the tarball may hold, each with what must be among it. */
const CONTENTS = [
  {
    is: /^(?:README|CHANGELOG|SECURITY)\.md$|^LICENSE$|^package\.json$/,
    has: ['README.md', 'LICENSE', 'package.json'],
  },
  {is: /^dist\/index\.(?:js|js\.map|d\.ts)$/, has: ['dist/index.js', 'dist/index.d.ts', 'dist/index.js.map']},
  {is: /^dist\/src\/[\w/-]+\.(?:js|js\.map|d\.ts)$/, has: ['dist/src/index.js', 'dist/src/cli/qd.js']},
  {
    is: /^dist\/widgets\/[\w/-]+\.(?:js|js\.map|d\.ts)$/,
    has: ['dist/widgets/index.js', 'dist/widgets/qd-metric.d.ts'],
  },
  {is: /^dist\/static\/(?:render-static\.(?:js|d\.ts)|LICENSES\.txt)$/, has: ['dist/static/LICENSES.txt']},
  {
    is: /^dist\/seeds\/(?:index|bundled-ids)\.(?:js|js\.map|d\.ts)$|^dist\/seeds\/[\w-]+\.(?:json|txt|js|d\.ts|data\.js)$/,
    has: ['json', 'txt', 'js', 'd.ts'].map((end) => `dist/seeds/qingdao-2024-h1.${end}`),
  },
  {
    is: /^dist\/embed\/[\w.-]+\.(?:js|css|json|txt|html)$/,
    has: ['qd.js', 'qd.iife.js', 'qd.css', 'sri.json', 'LICENSES.txt'].map((file) => `dist/embed/${file}`),
  },
  // The page, the data and the pictures of everything that can be embedded.
  {
    is: /^dist\/embed\/[a-z]+(?:-[a-z]+)*\/[\w-]+\/(?:[\w-]+\/)?[\w.-]+\.(?:html|json|png|svg|csv|jsonld)$/,
    has: [],
  },
  {is: /^dist\/(?:builder|gallery)\.html$/, has: ['dist/builder.html']},
  {is: /^dist\/types\/(?:tags|react|preact|vue|svelte)\.(?:js|d\.ts)$/, has: ['dist/types/react.d.ts']},
  {
    is: /^dist\/(?:custom-elements|vscode\.html-custom-data|web-types)\.json$/,
    has: ['dist/custom-elements.json', 'dist/vscode.html-custom-data.json', 'dist/web-types.json'],
  },
  {is: /^dist\/report\.schema\.json$/, has: ['dist/report.schema.json']},
];

describe('the tarball', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qd-package-'));
  let files;
  let tarball;

  before(() => {
    const cli = process.env.npm_execpath;
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const said = execFileSync(cli ? process.execPath : 'npm', cli ? [cli, ...args] : args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [packed] = JSON.parse(said);
    files = packed.files.map(({path}) => path);
    tarball = join(folder, packed.filename);
    console.log(`${packed.entryCount} files, ${Math.round(packed.size / 1000)} kB packed`);
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  it('holds what is promised and nothing else', () => {
    const unknown = files.filter((path) => !CONTENTS.some(({is}) => is.test(path)));
    assert.deepEqual(unknown, []);
    const missing = CONTENTS.flatMap(({has}) => has).filter((path) => !files.includes(path));
    assert.deepEqual(missing, []);
  });

  it('has types and a source map for each module, and each map has its sources inside', () => {
    const modules = files.filter((path) => /^dist\/(?:src|widgets)\/.*\.js$/.test(path));
    assert.ok(modules.length > 100);
    for (const path of modules) {
      assert.ok(files.includes(path.replace(/js$/, 'd.ts')), `${path} has no types`);
      assert.ok(files.includes(`${path}.map`), `${path} has no source map`);
      const {sources, sourcesContent} = json(`${path}.map`);
      assert.equal(sourcesContent?.length, sources.length, path);
    }
  });

  it('has every file that package.json names, types first', () => {
    const {exports, ...named} = json('package.json');
    // What is not to be imported is null.
    for (const entry of Object.values(exports).filter((one) => one !== null)) {
      if (typeof entry === 'object') assert.equal(Object.keys(entry)[0], 'types');
      for (const path of typeof entry === 'string' ? [entry] : Object.values(entry)) {
        const [start, end = ''] = path.slice(2).split('*');
        assert.ok(
          files.some((file) => file.startsWith(start) && file.endsWith(end)),
          path,
        );
      }
    }
    for (const field of ['types', 'customElements', 'web-types', 'jsdelivr', 'unpkg']) {
      assert.ok(files.includes(named[field]?.replace('./', '')), field);
    }
  });

  it('names its side effects: what defines an element or registers a report, nothing of the data side', () => {
    const {sideEffects} = json('package.json');
    const matches = (path) =>
      sideEffects.some((glob) =>
        new RegExp(
          `^${glob
            .replace('./', '')
            .replace(/[.]/g, '\\.')
            .replace(/\*\*\/|\*\*|\*/g, (star) => ({'**/': '(?:.*/)?', '**': '.*', '*': '[^/]*'})[star])}$`,
        ).test(path),
      );
    for (const path of files.filter((file) => /^dist\/widgets\/(?:qd-.*|index)\.js$/.test(file))) {
      assert.ok(matches(path), path);
    }
    assert.ok(matches('dist/embed/qd.js'));
    assert.ok(matches('dist/seeds/qingdao-2024-h1.js'));
    assert.ok(!matches('dist/src/check-report.js'));
    assert.ok(!matches('dist/types/react.js'));
  });

  it('passes publint', async () => {
    const {messages, pkg} = await publint({pkgDir: root, pack: false, strict: true});
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, {color: false})),
      [],
    );
  });

  it('passes attw', () => {
    const program = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [program, tarball, '--profile', 'esm-only', '--no-color', '--no-emoji'],
      {encoding: 'utf8'},
    );
    assert.equal(status, 0, stdout + stderr);
  });
});

describe('custom-elements.json', () => {
  const manifest = json('dist/custom-elements.json');
  const tags = manifest.modules
    .flatMap(({path, declarations}) => declarations.map((declaration) => ({path, ...declaration})))
    .filter(({tagName}) => tagName);
  const REPORT = 'qingdao-2024-h1';
  /** What shows the most of each tag: the parts of a drawing are those that one of its examples draws. */
  const EXAMPLES = {
    'qd-metric': [
      'indicator="data-resource-calls"',
      'indicator="video-feeds" variant="hero"',
      'indicator="data-resource-calls" variant="inline"',
      'indicator="data-resource-calls" stale',
    ],
    'qd-progress': ['indicator="ocean-data-share"', 'indicator="ocean-data-share" variant="ring"'],
    'qd-chart': ['indicators="video-feeds sensing-devices"', 'indicators="data-resource-calls"'],
    'qd-area': ['area="data-elements"'],
    'qd-source': ['open="all" annotated'],
  };
  let portal;
  let running;

  before(async () => {
    portal = await openPortal();
    const examples = tags.flatMap(({tagName}) =>
      (EXAMPLES[tagName] ?? ['']).map(
        (attributes) => `<${tagName} report="${REPORT}" ${attributes}></${tagName}>`,
      ),
    );
    portal.files.set(
      '/watch.js',
      `globalThis.heard = {};
      for (const name of ['qd-ready', 'qd-error', 'qd-show']) {
        addEventListener(name, ({target, detail}) => {
          ((heard[target.localName] ??= {})[name] ??= []).push(...Object.keys(detail));
        });
      }`,
    );
    const {page} = await portal.open(
      `<script src="/watch.js"></script>${examples.join('')}<qd-metric id="wrong" report="none" indicator="none"></qd-metric>
      <script type="module" src="/qd/embed/qd.js"></script>`,
    );
    await page.waitForFunction(
      () =>
        [...document.body.querySelectorAll('*')].every(
          (element) =>
            !element.localName.startsWith('qd-') || /ready|absent|error/.test(element.getAttribute('state')),
        ),
      {timeout: 20_000},
    );
    running = await page.evaluate(() => {
      const found = {};
      for (const host of document.querySelectorAll('body > *')) {
        const tag = host.localName;
        if (!tag.startsWith('qd-')) continue;
        const {observedAttributes, elementProperties} = customElements.get(tag);
        const entry = (found[tag] ??= {parts: [], slots: []});
        // One that an element writes and never reads: on each of them, whether its example has it or not.
        const own = host.hasAttribute('state') && !observedAttributes.includes('state') ? ['state'] : [];
        entry.attributes = [...observedAttributes, ...own];
        entry.reflected = [...elementProperties].flatMap(([name, {reflect, attribute}]) =>
          reflect ? [typeof attribute === 'string' ? attribute : name.toLowerCase()] : [],
        );
        entry.reflected.push(...own);
        if (host.id === 'wrong') continue;
        for (const element of host.shadowRoot.querySelectorAll('[part]')) entry.parts.push(...element.part);
        for (const slot of host.shadowRoot.querySelectorAll('slot')) entry.slots.push(slot.name);
      }
      return {tags: found, heard: globalThis.heard};
    });
  });
  after(() => portal?.close());

  it('lists every tag', () => {
    assert.deepEqual(tags.map(({tagName}) => tagName).sort(), Object.keys(running.tags).sort());
    assert.deepEqual(
      tags.map(({path}) => path).filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  it('describes everything it lists', () => {
    const bare = [];
    for (const tag of tags) {
      if (!tag.description) bare.push(tag.tagName);
      for (const list of [
        'attributes',
        'members',
        'events',
        'slots',
        'cssParts',
        'cssProperties',
        'states',
      ]) {
        for (const entry of tag[list] ?? []) {
          const isTyped = !/attributes|events/.test(list) || entry.type?.text;
          if (!entry.description || !isTyped) bare.push(`${tag.tagName} ${list} ${entry.name}`);
          // A name that only the sources know.
          const [name] =
            /\b(?!CustomEvent\b|Promise\b)[A-Z]\w+/.exec((entry.type?.text ?? '').replace(/'.*?'/g, '')) ??
            [];
          if (name && list !== 'members') bare.push(`${tag.tagName} ${list} ${entry.name}: ${name}`);
        }
      }
    }
    assert.deepEqual(bare, []);
  });

  it('has the attributes that the running elements observe or write, and says which they write', () => {
    for (const {tagName, attributes} of tags) {
      const {attributes: expected, reflected} = running.tags[tagName];
      assert.deepEqual(attributes.map(({name}) => name).sort(), expected.sort(), tagName);
      assert.deepEqual(
        attributes
          .filter(({reflects}) => reflects)
          .map(({name}) => name)
          .sort(),
        reflected.sort(),
        tagName,
      );
    }
  });

  it('has the parts and slots that the running elements draw', () => {
    const unlisted = tags.flatMap(({tagName, cssParts = [], slots = []}) => {
      const {parts, slots: drawn} = running.tags[tagName];
      const missing = (names, list) =>
        [...new Set(names)].filter((name) => !list.some((entry) => entry.name === name));
      return [
        ...missing(parts, cssParts).map((name) => `${tagName} part ${name}`),
        ...missing(drawn, slots).map((name) => `${tagName} slot ${name}`),
      ];
    });
    assert.deepEqual(unlisted, []);
  });

  it('has the events that the running elements dispatch, with every field of their detail', () => {
    let seen = 0;
    for (const [tagName, events] of Object.entries(running.heard)) {
      const tag = tags.find((entry) => entry.tagName === tagName);
      for (const [name, fields] of Object.entries(events)) {
        const event = tag.events.find((entry) => entry.name === name);
        assert.ok(event, `${tagName} ${name}`);
        for (const field of new Set(fields))
          assert.match(event.type.text, new RegExp(`\\b${field}\\??:`), `${tagName} ${name}`);
        seen++;
      }
    }
    assert.ok(seen > tags.length / 2, `${seen}`);
    assert.ok(running.heard['qd-metric']['qd-error']);
  });

  it('has the custom properties that the styles read', () => {
    const listed = new Set(tags.flatMap(({cssProperties = []}) => cssProperties.map(({name}) => name)));
    const known = read('dist/embed/qd.js').match(/var\(--qd-[\w-]+/g) ?? [];
    const used = [...new Set(known.map((text) => text.slice(4)))];
    assert.deepEqual(
      used.filter((name) => !listed.has(name)),
      [],
    );
  });
});

describe('what editors are given', () => {
  const manifest = json('dist/custom-elements.json');
  const tags = manifest.modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  const settable = ({attributes}) =>
    attributes
      .map(({name}) => name)
      .filter((name) => name !== 'state')
      .sort();
  const names = (list) => list.map(({name}) => name).sort();

  for (const [file, elements] of [
    ['vscode.html-custom-data.json', ({tags: list}) => list],
    ['web-types.json', ({contributions}) => contributions.html.elements],
  ]) {
    it(`${file} has every tag with the attributes that a page may write`, () => {
      const list = elements(json(`dist/${file}`));
      assert.deepEqual(names(list), tags.map(({tagName}) => tagName).sort());
      for (const tag of tags) {
        const entry = list.find(({name}) => name === tag.tagName);
        assert.deepEqual(names(entry.attributes), settable(tag), tag.tagName);
      }
    });
  }

  it('offers the ids of the bundled report, each with its label', () => {
    const {tags: list} = json('dist/vscode.html-custom-data.json');
    const {attributes} = list.find(({name}) => name === 'qd-metric');
    const {values} = attributes.find(({name}) => name === 'indicator');
    const {observations} = json('dist/seeds/qingdao-2024-h1.json');
    assert.deepEqual(names(values), observations.map(({indicator}) => indicator).sort());
    assert.equal(values.find(({name}) => name === 'data-resource-calls').description, '数据资源调用');
  });
});
