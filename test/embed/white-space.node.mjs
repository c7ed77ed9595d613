/** Templates lose their layout in the build, and no space that a reader sees: every example is drawn from both, side by side. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {minifyLiterals} from '../../scripts/minify-literals.mjs';
import {openPortal} from './portal.mjs';

const LANGUAGES = ['zh-CN', 'en'];
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The elements and the gallery as one script; `minify` is what is done to the source of each module of widgets. */
async function bundle(minify) {
  const {outputFiles} = await build({
    absWorkingDir: root,
    stdin: {
      contents: `import './widgets/index.js';
        import {GALLERY} from './demo/gallery-list.js';
        globalThis.examples = GALLERY.flatMap(({tag, examples}) =>
          examples.filter(({page}) => !page).map(({en, code}) => ({name: tag + ', ' + en, code})));
        globalThis.examples.push({
          name: 'the wall',
          code: '<qd-dashboard mode="wall" report="qingdao-2024-h1"></qd-dashboard>',
        });`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    conditions: ['production'],
    logLevel: 'error',
    plugins: [
      {
        name: 'literals',
        setup({onLoad}) {
          onLoad({filter: /\/widgets\/.*\.ts$/}, ({path}) => ({
            contents: minify(readFileSync(path, 'utf8'), path),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** In the page: draws every example, and gives the words of each tag as they are shown, a line for each tag. */
async function draw(lang) {
  const main = document.createElement('main');
  main.lang = lang;
  document.body.replaceChildren(main);
  const cards = (node) =>
    [...node.querySelectorAll('*')]
      .filter(({shadowRoot}) => shadowRoot)
      .flatMap((card) => [card, ...cards(card.shadowRoot)]);
  const seen = {};
  for (const {name, code} of globalThis.examples) {
    main.innerHTML = code;
    const isSettled = () => cards(main).every(({state}) => state !== 'loading');
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    // An example of the gallery waits without end.
    for (let tries = 0; tries < 10 && !isSettled(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    seen[name] = cards(main)
      .map(({localName, shadowRoot}) => {
        const words = [...shadowRoot.children].map(({innerText = ''}) => innerText).join(' ');
        return `${localName}: ${words.replace(/\s+/g, ' ').trim()}`;
      })
      .join('\n');
  }
  return seen;
}

describe('the spaces between words', () => {
  let portal;
  const seen = {};
  before(async () => {
    portal = await openPortal();
    for (const [name, minify] of [
      ['source', (code) => code],
      ['built', (code, path) => minifyLiterals(code, path).code],
    ]) {
      portal.files.set(`/${name}.js`, await bundle(minify));
      const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'";
      const body = `<body><script src="/${name}.js" defer></script>`;
      const {page} = await portal.open(body, {policy, viewport: {width: 1200, height: 4000}});
      // At once: a page behind another one gets no frames.
      for (const lang of LANGUAGES) (seen[lang] ??= {})[name] = await page.evaluate(draw, lang);
      await page.close();
    }
  });
  after(() => portal.close());

  for (const lang of LANGUAGES) {
    it(`are the same in every example as its source has them, in ${lang}`, () => {
      const {source, built} = seen[lang];
      assert.ok(Object.keys(source).length > 40);
      assert.match(source['the wall'], lang === 'en' ? /Data resource calls/ : /数据资源/);
      assert.deepEqual(built, source);
    });
  }
});
