/** The documentation: its links lead somewhere, its snippets run, its examples live, and it says what the manifest says. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build as esbuild} from 'esbuild';
import {openDemoSite} from '../../scripts/demo-site.mjs';
import {snippetsOf} from '../../scripts/docs-markdown.mjs';
import {docsFiles} from '../../scripts/docs-site.mjs';
import {schemaComments} from '../../scripts/report-format.mjs';
import {tagsOf} from '../../scripts/tag-pages.mjs';
import {openPortal, STRICT_POLICY} from '../embed/portal.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const at = (path) => join(root, path);
const read = (path) => readFileSync(at(path), 'utf8');
const axe = read('node_modules/axe-core/axe.min.js');
const tags = tagsOf(JSON.parse(read('dist/custom-elements.json')));

/** Everything that a developer or an editor copies from: README and docs/, as they are written. */
const written = [
  'README.md',
  ...readdirSync(at('docs'), {recursive: true})
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md')),
];
const snippets = written.flatMap((path) =>
  snippetsOf(read(path)).map((snippet, index) => ({path, name: `${path} ${index + 1}`, ...snippet})),
);

let files;
before(async () => {
  files = await docsFiles();
});

describe('the pages of the documentation', () => {
  it('are all in the list at the side, and in llms.txt', () => {
    const start = files.get('index.html');
    const list = files.get('llms.txt');
    for (const path of [...files.keys()].filter((name) => name.endsWith('.html'))) {
      assert.ok(start.includes(`href="./${path}"`), `${path} is not in the list`);
      const copy = path.replace(/html$/, 'md');
      assert.ok(files.has(copy), copy);
      if (path !== 'index.html') assert.ok(list.includes(`(${copy})`), `${copy} is not in llms.txt`);
    }
  });

  it('lead only to what is there', () => {
    const addresses = (text) => [...text.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, href]) => href);
    const inMarkdown = (text) =>
      [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/\]\(([^()\s]+)\)/g)].map(([, href]) => href);
    const missing = [];
    for (const [path, content] of files) {
      if (!/\.(?:html|md|txt)$/.test(path)) continue;
      const isPage = path.endsWith('.html');
      for (const href of isPage ? addresses(content) : inMarkdown(content)) {
        if (/^(?:\w+:|\/)/.test(href)) continue;
        const {pathname, hash} = new URL(href.replaceAll('&amp;', '&'), `http://docs.invalid/docs/${path}`);
        const name = decodeURIComponent(pathname.slice(1));
        const [folder, rest] = [name.split('/')[0], name.split('/').slice(1).join('/')];
        let isThere;
        if (folder === 'docs') isThere = files.has(rest);
        else if (folder === 'demo') isThere = existsSync(at(name));
        else isThere = folder === 'embed' && existsSync(at(`dist/${name}`));
        const target = folder === 'docs' && hash ? files.get(rest) : undefined;
        if (isPage && target && !target.includes(`id="${decodeURIComponent(hash.slice(1))}"`))
          isThere = false;
        if (!isThere) missing.push(`${path}: ${href}`);
      }
    }
    assert.deepEqual(missing, []);
  });

  it('lead from README to files of the repository', () => {
    const text = read('README.md').replace(/^```[\s\S]*?^```/gm, '');
    for (const [, href] of text.matchAll(/\]\((?!\w+:|#)([^()\s#]+)[^()]*\)/g)) {
      assert.ok(existsSync(at(href)), href);
    }
  });
});

