/**
 * What docs/accessibility.md says: what a screen reader is given of each tag, word for word, what the keys do, and the
 * figures for large print. The page is the expectation; after a change that is meant, `QD_WRITE=1` writes what was
 * found into it, to be read before it is committed.
 */
import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {accessibilityTree, everyNode, readingOf} from './accessibility-reading.mjs';
import {measureLooks} from './measure-looks.mjs';
import {openPortal} from './portal.mjs';

const DOCS = new URL('../../docs/accessibility.md', import.meta.url);
const docs = readFileSync(DOCS, 'utf8');
let written = docs;

const TAGS = JSON.parse(readFileSync(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8'))
  .modules.flatMap(({declarations}) => declarations ?? [])
  .flatMap(({tagName}) => tagName ?? []);

/** Each piece of HTML in the page, with its reading in each language and the keys to press, which stand below it. */
const SAMPLES = docs
  .split(/^(?=```html\n)/m)
  .slice(1)
  .map((block) => ({
    html: /^```html\n([^]*?)^```$/m.exec(block)[1],
    readings: [...block.matchAll(/^```(zh-CN|en)(?: only=(\S+))?\n([^]*?)^```$/gm)].map(
      ([fence, language, only, text]) => ({
        fence,
        language,
        only: only?.split(','),
        lines: text.trimEnd().split('\n'),
      }),
    ),
    keys: [...block.matchAll(/^```keys\n([^]*?)^```$/gm)].map(([fence, text]) => ({
      fence,
      steps: text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' → ')),
    }))[0],
  }));

describe('docs/accessibility.md', () => {
  let portal;
  let page;
  let seen;
  let tree;

  before(async () => {
    portal = await openPortal();
    const all = (lang) =>
      SAMPLES.map(({html}, i) => `<section aria-label="${lang} ${i}">${html}</section>`).join('');
    ({page, seen} = await portal.open(
      '<script type="module" src="/qd/embed/qd.js"></script>' +
        ['zh-CN', 'en']
          .map(
            (lang) =>
              `<main lang="${lang}"><qd-report report="qingdao-2024-h1">${all(lang)}</qd-report></main>`,
          )
          .join('') +
        SAMPLES.map(({html}) => `<template>${html}</template>`).join(''),
    ));
    await settle();
    await unveil();
    tree = everyNode(await accessibilityTree(page));
  });

  after(async () => {
    await portal.close();
    if (process.env.QD_WRITE && written !== docs) writeFileSync(DOCS, written);
  });

  /** Waits until every tag shows its data or says why not, and the charts, which are drawn when they are seen. */
  async function settle() {
    await page.waitForFunction(() => {
      const everywhere = (root) => {
        const all = [...root.querySelectorAll('*')];
        return all.concat(all.flatMap(({shadowRoot}) => (shadowRoot ? everywhere(shadowRoot) : [])));
      };
      const all = everywhere(document).filter(({localName}) => localName.startsWith('qd-'));
      const waiting = all.find(
        (tag) =>
          !tag.state ||
          tag.state === 'loading' ||
          (tag.localName === 'qd-chart' && !tag.shadowRoot.querySelector('canvas[tabindex]')),
      );
      if (waiting?.localName === 'qd-chart') waiting.scrollIntoView();
      return !waiting;
    });
  }

  /** Draws also what is out of sight, which a browser else draws when it is asked for. */
  async function unveil() {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('*, :host { content-visibility: visible !important; }');
      const visit = (root) => {
        for (const {shadowRoot} of root.querySelectorAll('*')) {
          if (!shadowRoot) continue;
          shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
          visit(shadowRoot);
        }
      };
      visit(document);
    });
  }

  it('has a piece of every tag', () => {
    assert.deepEqual(
      TAGS.filter((tag) => !SAMPLES.some(({html}) => html.includes(`<${tag}`))),
      ['qd-report'],
    );
    assert.ok(docs.includes('`<qd-report>`'));
  });

  it('shows its pieces without an error of a script', () => assert.deepEqual(seen.errors, []));

  for (const [i, {html, readings}] of SAMPLES.entries()) {
    it(`says how it is read: ${html.trim().split('\n')[0]}`, () => {
      assert.deepEqual(
        readings.map(({language}) => language),
        ['zh-CN', 'en'],
      );
      for (const {fence, language, only, lines} of readings) {
        const section = tree.find(({role, name}) => role === 'region' && name === `${language} ${i}`);
        const found = readingOf(section, language, only);
        if (process.env.QD_WRITE) {
          const [first] = fence.split('\n');
          written = written.replace(fence, () => `${first}\n${found.join('\n')}\n\`\`\``);
        } else assert.deepEqual(found, lines);
      }
    });
  }

  it('answers all 55 criteria of the levels A and AA, each once, and names tests that there are', () => {
    const criteria = [
      ...docs.matchAll(/^\| (\d\.\d\.\d+)\s*\| (A|AA)\s*\|[^|]+\| (符合|不适用|门户)\s*\|/gm),
    ];
    assert.deepEqual([criteria.length, new Set(criteria.map(([, number]) => number)).size], [55, 55]);
    for (const [, path] of docs.matchAll(/`(test\/[^`]+)`/g)) {
      assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), path);
    }
  });

  describe('figures', () => {
    /** What is required, what we have, and of what: a row each. */
    const ROWS = [...docs.matchAll(/^\|([^|]+)\| ≥ ([\d.]+)(\s*)\| ([\d.]+)(\s*)\| `([a-z -]+)`\s*\|$/gm)];
    const least = {};

    before(async () => {
      for (const text of ['standard', 'large']) {
        for (const theme of ['light', 'dark']) {
          const found = await measureLooks(page, theme, text);
          for (const [what, {value, where, short}] of Object.entries(found)) {
            const name = /contrast|graphic/.test(what) ? `${theme} ${what}` : `${text} ${what}`;
            if (!least[name] || value < least[name].value) least[name] = {value, where, short};
          }
        }
      }
      await page.evaluate(() => {
        delete document.documentElement.dataset.qdTheme;
        delete document.documentElement.dataset.qdText;
      });
    });

    it('are in the page', () => assert.equal(ROWS.length, 10));

    for (const [row, , limit, , told, , name] of ROWS) {
      it(`${name}: at least ${limit}, and as told`, () => {
        const {value, where, short} = least[name];
        assert.deepEqual(short, []);
        assert.ok(value >= Number(limit), where);
        if (process.env.QD_WRITE)
          written = written.replace(row, row.replace(/\| [\d.]+(\s*\| `)/, `| ${value}$1`));
        else assert.equal(value, Number(told), where);
      });
    }

    it('text with the spacing that a reader asks for is not cut off', async () => {
      const cut = await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
          * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
          p { margin-block-end: 2em !important; }`);
        const everywhere = (root) => {
          const all = [...root.querySelectorAll('*')];
          return all.concat(all.flatMap(({shadowRoot}) => (shadowRoot ? everywhere(shadowRoot) : [])));
        };
        const tags = everywhere(document).filter(
          ({shadowRoot, localName}) => shadowRoot && localName !== 'qd-report',
        );
        const isOnWall = (tag) =>
          tag.closest('[mode=wall]') ?? tag.getRootNode().host?.closest('[mode=wall]');
        const shown = tags.filter((tag) => !isOnWall(tag));
        for (const {shadowRoot} of shown)
          shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
        const found = [];
        for (const tag of shown) {
          for (const element of [tag, ...tag.shadowRoot.querySelectorAll('*')]) {
            const {overflowX, overflowY, width} = getComputedStyle(element);
            if (!element.textContent.trim() || width === '1px' || !element.getClientRects().length) continue;
            const isCut = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
            const isLow = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
            const isWide = element === tag && tag.scrollWidth > tag.clientWidth + 1 && tag.clientWidth > 0;
            if (isCut || isLow || isWide)
              found.push(`${tag.localName} ${element.localName}.${element.className}`);
          }
        }
        for (const {shadowRoot} of shown)
          shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.slice(0, -1);
        return found;
      });
      assert.deepEqual(cut, []);
    });
  });

  describe('keys', () => {
    /** Where the focus is and what is said: the focused element, its states, and messages that are new. */
    const heard = (before) =>
      page.evaluate((known) => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const ROLES = {
          a: '链接',
          button: '按钮',
          dialog: '对话框',
          heading: '标题',
          img: '图形',
          input: '搜索框',
          region: '区域',
          select: '组合框',
          summary: '折叠按钮',
        };
        const role = at.getAttribute('role') ?? at.localName;
        const label = [...(at.labels?.[0]?.childNodes ?? [])].filter(({nodeType}) => nodeType === 3);
        const own = label.length ? label.map(({data}) => data).join('') : at.textContent;
        const title = at.shadowRoot || at.matches('[part=section]') ? '' : own.replace(/\s+/g, ' ').trim();
        const heading = at.closest('th')?.getAttribute('aria-sort');
        const notes = [
          {true: '已展开', false: '已折叠'}[
            at.localName === 'summary' ? String(at.parentElement.open) : at.getAttribute('aria-expanded')
          ],
          {true: '已按下', false: '未按下'}[at.getAttribute('aria-pressed')],
          {ascending: '升序', descending: '降序', none: '未排序'}[heading],
        ].filter(Boolean);
        const everywhere = (root) => {
          const all = [...root.querySelectorAll('*')];
          return all.concat(all.flatMap(({shadowRoot}) => (shadowRoot ? everywhere(shadowRoot) : [])));
        };
        const messages = everywhere(document)
          .filter((element) => element.matches('[role=status], [role=alert]'))
          .map(({textContent}) => textContent.replace(/\s+/g, ' ').trim())
          .filter(Boolean);
        const news = messages.filter((message) => !known.includes(message));
        const focus = `${ROLES[role] ?? role}：${at.getAttribute('aria-label') ?? title}`;
        // The frame of a chart stands around its drawing.
        const rings = [at, ...(at.localName === 'canvas' ? [at.closest('.plot')] : [])].map((element) => {
          const {outlineStyle, outlineWidth} = getComputedStyle(element);
          return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
        });
        const ring = Math.max(...rings);
        const states = notes.length ? `（${notes.join('，')}）` : '';
        return {told: focus + states + news.map((message) => `；读出：${message}`).join(''), messages, ring};
      }, before);

    for (const [i, {html, keys}] of SAMPLES.entries()) {
      if (!keys) continue;
      it(`do what is told: ${html.trim()}`, async () => {
        await page.evaluate((at) => {
          const main = document.createElement('main');
          const report = document.createElement('qd-report');
          report.setAttribute('report', 'qingdao-2024-h1');
          const link = (name) => Object.assign(document.createElement('a'), {href: '#', textContent: name});
          report.append(document.querySelectorAll('template')[at].content.cloneNode(true));
          main.append(link('之前'), report, link('之后'));
          for (const old of document.querySelectorAll('main')) old.remove();
          document.body.prepend(main);
          scrollTo(0, 0);
        }, i);
        await page.setViewport({width: 1280, height: 1000});
        await settle();
        await page.focus('main a');
        let {messages} = await heard([]);
        const found = [];
        for (const [key, expected] of keys.steps) {
          await page.keyboard.press(key);
          let now;
          // What a key asks for may take a moment to come; what is told has to come.
          for (let tries = 0; tries < (expected ? 120 : 6); tries++) {
            now = await heard(messages);
            if (now.told === expected) break;
            await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
          }
          // The panel is seen by itself; its first button has the next Tab.
          if (key === 'Tab' && !now.told.startsWith('链接：之后')) assert.ok(now.ring >= 2, now.told);
          found.push(`${key} → ${now.told}`);
          messages = now.messages;
        }
        if (process.env.QD_WRITE) {
          written = written.replace(keys.fence, () => `\`\`\`keys\n${found.join('\n')}\n\`\`\``);
        } else {
          assert.deepEqual(
            found,
            keys.steps.map((step) => step.join(' → ')),
          );
        }
        if (!html.includes('qd-dashboard')) {
          for (let stops = 0; ; stops++) {
            const {told} = await heard([]);
            if (told.startsWith('链接：之后')) break;
            assert.ok(stops < 200, `Tab does not lead out: ${told}`);
            await page.keyboard.press('Tab');
          }
        }
      });
    }
  });
});
