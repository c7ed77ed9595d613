import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {criticalPath, README_TABLE, sizeTable} from '../../scripts/sizes.mjs';

const rows = await sizeTable();

describe('what a page loads', () => {
  for (const {what, brotli, budget} of rows) {
    it(`is at most ${budget / 1000} kB brotli for ${what}`, () => {
      assert.ok(brotli <= budget, `${brotli} bytes`);
    });
  }

  it('is in the README as measured', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [table = ''] = README_TABLE.exec(readme) ?? [];
    const told = new Map(
      table
        .split('\n')
        .slice(2, -1)
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .map(([, what, , , brotli]) => [what, parseFloat(brotli)]),
    );
    const wrong = rows.filter(
      ({what, brotli}) => !(Math.abs(told.get(what) - brotli / 1000) <= Math.max(0.1, brotli / 50_000)),
    );
    assert.deepEqual(
      wrong.map(({what, brotli}) => `${what}: ${brotli} bytes; npm run sizes -- --write`),
      [],
    );
    assert.equal(told.size, rows.length);
  });

  const large = {area: 22, chart: 24, source: 18, table: 20, dashboard: 52};
  for (const [tag, limit] of Object.entries(large)) {
    it(`is at most ${limit} kB brotli for a page with a qd-${tag}, with what it draws with`, async () => {
      const {brotli} = await criticalPath(`widgets/qd-${tag}.js`, [`widgets/${tag}-view.js`]);
      assert.ok(brotli <= limit * 1000, `${brotli} bytes`);
    });
  }

  it('has no templates in it where none is drawn: on a page of cards', async () => {
    const {inputs} = await criticalPath('widgets/qd-metric.js');
    assert.deepEqual(
      inputs.filter((path) => /node_modules\/(lit|lit-html|lit-element)\//.test(path)),
      [],
    );
  });

  it('has no zod and no chart.js in it, whatever the widget', async () => {
    const {inputs} = await criticalPath('widgets/index.js');
    assert.deepEqual(
      inputs.filter((path) => /node_modules\/(zod|chart\.js|uqr)\//.test(path)),
      [],
    );
  });
});
