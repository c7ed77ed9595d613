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
  ['png', '图片与链接'],
  ['iframe', '框架'],
  ['text', '文字与网址'],
  ['marker', '文字标记'],
  ['markdown', 'Markdown 链接'],
];

/** Each form's snippets: one for each target, with its words and address. */
export async function snippets() {
  const [{embedSnippet}, {embedWords}, {embedPath}] = await Promise.all([
    load('dist/src/embed/embed-snippet.js'),
    load('dist/src/embed/embed-words.js'),
    load('dist/src/embed/embed-path.js'),
  ]);
  const {version, files} = JSON.parse(readFileSync(new URL('dist/embed/sri.json', root), 'utf8'));
  return TARGETS.flatMap((target) => {
    const words = embedWords(report, target);
    const address = `${BASE}${embedPath(target)}`;
    return FORMS.map(([form]) => {
      const article =
        form === 'markdown'
          ? `[${words}](${address})`
          : embedSnippet(form, {report, target, base: BASE, version, integrity: files}).article;
      return {form, target, words, address, article, plain: `${words}\n${address}`};
    });
  });
}
