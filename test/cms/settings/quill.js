// Quill 2：在 new Quill(…) 之前执行
import Quill from 'quill';

const BlockEmbed = Quill.import('blots/block/embed');
const attributes = (
  'report indicator indicators area variant theme text locale ' +
  'target change trend also type mode heading-level'
).split(' ');

/** 一整块：标签、属性，连同里面的链接 */
function defineBlot(tag) {
  return class extends BlockEmbed {
    static blotName = tag;
    static tagName = tag;

    static create(value) {
      const node = super.create();
      node.setAttribute('contenteditable', 'false');
      for (const [name, text] of Object.entries(value.attributes)) node.setAttribute(name, text);
      const link = document.createElement('a');
      if (value.href) link.setAttribute('href', value.href);
      link.textContent = value.words;
      node.append(link);
      return node;
    }

    static value(node) {
      const kept = attributes.filter((name) => node.hasAttribute(name));
      return {
        attributes: Object.fromEntries(kept.map((name) => [name, node.getAttribute(name)])),
        // 链接只留 http 与 https
        href: /^https?:/.test(node.querySelector('a')?.href ?? '') ? node.querySelector('a').href : '',
        words: node.textContent,
      };
    }

    html() {
      const copy = this.domNode.cloneNode(true);
      copy.removeAttribute('contenteditable');
      copy.removeAttribute('class');
      return copy.outerHTML;
    }
  };
}

const tags = (
  'qd-metric qd-progress qd-chart qd-standings qd-table qd-source ' +
  'qd-document-list qd-platform-list qd-area qd-issue-list qd-plan-list qd-dashboard'
).split(' ');
for (const tag of tags) Quill.register(defineBlot(tag));
