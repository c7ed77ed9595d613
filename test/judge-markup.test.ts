import {expect} from '@open-wc/testing';
import {judgeMarkup} from '../src/embed/judge-markup.js';

const address = 'https://www.example.gov.cn/qd/embed/metric/qingdao-2024-h1/data-resource-calls';
const words = '数据资源调用 921.61亿次';
const expected = {address, words};
const tag = 'qd-metric report="qingdao-2024-h1" indicator="data-resource-calls"';
const link = `<a href="${address}">${words}</a>`;

/** What real editors and filters make of our forms, and what readers have of that. */
const rows: Array<[from: string, markup: string, outcome: string, left: string, advice: string]> = [
  [
    'the link form, untouched',
    `<p class="qd-metric qd-r-qingdao-2024-h1">${link}</p>`,
    'card',
    'link class words',
    'load-script',
  ],
  ['without its class: CKEditor, Quill', `<p>${link}</p>`, 'card', 'link words', 'load-script'],
  [
    'with target and rel, and a break: Quill, Trix',
    `<div><!--block--><a target="_blank" rel="noopener" href="${address}/">${words}</a><br></div>`,
    'card',
    'link words',
    'load-script',
  ],
  [
    'as the clipboard wraps it, styled in every place',
    `<meta charset='utf-8'><!--StartFragment--><p style="color: rgb(0, 0, 0);"><span>\u200b</span><a href='${address}'><span>数据资源调用&nbsp;921.61亿次</span></a></p><!--EndFragment-->`,
    'card',
    'link words',
    'load-script',
  ],
  [
    'root-relative',
    `<p><a href="/qd/embed/metric/qingdao-2024-h1/data-resource-calls">${words}</a></p>`,
    'card',
    'link words',
    'load-script',
  ],
  ['in a sentence', `<p>上半年，${link}，同比增长。</p>`, 'inline', 'link words', 'load-script own-block'],
  ['in a list beside others', `<ul><li>${link}</li><li>其他</li></ul>`, 'card', 'link words', 'load-script'],
  [
    'in a quotation: Drupal, sanitize-html',
    `<blockquote><p>${link}</p></blockquote>`,
    'card',
    'link words',
    'load-script',
  ],
  [
    'on a line of its own in a paragraph',
    `<p>正文<br>${link}<br>正文</p>`,
    'inline',
    'link words',
    'load-script own-block',
  ],
  ['in a heading', `<h2>${link}</h2>`, 'inline', 'link words', 'load-script own-block'],
  [
    'two beside each other',
    `<p>${link} <a href="/embed/metric/qingdao-2024-h1/video-feeds">汇聚全市视频 近30万路</a></p>`,
    'card',
    'link words',
    'load-script',
  ],
  [
    'to another host',
    `<p><a href="https://cdn.example.com/embed/metric/qingdao-2024-h1/data-resource-calls">${words}</a></p>`,
    'foreign',
    'link words',
    'list-host',
  ],
  [
    'the words only: WordPress author, wangEditor in a quotation',
    `<p>${words}</p>`,
    'words',
    'words',
    'copy-rich',
  ],
  ['another sentence', '<p>今天天气好。</p>', 'nothing', '', 'copy-rich'],
  ['nothing: insane', '', 'nothing', '', 'copy-rich'],
  ['the tag, untouched', `<${tag}>${link}</qd-metric>`, 'card', 'tag attributes link words', 'load-script'],
  [
    'the tag with lost words: WordPress administrator',
    `<p><${tag}></p>\n<p>${words}</p>\n<p></qd-metric></p>`,
    'card',
    'tag attributes words',
    'load-script empty-tag',
  ],
  [
    'the tag without its attributes: wangEditor 4',
    `<p><qd-metric>${words}</qd-metric></p>`,
    'words',
    'tag words',
    'copy-rich use-link open-tags',
  ],
  [
    'the tag without its attributes, the link left',
    `<qd-metric>${link}</qd-metric>`,
    'link',
    'tag link words',
    'use-link open-tags',
  ],
  [
    'the tag as code: js-xss, bleach',
    `<p>&lt;${tag.replace(/"/g, '&quot;')}&gt;${words}&lt;/qd-metric&gt;</p>`,
    'code',
    'words code',
    'copy-rich paste-source',
  ],
  [
    'the link as code: pasted as text into TinyMCE',
    `<p>&lt;p class="qd-metric"&gt;&lt;a href="${address}"&gt;${words}&lt;/a&gt;&lt;/p&gt;</p>`,
    'code',
    'address words code',
    'copy-rich paste-source',
  ],
  [
    'the link as code, the link itself alive: bleach',
    `&lt;p class="qd-metric"&gt;${link}&lt;/p&gt;`,
    'code',
    'link words code',
    'copy-rich paste-source',
  ],
  [
    'the frame without its sandbox: KindEditor',
    `<iframe src="${address}/" width="100%"></iframe>`,
    'frame',
    'iframe',
    '',
  ],
  [
    'the frame whose scripts are off: TinyMCE',
    `<p><iframe sandbox="" src="${address}/"></iframe></p>`,
    'frame',
    'iframe',
    'frame-scripts',
  ],
  ['the frame made a link: Quill', `<a href="${address}/">${address}/</a>`, 'card', 'link', 'load-script'],
  [
    'picture and link',
    `<p><a href="${address}"><img src="${address}/card.png" alt="${words}"></a></p>`,
    'picture',
    'link picture',
    '',
  ],
  [
    'picture parted from its link: Tiptap',
    `<p><a href="${address}">${words}</a></p><img src="${address}/card.png">`,
    'card',
    'link picture words',
    'load-script',
  ],
  ['picture alone', `<img src="${address}/card-dark.png">`, 'picture', 'picture', ''],
  [
    'picture spoilt: WordPress author',
    `<p><img src="image/png;base64,AAAA">${words}</p>`,
    'words',
    'words',
    'copy-rich picture-lost',
  ],
  ['the address alone', `<p>${words}<br>${address}</p>`, 'address', 'address words', 'copy-rich'],
  [
    'the marker',
    '<p>[qd:metric:qingdao-2024-h1:data-resource-calls]</p>',
    'marker',
    'marker',
    'expand-markers',
  ],
  [
    'a script in the article',
    `<p>${link}</p><script src="/qd/embed/qd.js"></script>`,
    'card',
    'link script words',
    'load-script article-script',
  ],
  [
    'a link of somebody else',
    '<p><a href="https://example.org/metric/a/b">网站</a></p>',
    'nothing',
    '',
    'copy-rich',
  ],
];

describe('judgeMarkup', () => {
  for (const [from, markup, outcome, left, advice] of rows) {
    it(from, () => {
      const verdict = judgeMarkup(markup, expected);
      expect({...verdict, left: verdict.left.toSorted(), advice: verdict.advice.toSorted()}).to.deep.equal({
        outcome,
        works: ['card', 'inline', 'frame', 'picture', 'marker'].includes(outcome),
        left: left.split(' ').filter(Boolean).toSorted(),
        advice: advice.split(' ').filter(Boolean).toSorted(),
      });
    });
  }
});
