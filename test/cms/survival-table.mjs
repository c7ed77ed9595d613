/** The table of docs/embedding-survival.md, written from what a run has read. */
import {FORMS} from './snippets.mjs';

const NAMES = {
  card: '卡片',
  picture: '图片',
  frame: '框架',
  'frame-without-scripts': '框架（脚本停用）',
  link: '链接',
  'wrong-link': '链接（地址被改）',
  words: '文字',
  code: '代码',
  marker: '标记',
  gone: '丢失',
};

/** From best to worst: a form counts as its worst target. */
const ORDER = Object.keys(NAMES);

/** The worst of several verdicts. */
export const worst = (verdicts) =>
  verdicts.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'card');

const cell = (entry) => {
  if (!entry) return '–';
  const {before, after} = entry;
  return before === after ? NAMES[before] : `${NAMES[before]} → ${NAMES[after]}`;
};

/**
 * The page. Only the line with the date differs between two runs with the same outcome.
 *
 * @param {{software: string, version: string, way: string, configuration: string,
 *   cells: Record<string, {before: string, after: string}>}[]} rows
 */
export function survivalPage(rows, {date, browser}) {
  const header = ['软件', '进入方式', '设置', ...FORMS.map(([, name]) => name)];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const table = [
    line(header),
    line(header.map(() => '---')),
    ...rows.map(({software, version, way, configuration, cells}) =>
      line([`${software} ${version}`, way, configuration, ...FORMS.map(([form]) => cell(cells[form]))]),
    ),
  ];
  const count = (configuration, form, test) => {
    const judged = rows
      .filter((row) => row.configuration === configuration && row.cells[form])
      .map(({cells}) => cells[form]);
    return `${judged.filter(test).length}/${judged.length}`;
  };
  const readable = ({before}) => ['link', 'wrong-link', 'words', 'picture', 'card', 'frame'].includes(before);
  const totals = [
    line(['写法', '默认：读得到', '默认：成为卡片', '按本文设置：读得到', '按本文设置：成为卡片']),
    line(['---', '--:', '--:', '--:', '--:']),
    ...FORMS.map(([form, name]) =>
      line([
        name,
        ...['默认', '按本文设置'].flatMap((configuration) => [
          count(configuration, form, readable),
          count(configuration, form, ({after}) => after === 'card'),
        ]),
      ]),
    ),
  ];
  return `# 各种写法在各种软件里剩下什么

<!-- 由 npm run test:cms -- --write 写成，不要手改。 -->

每一格都由真实软件跑出来：把我们生成的写法放进去，取出软件存下的内容，放进一个只装了嵌入文件的网页，看读者看到什么。

日期：${date}，${browser}。

## 合计

${totals.join('\n')}

“读得到”：没有脚本时，读者看到正确的文字、链接、图片或框架。“成为卡片”：有脚本时，读者看到带原文数字的卡片。

## 明细

${table.join('\n')}

箭头左边是没有脚本时读者看到的，右边是有脚本时的；没有箭头的，两者相同。

- **卡片**：卡片，数字与报告原文一致。
- **链接**：正确的文字，点开是正确的地址。
- **链接（地址被改）**：文字正确，但地址被软件改成相对地址，文章换目录就打不开。
- **文字**：只剩正确的文字。“文字与网址”这种写法本来就是文字。
- **图片**：卡片的图片，替代文字正确。
- **框架**：框架留下，里面是完整的网页；“脚本停用”的也能读，只是高度不会自己调。
- **标记**：读者看到方括号里的标记。这种写法只在模板会展开它的网站上用。
- **代码**：读者看到源代码。
- **丢失**：什么也没留下，或者留下的读不懂。

“粘贴”是在浏览器里真的按下 Ctrl+V：剪贴板的内容由 copy 事件写入，和“复制”按钮一样；“文字与网址”和“文字标记”只放纯文本。
每种写法都试一个数字、一个进度和一份存在问题，取三者里最差的；粘贴时，链接和标签以外的写法只试一个数字。
`;
}

/** Without the date, for comparing. */
export const undated = (page) =>
  page
    .replace(/^日期：.*$/m, '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/-{3,}/g, '---');
