import {expect} from '@open-wc/testing';
import {findEmbeds} from '../src/embed/find-embeds.js';
import type {Report} from '../src/schema.js';
import json from '../seeds/qingdao-2024-h1.json';

const report = json as unknown as Report;
const base = 'https://www.example.gov.cn/qd/';
const rows: Array<[what: string, text: string, found: string[]]> = [
  [
    'an address alone',
    `${base}embed/metric/qingdao-2024-h1/video-feeds`,
    [`link metric/video-feeds ${base}`],
  ],
  [
    'an address as browsers change it',
    `${base}embed/issue-list/qingdao-2024-h1/index.html`,
    [`link issue-list ${base}`],
  ],
  [
    'an address in a sentence',
    `见${base}embed/area/qingdao-2024-h1/coordination，谢谢`,
    [`link area/coordination ${base}`],
  ],
  [
    'links of a page, once each',
    `<a href="/qd/embed/metric/qingdao-2024-h1/video-feeds">a</a><p><a href='/qd/embed/metric/qingdao-2024-h1/video-feeds/'>b</a><iframe src="${base}embed/dashboard/other-report/"></iframe>`,
    ['link metric/video-feeds', `link dashboard ${base}`],
  ],
  ['a tag', '<qd-chart report="a" indicators="b c">x</qd-chart>', ['tag chart/b']],
  ['a tag that lacks what it shows', '<qd-metric report="a">x</qd-metric>', []],
  ['a marker', '正文[qd:metric:qingdao-2024-h1:video-feeds]正文', ['marker metric/video-feeds']],
  ['words in whatever width', '汇聚全市视频近３０万路。', ['words metric/video-feeds']],
  ['nothing of ours', '<a href="https://example.org/">网站</a> /embed/unknown/a/b', []],
  ['code of a script', '<script>"/embed/metric/a/b"</script>', []],
];

describe('findEmbeds', () => {
  for (const [what, text, expected] of rows) {
    it(what, () => {
      const found = findEmbeds(text, [report]).map(({by, target: {name, part}, base: folder}) =>
        [by, part ? `${name}/${part}` : name, folder].filter(Boolean).join(' '),
      );
      expect(found).to.deep.equal(expected);
    });
  }

  it('reads the links of a page from where the page stands', () => {
    const [found] = findEmbeds(
      '<a href="../qd/embed/metric/qingdao-2024-h1/video-feeds">a</a>',
      [report],
      'https://www.example.gov.cn/news/1.html',
    );
    expect(found!.base).to.equal(base);
  });
});
