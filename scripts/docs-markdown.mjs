// Markdown of the documentation as HTML: headings with addresses, tables that scroll by themselves, live examples.
import {Marked} from 'marked';
import {posix} from 'node:path';

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const plain = (html) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The address of a heading, as the forges make it. */
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** Fenced blocks of a page, with what stands behind their language. */
export function snippetsOf(markdown) {
  return [...markdown.matchAll(/^( *)```(\w+)([^\n]*)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent, language, marks, code]) => ({
      language,
      marks: marks.trim().split(/\s+/).filter(Boolean),
      code: indent ? code.replaceAll(new RegExp(`^${indent}`, 'gm'), '') : code,
    }),
  );
}

/** The page's links written for where it is published. */
export function relinked(markdown, change) {
  return markdown.replace(/(\]\()([^()\s]+)(\))/g, (_, open, href, close) => open + change(href) + close);
}

/**
 * @param {string} markdown
 * @param {{path: string, tokens: (code: string) => {kind: string, text: string}[], words: {example: string}}} page
 * @returns {{title: string, html: string, headings: {id: string, text: string}[]}}
 */
export function renderMarkdown(markdown, {path, tokens, words}) {
  const headings = [];
  const seen = new Map();
  let title = '';
  let examples = 0;
  const toRoot = posix.relative(posix.dirname(path), '.') || '.';

  const codeBlock = (code, language, label) => {
    const pieces = language === 'html' ? tokens(code) : [];
    const isWhole = pieces.map(({text}) => text).join('') === code;
    const inner = isWhole
      ? pieces
          .map(({kind, text}) =>
            kind === 'text' ? escape(text) : `<span class="${kind}">${escape(text)}</span>`,
          )
          .join('')
      : escape(code);
    return `<pre class="code" tabindex="0" role="region" aria-label="${escape(label)}"><code translate="no">${inner}</code></pre>\n`;
  };

  const marked = new Marked({
    gfm: true,
    renderer: {
      heading(text, level) {
        const name = plain(text);
        if (level === 1) {
          title ||= name;
          return `<h1>${text}</h1>\n`;
        }
        const base = slug(name);
        const times = seen.get(base) ?? 0;
        seen.set(base, times + 1);
        const id = times ? `${base}-${times}` : base;
        if (level === 2) headings.push({id, text: name});
        return `<h${level} id="${id}">${text} <a class="anchor" href="#${id}" aria-label="# ${escape(name)}">#</a></h${level}>\n`;
      },
      table(header, body) {
        return `<div class="scrolls" tabindex="0" role="region" aria-label="${escape(`${words.table} ${++examples}`)}"><table><thead>${header}</thead><tbody>${body}</tbody></table></div>\n`;
      },
      code(code, info = '') {
        const [language = '', ...marks] = info.split(/\s+/);
        const label = `${words.example} ${++examples}`;
        if (!marks.includes('live')) return codeBlock(code, language, label);
        // The example's addresses lead to the embed pages beside these.
        const live = code.replaceAll('"/qd/embed/', `"${toRoot}/../embed/`);
        return `<div class="live"><div class="shown" lang="zh-CN">${live}</div>\n${codeBlock(code, language, label)}</div>\n`;
      },
    },
  });
  return {html: marked.parse(markdown), title, headings};
}
