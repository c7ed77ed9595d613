/** Our own final snippets: every form, for a figure, a progress and a list. */
import {readFileSync} from 'node:fs';

const root = new URL('../../', import.meta.url);
const load = (path) => import(new URL(path, root));

/** Where the made-up portal keeps the embed files. */
export const ORIGIN = 'http://www.example.gov.cn';
export const BASE = `${ORIGIN}/qd/`;

const report = JSON.parse(readFileSync(new URL('seeds/qingdao-2024-h1.json', root), 'utf8'));
const observation = (id) => report.observations.find(({indicator}) => indicator === id);

/** What is embedded, and what a reader must find printed in its card. */
export const TARGETS = [
  {
    name: 'metric',
    report: report.id,
    part: 'data-resource-calls',
    printed: observation('data-resource-calls').printed,
  },
  {
    name: 'progress',
    report: report.id,
    part: 'ocean-data-share',
    printed: observation('ocean-data-share').printed,
  },
  {name: 'issue-list', report: report.id, printed: report.issues[0].title['zh-CN']},
];

/** The forms, in the order of the table, with their Chinese names. */
export const FORMS = [
  ['html', '链接'],
  ['tag', '标签，内含链接'],
  ['static', '静态卡片'],
  ['png', '图片与链接'],
  ['iframe', '框架'],
  ['text', '文字与网址'],
  ['marker', '文字标记'],
  ['markdown', 'Markdown 链接'],
];

/** The words inside a drawn tag become its link: the module takes markup from its own bundle only. */
function withLink(markup, words, address) {
  const end = markup.lastIndexOf('</qd-');
  const link = `<a href="${address}">${words}</a>`;
  if (!markup.slice(0, end).endsWith(words)) throw new Error(`No words at the end of: ${markup}`);
  return `${markup.slice(0, end - words.length)}${link}${markup.slice(end)}`;
}

/** Each form's snippets: one for each target, with its words and address. */
export async function snippets() {
  const [{embedSnippet}, {embedWords}, {embedPath}] = await Promise.all([
    load('dist/src/embed/embed-snippet.js'),
    load('dist/src/embed/embed-words.js'),
    load('dist/src/embed/embed-path.js'),
  ]);
  const [{renderStatic}, {partAttribute}] = await Promise.all([
    load('dist/static/render-static.js'),
    load('dist/src/embed/embed-path.js'),
  ]);
  const {version, files} = JSON.parse(readFileSync(new URL('dist/embed/sri.json', root), 'utf8'));
  const list = [];
  for (const target of TARGETS) {
    const words = embedWords(report, target);
    const address = `${BASE}${embedPath(target)}`;
    const named = target.part ? {[partAttribute(target.name)]: target.part} : {};
    const drawn = await renderStatic(`qd-${target.name}`, {report: report.id, ...named}, {children: words});
    const own = {markdown: `[${words}](${address})`, static: withLink(drawn.html, words, address)};
    for (const [form] of FORMS) {
      const article =
        own[form] ?? embedSnippet(form, {report, target, base: BASE, version, integrity: files}).article;
      list.push({form, target, words, address, article, plain: `${words}\n${address}`});
    }
  }
  return list;
}
