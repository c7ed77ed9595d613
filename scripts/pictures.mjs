// Takes the pictures of the README from the built demo, and the one that goes with a link to it.
import {writeFileSync} from 'node:fs';
import {openDemoSite} from './demo-site.mjs';

const MAX_BYTES = 60_000;

/** File, page, window, and by how much it is made smaller. */
const PICTURES = [
  ['first-screen.webp', 'index.html', 1280, 860],
  ['dark.webp', 'index.html?theme=dark', 1280, 860],
  ['english.webp', 'index.html?lang=en', 1280, 860],
  ['phone.webp', 'index.html', 360, 780],
  ['wall.webp', 'wall.html', 1920, 1080, 0.5],
  ['share.jpg', 'index.html', 1200, 630],
];

const site = await openDemoSite();
try {
  for (const [file, path, width, height, deviceScaleFactor = 1] of PICTURES) {
    const {page} = await site.open(path, {width, height, deviceScaleFactor});
    await page.evaluate(() => document.fonts.ready);
    const type = file.endsWith('.webp') ? 'webp' : 'jpeg';
    let picture;
    for (const quality of [85, 75, 65]) {
      picture = await page.screenshot({type, quality});
      if (picture.length <= MAX_BYTES) break;
    }
    writeFileSync(new URL(`../demo/pictures/${file}`, import.meta.url), picture);
    console.log(`${file}: ${(picture.length / 1000).toFixed(1)} kB`);
    await page.close();
  }
} finally {
  await site.close();
}
