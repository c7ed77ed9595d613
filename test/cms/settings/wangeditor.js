// wangEditor 5：在 createEditor 之前执行
import {Boot} from '@wangeditor/editor';
import {h} from 'snabbdom';

const attributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');
const tags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');

const escape = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[sign]);

Boot.registerModule({
  editorPlugin(editor) {
    const {isVoid} = editor;
    editor.isVoid = (element) => tags.includes(element.type) || isVoid(element);
    return editor;
  },
  renderElems: tags.map((type) => ({
    type,
    renderElem: (element) => h('div', {props: {contentEditable: false}}, element.words),
  })),
  // 数据里的名字不能叫 text：wangEditor 会把整块当成文字
  parseElemsHtml: tags.map((type) => ({
    selector: type,
    parseElemHtml: (node) => ({
      type,
      values: attributes
        .filter((name) => node.hasAttribute(name))
        .map((name) => [name, node.getAttribute(name)]),
      href: /^https?:/.test(node.querySelector('a')?.href ?? '') ? node.querySelector('a').href : '',
      words: node.textContent,
      children: [{text: ''}],
    }),
  })),
  elemsToHtml: tags.map((type) => ({
    type,
    elemToHtml({values, href, words}) {
      const written = values.map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
      return `<${type}${written}><a href="${escape(href)}">${escape(words)}</a></${type}>`;
    },
  })),
});
