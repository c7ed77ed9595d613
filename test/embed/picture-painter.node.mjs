import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {picturePainter} from '../../dist/src/cli/picture-painter.js';
import {cardPicture} from '../../dist/src/embed/card-picture.js';
import {cardPictures} from '../../dist/src/embed/card-pictures.js';
import {pictureFonts} from '../../scripts/picture-fonts.mjs';

const report = JSON.parse(readFileSync(new URL('../../seeds/qingdao-2024-h1.json', import.meta.url), 'utf8'));
const share = report.observations.find(({indicator}) => indicator === 'ocean-data-share');

describe('the pictures of a card', () => {
  it('are an SVG and a PNG in light and in dark, the PNG with two pixels for one', async () => {
    const painter = await picturePainter(pictureFonts());
    const files = await cardPictures(report, share, {painter});
    assert.deepEqual(
      files.map(({name}) => name),
      ['card.svg', 'card.png', 'card-dark.svg', 'card-dark.png'],
    );
    for (const {name, content, width, height} of files) {
      if (!name.endsWith('.png')) continue;
      const bytes = Buffer.from(content);
      assert.equal(bytes.subarray(0, 8).toString('latin1'), '\u0089PNG\r\n\u001a\n');
      assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [width * 2, height * 2]);
      assert.equal(width, 400);
      assert.ok(bytes.length < 80_000, `${name}: ${bytes.length} bytes`);
    }
  });

  it('are the same bytes each time', async () => {
    const make = async () => {
      const painter = await picturePainter(pictureFonts());
      return (await cardPictures(report, share, {painter})).map(({content}) =>
        Buffer.from(content).toString('base64'),
      );
    };
    assert.deepEqual(await make(), await make());
  });

  it('are refused rather than drawn with boxes for characters', async () => {
    const painter = await picturePainter(pictureFonts());
    const strange = {...share, label: {'zh-CN': '字\u{10fffe}'}};
    await assert.rejects(painter.png(cardPicture(report, strange)), {
      name: 'PictureError',
      message: /U\+10FFFE.*Install a Chinese font/,
    });
  });
});
