/**
 * Our own final snippets through real software: what the reader sees of what is left. `npm run test:cms` runs this,
 * never `npm test`.
 */
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {format, resolveConfig} from 'prettier';
import {readCases} from './reader.mjs';
import {routes} from './routes.mjs';
import {openSite} from './site.mjs';
import {snippets} from './snippets.mjs';
import {survivalPage, undated, worst} from './survival-table.mjs';

const PAGE = new URL('../../docs/embedding-survival.md', import.meta.url);

const site = await openSite();
const all = await snippets();
const ways = await routes(site);
const rows = [];

/** A tag that nobody but an attacker writes: what of it may stay is the tag, never the handler. */
const HOSTILE = {
  form: 'hostile',
  article:
    '<qd-metric report="qingdao-2024-h1" indicator="data-resource-calls" onclick="alert(1)" onmouseover="alert(1)">' +
    '<a href="javascript:alert(1)">数据资源调用 921.61亿次</a></qd-metric>',
  plain: '',
};

/** Markdown with tags on is for trusted authors: it lets everything through, and our page says so. */
const LETS_ALL_THROUGH = ['markdown-it'];

describe('what software leaves of our snippets', () => {
  after(() => site.close());

  for (const route of ways) {
    const {id, software, way, configuration, isDocumented, isMarkdown} = route;
    describe(`${software}, ${way}, ${configuration}`, () => {
      const row = {...route, cells: {}};
      let hostile;
      let cases;
      before(async () => {
        // A paste takes a while: of the forms that few paste, one will do.
        const isTaken = ({form, target}) =>
          way !== '粘贴' || form === 'html' || form === 'tag' || target.name === 'metric';
        const list = all.filter((entry) => (isMarkdown || entry.form !== 'markdown') && isTaken(entry));
        const left = await route.run([...list, HOSTILE]);
        hostile = left.pop();
        route.hostile = hostile;
        cases = list.map((snippet, index) => ({...snippet, id: `case-${index}`, left: left[index]}));
        const verdicts = await readCases(site, cases);
        for (const entry of cases) Object.assign(entry, verdicts.get(entry.id));
        for (const form of new Set(list.map((entry) => entry.form))) {
          const own = cases.filter((entry) => entry.form === form);
          row.cells[form] = {
            before: worst(own.map((entry) => entry.before)),
            after: worst(own.map((entry) => entry.after)),
          };
        }
        rows.push(row);
      });

      /** Holds for each target, and shows what was left where it does not. */
      const holds = (form, test, what) => {
        for (const {form: own, left, before: bare, after: upgraded} of cases) {
          if (own !== form) continue;
          assert.ok(
            test({bare, upgraded}),
            `${what}; found ${bare}, with the script ${upgraded}, in: ${left}`,
          );
        }
      };

      if (isMarkdown && !isDocumented) {
        it('shows tags as code, so that its page tells editors to paste Markdown', () => {
          holds('html', ({bare}) => bare === 'code', 'code');
        });
      } else {
        it('leaves the link form its words and its link, and the script makes a card of it', () => {
          holds('html', ({bare}) => bare === 'link' || bare === 'wrong-link', 'a link');
          holds('html', ({upgraded}) => upgraded === 'card', 'a card');
        });
      }

      it('leaves the words of the text form', () => {
        holds('text', ({bare}) => ['words', 'link'].includes(bare), 'words');
      });

      it('leaves a marker that the script makes a card of', () => {
        holds('marker', ({bare, upgraded}) => bare === 'marker' && upgraded === 'card', 'a card');
      });

      if (isMarkdown) {
        it('makes a card of a Markdown link', () => {
          holds('markdown', ({bare, upgraded}) => bare === 'link' && upgraded === 'card', 'a card');
        });
      }

      if (isDocumented) {
        it('keeps the tag with our settings', () => {
          holds('tag', ({bare, upgraded}) => bare === 'link' && upgraded === 'card', 'a link and a card');
        });
        it('leaves the address of a link as it was', () => {
          holds('html', ({bare}) => bare === 'link', 'the right address');
        });
        if (!LETS_ALL_THROUGH.includes(id.split('-clean')[0])) {
          it('opens no door to scripts with our settings', () => {
            assert.doesNotMatch(hostile, /<[^>]*\bon(?:click|mouseover)/i);
            // CKEditor and KindEditor keep such an address in any link; that door is not ours.
            const usual = ways.find((other) => other.id === id.replace('documented', 'usual'));
            const keeps = /<[^>]*javascript:/i;
            if (!keeps.test(usual.hostile)) assert.doesNotMatch(hostile, keeps);
          });
        }
      }
    });
  }

  describe('the page docs/embedding-survival.md', () => {
    it('says what this run has found', async () => {
      const page = survivalPage(rows, {
        date: new Date().toISOString().slice(0, 10),
        browser: (await site.browser.version()).replace('HeadlessChrome', 'Chromium').replace('/', ' '),
      });
      const formatted = await format(page, {...(await resolveConfig(PAGE)), parser: 'markdown'});
      if (process.env.QD_CMS_WRITE) writeFileSync(PAGE, formatted);
      assert.equal(undated(readFileSync(PAGE, 'utf8')), undated(formatted), 'npm run test:cms -- --write');
    });
  });
});
