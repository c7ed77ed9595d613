import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {openPortal, shownText} from './portal.mjs';

const PAGE = `<qd-table report="qingdao-2024-h1" area="coordination"></qd-table>
  <qd-source report="qingdao-2024-h1" open="coordination"></qd-source>
  <script type="module" src="/qd/qd.js"></script>`;
/** Not even `connect-src`, and nothing of `blob:`. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types qd-widgets";

describe('downloads under a strict policy', () => {
  let portal;
  let folder;
  before(async () => {
    portal = await openPortal();
    folder = mkdtempSync(join(tmpdir(), 'qd-download-'));
  });
  after(async () => {
    await portal.close();
    rmSync(folder, {recursive: true});
  });

  it('saves CSV and JSON without a violation and without a request to anybody', async () => {
    const {page, seen, violations} = await portal.open(PAGE, {policy: POLICY});
    const [table, source] = await shownText(page, 'qd-table, qd-source');
    assert.deepEqual([table.state, source.state], ['ready', 'ready']);
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
    });
    const names = [];
    client.on('Browser.downloadWillBegin', ({suggestedFilename}) => names.push(suggestedFilename));
    for (const name of ['下载CSV', '下载JSON']) {
      const done = new Promise((resolve) => {
        const onProgress = ({state}) => {
          if (state === 'inProgress') return;
          client.off('Browser.downloadProgress', onProgress);
          resolve(state);
        };
        client.on('Browser.downloadProgress', onProgress);
      });
      await page.evaluate((text) => {
        const buttons = [...document.querySelector('qd-table').shadowRoot.querySelectorAll('button')];
        buttons.find((button) => button.textContent.trim() === text).click();
      }, name);
      assert.equal(await done, 'completed');
    }
    assert.deepEqual(names, ['qingdao-2024-h1-coordination.csv', 'qingdao-2024-h1-coordination.json']);
    assert.ok(names.every((name) => existsSync(join(folder, name))));
    const csv = readFileSync(join(folder, names[0]), 'utf8');
    assert.match(csv, /^\uFEFF"indicator",/);
    assert.equal(csv.split('\r\n').length, 4);
    const json = JSON.parse(readFileSync(join(folder, names[1]), 'utf8'));
    assert.deepEqual(
      json.observations.map(({printed}) => printed),
      ['58项', '14个'],
    );
    assert.deepEqual(await violations(), []);
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(
      seen.requests.filter((url) => url !== '/' && !/favicon|^blob:/.test(url)),
      ['/qd/qd.js'],
    );
    await page.close();
  });
});
