/* README.md says which test proves what: the files are there, with those words. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const rows = text
  .slice(text.indexOf('## Which test proves what'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:Fault|Goal|-+) +\|/.test(line));

describe('the table of tests', () => {
  it('has a row for each fault and each goal', () => assert.equal(rows.length, 30 + 15));

  for (const row of rows) {
    const cells = row.split(' | ');
    it(`is right about ${cells[0].slice(2).trim()}`, () => {
      const wrong = [];
      for (const [, file, words] of cells.at(-1).matchAll(/`([\w./-]+\.(?:ts|mjs))`((?:[^`“]|“[^”]*”)*)/g)) {
        const url = new URL(`../${file}`, import.meta.url);
        const source = existsSync(url) ? readFileSync(url, 'utf8') : '';
        for (const [, said] of words.matchAll(/“([^”]*)”/g)) {
          if (!source.includes(said)) wrong.push(`${file}: ${said}`);
        }
        if (!words.includes('“')) wrong.push(`${file}: no words`);
      }
      assert.deepEqual(wrong, []);
    });
  }
});