describe('what the documentation says of the tags', () => {
  it('is all that the manifest says', () => {
    for (const tag of tags) {
      const page = files.get(`tags/${tag.tagName}.md`);
      assert.ok(page, tag.tagName);
      const rows = (title) =>
        new Set(
          [
            ...(
              new RegExp(`^## ${title}\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(page)?.[1] ?? ''
            ).matchAll(/^\| `([^`]+)`/gm),
          ].map(([, name]) => name),
        );
      const names = (list = []) => new Set(list.map(({name}) => name));
      assert.deepEqual(rows('Attributes'), names(tag.attributes), `${tag.tagName}: attributes`);
      assert.deepEqual(rows('Events'), names(tag.events), `${tag.tagName}: events`);
      assert.deepEqual(rows('Parts'), names(tag.cssParts), `${tag.tagName}: parts`);
      assert.deepEqual(rows('Custom properties'), names(tag.cssProperties), `${tag.tagName}: properties`);
    }
  });

  it('names every tag in README, and no other', () => {
    const table = /^## Tags\n([\s\S]*?)^Every tag/m.exec(read('README.md'))[1];
    const named = [...table.matchAll(/^\| `<(qd-[\w-]+)>`/gm)].map(([, name]) => name);
    assert.deepEqual(named.toSorted(), tags.map(({tagName}) => tagName).toSorted());
  });

  it('uses no attribute that a tag has not', () => {
    const common = /^(?:id|class|lang|dir|title|hidden|slot|style|data-[\w-]+|aria-[\w-]+|role)$/;
    const wrong = [];
    for (const {name, code, language} of snippets) {
      if (language !== 'html') continue;
      for (const [, tagName, rest] of code.matchAll(/<(qd-[\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)/g)) {
        const tag = tags.find((entry) => entry.tagName === tagName);
        if (!tag) wrong.push(`${name}: <${tagName}>`);
        for (const [, attribute] of rest.replace(/="[^"]*"/g, '').matchAll(/([\w-]+)/g)) {
          const isKnown = common.test(attribute) || tag?.attributes.some((entry) => entry.name === attribute);
          if (!isKnown) wrong.push(`${name}: <${tagName} ${attribute}>`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('names in README only attributes of the tags it gives them to', () => {
    const table = /^\| Attribute [\s\S]*?\n\n/m.exec(read('README.md'))[0];
    const wrong = [];
    for (const [, names, owners] of table.matchAll(/^\| ((?:`[\w-]+` ?)+)\s*\| ([^|]+) \|/gm)) {
      // `all`, `lists` and what is left of the tag's name.
      const of = owners.trim().split(/,\s*/);
      const owned = tags.filter(
        ({tagName}) =>
          (of[0] === 'all' && tagName !== 'qd-report') ||
          of.includes(tagName.slice(3)) ||
          (of.includes('lists') && tagName.endsWith('-list')),
      );
      assert.ok(owned.length, owners);
      for (const [, attribute] of names.matchAll(/`([\w-]+)`/g)) {
        for (const tag of owned) {
          if (!tag.attributes.some(({name}) => name === attribute)) wrong.push(`${tag.tagName} ${attribute}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
});

describe('the format of a report', () => {
  const fieldsOf = (node) => Object.entries(node.properties ?? {});

  it('has each field of the bundled report, on its page and in the schema', () => {
    const schema = JSON.parse(files.get('report.schema.json'));
    assert.deepEqual(JSON.parse(read('dist/report.schema.json')), schema);
    const page = files.get('report-format.md');
    const resolve = (node) => (node.$ref ? schema.$defs[node.$ref.split('/').pop()] : node);
    const unknown = [];
    const walk = (value, given, path) => {
      const node = resolve(given);
      if (Array.isArray(value)) return value.forEach((entry) => walk(entry, node.items, path));
      if (typeof value !== 'object' || !node.properties) return undefined;
      for (const [key, inner] of Object.entries(value)) {
        if (!node.properties[key]) unknown.push(`${path}.${key}`);
        else walk(inner, node.properties[key], `${path}.${key}`);
        if (!new RegExp(`^\\| \`(?:[\\w[\\]]+\\.)*${key}\``, 'm').test(page))
          unknown.push(`page: ${path}.${key}`);
      }
      return undefined;
    };
    walk(JSON.parse(read('seeds/qingdao-2024-h1.json')), schema, 'report');
    assert.deepEqual([...new Set(unknown)], []);
    for (const [, definition] of Object.entries(schema.$defs)) {
      for (const [key, field] of fieldsOf(definition)) assert.ok(field.type ?? field.$ref ?? field.enum, key);
    }
  });

  it('says what src/schema.ts says of a field', () => {
    const page = files.get('report-format.md').replaceAll('\\|', '|');
    for (const [name, words] of schemaComments(read('src/schema.ts'))) {
      // What has a name in the page: fields, and the schemas that are exported.
      if (!/\./.test(name) || !words) continue;
      assert.ok(page.includes(words), `${name}: ${words}`);
    }
  });
});

describe('every snippet in README and docs', () => {
  describe('of HTML', () => {
    let portal;
    let opened;
    before(async () => {
      portal = await openPortal();
    });
    afterEach(async () => {
      await opened?.page.close();
      opened = undefined;
    });
    after(() => portal?.close());

    for (const {name, code, language, marks} of snippets) {
      // Every block there is run, within a report, by test/embed/accessibility-tree.node.mjs.
      if (language !== 'html' || name.startsWith('docs/accessibility.md')) continue;
      it(`${name} runs in a bare page`, async () => {
        const here = code.replace(
          /https:\/\/www\.example\.gov\.cn\/qd\/|\bnode_modules\/qd-widgets\/dist\//g,
          '/qd/',
        );
        const loads = here.includes('<script') && /\/qd(?:\.iife)?\.js/.test(here);
        const head = loads ? '' : '<script type="module" src="/qd/embed/qd.js"></script>';
        for (const [, folder] of here.matchAll(/<iframe\s[^>]*src="\/qd\/(embed\/[^"]+\/)"/g)) {
          portal.files.set(`/qd/${folder}`, read(`dist/${folder}index.html`));
        }
        const policy = here.includes('<iframe') ? `${STRICT_POLICY}; frame-src 'self'` : STRICT_POLICY;
        opened = await portal.open(`${head}${here}`, {policy, waitUntil: 'load'});
        const {page, seen} = opened;
        await page.waitForFunction(() =>
          [...document.querySelectorAll('*')].every(({state}) => state !== 'loading'),
        );
        const states = await page.$$eval('*', (all) =>
          all
            .filter(({localName}) => localName.startsWith('qd-') && localName !== 'qd-report')
            .map((element) => `${element.localName} ${element.getAttribute('state')}`),
        );
        const wanted = marks.includes('error') ? 'error' : 'ready';
        assert.deepEqual(
          states.filter((state) => !state.endsWith(` ${wanted}`)),
          [],
        );
        // A snippet for the template has nothing of its own to show.
        const isTemplate = !here
          .replace(/<link[^>]*>|<script[^>]*>\s*<\/script>|<!--[\s\S]*?-->/g, '')
          .trim();
        if (here.includes('<iframe')) {
          const frame = page.frames().find((inner) => inner !== page.mainFrame());
          assert.match(await frame.evaluate(() => document.body.textContent), /\d/);
        } else if (!isTemplate) assert.ok(states.length > 0, 'nothing became a card');
        assert.deepEqual(seen.errors, []);
      });
    }
  });

  describe('of JavaScript', () => {
    let folder;
    // Inside the project, so that its own name leads to what it publishes.
    before(() => {
      folder = mkdtempSync(at('test/docs/snippets-'));
    });
    after(() => rmSync(folder, {recursive: true, force: true}));

    // docs/cms has settings of other programs, which npm run test:cms runs.
    const scripts = snippets.filter(
      ({path, language}) => /^(?:js|ts)$/.test(language) && !path.startsWith('docs/cms/'),
    );

    for (const [index, {name, code, marks, language}] of scripts.entries()) {
      it(`${name} ${marks.includes('node') ? 'runs in Node' : 'imports what there is'}`, async () => {
        const file = join(folder, `snippet-${index}.${language === 'ts' ? 'ts' : 'mjs'}`);
        writeFileSync(file, code);
        if (marks.includes('node')) {
          assert.ok(execFileSync(process.execPath, [file], {cwd: root, encoding: 'utf8'}).trim());
          return;
        }
        const {errors, warnings} = await esbuild({
          entryPoints: [file],
          bundle: true,
          write: false,
          format: 'esm',
          platform: marks.includes('browser') ? 'browser' : 'node',
          logLevel: 'silent',
          // Only what is imported by the package's own name counts.
          external: ['react', 'react-dom', 'vue', 'svelte', 'preact', 'lit', 'vite'],
        });
        assert.deepEqual(
          [...errors, ...warnings].map(({text}) => text),
          [],
        );
      });
    }
  });
});

describe('the published documentation', () => {
  let site;
  let opened;
  const open = async (...args) => (opened = await site.open(...args));
  before(async () => {
    site = await openDemoSite();
  });
  afterEach(async () => {
    await opened?.page.close();
    opened = undefined;
  });
  after(() => site?.close());

  for (const {tagName} of tags) {
    it(`shows each example of ${tagName} as it says`, async () => {
      const {page, seen} = await open(`../docs/tags/${tagName}.html`);
      const wanted = snippetsOf(files.get(`tags/${tagName}.md`))
        .filter(({language, marks}) => language === 'html' && marks.includes('live'))
        .map(({marks}) => (marks.includes('error') ? 'error' : marks.includes('any') ? 'any' : 'ready'));
      const shown = await page.$$eval('.live .shown', (stages) =>
        stages.map((stage) =>
          [...stage.querySelectorAll('*')]
            .filter(({localName}) => localName.startsWith('qd-') && localName !== 'qd-report')
            .map((element) => element.getAttribute('state')),
        ),
      );
      assert.equal(shown.length, wanted.length);
      for (const [index, states] of shown.entries()) {
        assert.ok(states.length > 0, `example ${index + 1} has no tag`);
        for (const state of states) {
          if (wanted[index] !== 'any') assert.equal(state, wanted[index], `example ${index + 1}`);
          else assert.match(state, /^(?:absent|error|ready)$/);
        }
      }
      assert.deepEqual(seen.errors, []);
      assert.deepEqual(await seen.violations(), []);
    });
  }

  for (const [path, theme, width] of [
    ['index.html', 'light', 1280],
    ['start-editors.html', 'dark', 360],
    ['tags/qd-metric.html', 'light', 1280],
    ['report-format.html', 'dark', 1280],
    ['cms/sanitizers.html', 'light', 360],
  ]) {
    it(`${path} is accessible, ${theme} at ${width} px, and does not scroll sideways`, async () => {
      const {page} = await open(`../docs/${path}?theme=${theme}`, {width, height: 900});
      assert.equal(
        await page.evaluate(() => {
          scrollTo(1000, 0);
          return scrollX;
        }),
        0,
      );
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const {violations} = await globalThis.axe.run(document, {
          rules: {region: {enabled: false}},
        });
        return violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 120)}`);
      });
      assert.deepEqual(found, []);
    });
  }

  it('keeps its language, and takes theme and text size along to the next page', async () => {
    const {page} = await open('../docs/start-developers.html?lang=zh-CN&theme=dark&text=large');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    const next = await page.$eval('.contents a[href*="theming"]', ({href}) => new URL(href).search);
    assert.match(next, /theme=dark/);
    assert.match(next, /text=large/);
  });

  it('is reached from the demo', async () => {
    const {page} = await open('gallery.html');
    const href = await page.$eval('.bar a[href*="docs"]', (link) => new URL(link.href).pathname);
    assert.equal(href, '/docs/index.html');
  });
});
