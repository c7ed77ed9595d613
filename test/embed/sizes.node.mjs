import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {criticalPath, sizeTable} from '../../scripts/sizes.mjs';

describe('what a page loads', () => {
  it('is at most 12 kB brotli for a page with one card, Lit included, its data apart', async () => {
    const {brotli} = await criticalPath('widgets/qd-metric.js');
    assert.ok(brotli <= 12_000, `${brotli} bytes`);
  });

  it('is at most 30 kB brotli for the whole family, before a large tag or a chart is on the page', async () => {
    const {brotli} = await criticalPath('widgets/index.js');
    assert.ok(brotli <= 30_000, `${brotli} bytes`);
  });

  const large = {area: 22, chart: 24, source: 18, table: 20, dashboard: 48};
  for (const [tag, limit] of Object.entries(large)) {
    it(`is at most ${limit} kB brotli for a page with a qd-${tag}, with what it draws with`, async () => {
      const {brotli} = await criticalPath(`widgets/qd-${tag}.js`, [`widgets/${tag}-view.js`]);
      assert.ok(brotli <= limit * 1000, `${brotli} bytes`);
    });
  }

  it('is at most 45 kB brotli more for the first chart that comes near', async () => {
    const [, {brotli}] = (await sizeTable()).find(([what]) => what.includes('qd-chart-lib'));
    assert.ok(brotli <= 45_000, `${brotli} bytes`);
  });

  it('has no zod and no chart.js in it, whatever the widget', async () => {
    const {inputs} = await criticalPath('widgets/index.js');
    assert.deepEqual(
      inputs.filter((path) => /node_modules\/(zod|chart\.js|uqr)\//.test(path)),
      [],
    );
  });

  it('is at most 15 kB brotli for the data of the first report', async () => {
    const [, {brotli}] = (await sizeTable()).find(([what]) => what.startsWith('the data'));
    assert.ok(brotli <= 15_000, `${brotli} bytes`);
  });
});
