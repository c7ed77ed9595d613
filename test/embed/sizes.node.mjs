import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {criticalPath, sizeTable} from '../../scripts/sizes.mjs';

describe('what a page loads', () => {
  it('is at most 12 kB brotli for a page with one card, Lit included, its data apart', async () => {
    const {brotli} = await criticalPath('widgets/qd-metric.js');
    assert.ok(brotli <= 12_000, `${brotli} bytes`);
  });

  it('is at most 48 kB brotli for the whole family, chart.js and the code for QR apart', async () => {
    const {brotli} = await criticalPath('widgets/index.js');
    assert.ok(brotli <= 48_000, `${brotli} bytes`);
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
