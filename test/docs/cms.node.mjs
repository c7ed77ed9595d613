/** The pages of docs/cms: their settings are the files that `npm run test:cms` runs, and cover every tag. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {EMBED_NAMES} from '../../dist/src/embed/embed-path.js';

const SETTINGS = new URL('../cms/settings/', import.meta.url);
const DOCS = new URL('../../docs/cms/', import.meta.url);

/** What an article may say of a tag. Not `src`, `href` and figures typed by hand: nobody could prove them. */
const ATTRIBUTES =
  'report indicator indicators area variant theme text locale target change trend also type mode heading-level';

const files = readdirSync(SETTINGS);
const pages = readdirSync(DOCS).map((name) => [name, readFileSync(new URL(name, DOCS), 'utf8')]);
const words = (text) => new Set(text.match(/[a-z]+(?:-[a-z]+)*/g));

describe('the pages of docs/cms', () => {
  for (const file of files) {
    const code = readFileSync(new URL(file, SETTINGS), 'utf8').trimEnd();

    it(`print ${file} word for word, on one page`, () => {
      const found = pages.filter(([, text]) => text.includes(`\n${code}\n\`\`\`\n`));
      assert.equal(found.length, 1, `${file} stands on ${found.length} pages`);
    });

    if (file === 'markdown-it.js') continue;
    it(`open every tag and attribute in ${file}, and nothing that runs or loads`, () => {
      const known = words(code);
      for (const name of EMBED_NAMES) assert.ok(known.has(`qd-${name}`) || known.has(name), name);
      for (const name of ATTRIBUTES.split(' ')) assert.ok(known.has(name), name);
      assert.doesNotMatch(code, /\b(?:src|onclick)\b(?! 之类)/);
    });
  }

  it('are all linked from the first', () => {
    const [, first] = pages.find(([name]) => name === 'README.md');
    for (const [name] of pages) assert.ok(name === 'README.md' || first.includes(`](${name})`), name);
  });

  it('lead to pages that exist', () => {
    const names = new Set(pages.map(([name]) => name));
    for (const [name, text] of pages) {
      for (const [, target] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
        assert.ok(names.has(target) || target === '../embedding-survival.md', `${name}: ${target}`);
      }
    }
  });
});
