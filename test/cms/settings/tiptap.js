// Tiptap 2、3：new Editor({extensions: [StarterKit, ...qdNodes]})
import {Node} from '@tiptap/core';

const attributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');
const tags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');

/** 一整块：标签、属性，连同里面的链接 */
export const qdNodes = tags.map((tag) =>
  Node.create({
    name: tag.replaceAll('-', '_'),
    group: 'block',
    atom: true,
    addAttributes: () => ({
      ...Object.fromEntries(attributes.map((name) => [name, {default: null}])),
      words: {default: '', parseHTML: (element) => element.textContent, renderHTML: () => ({})},
      href: {
        default: '',
        parseHTML: (element) => {
          const address = element.querySelector('a')?.href ?? '';
          // 链接只留 http 与 https
          return /^https?:/.test(address) ? address : '';
        },
        renderHTML: () => ({}),
      },
    }),
    parseHTML: () => [{tag}],
    renderHTML: ({node, HTMLAttributes}) => [
      tag,
      HTMLAttributes,
      ['a', {href: node.attrs.href || null}, node.attrs.words],
    ],
  }),
);
