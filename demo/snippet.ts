/** What an editor copies: one card as a tag. */
export interface SnippetRequest {
  tag: string;
  report: string;
  indicator: string;
  /** Label and figure, as they stand where no script comes. */
  words: string;
  /** Address of the report. */
  source?: string | undefined;
}

/** A piece of a snippet, for colouring. */
export interface Token {
  kind: 'tag' | 'attribute' | 'value' | 'text';
  text: string;
}

/** What the site's template loads once, before any card. */
export const TEMPLATE_SNIPPET = `<link rel="stylesheet" href="/qd/embed/qd.css">
<script type="module" src="/qd/embed/qd.js"></script>`;

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The HTML of one card, readable without any script. */
export function snippet({tag, report, indicator, words, source}: SnippetRequest): string {
  const [name, from, to, text] = [tag, report, indicator, words].map(escape);
  const inside = source ? `<a href="${escape(source)}">${text}</a>` : text;
  return `<${name} report="${from}" indicator="${to}">\n  ${inside}\n</${name}>`;
}

/** A snippet cut into what is coloured alike. Joined, the texts are the snippet. */
export function tokens(code: string): Token[] {
  const found: Token[] = [];
  const add = (kind: Token['kind'], text: string | undefined) => text && found.push({kind, text});
  for (const [, open, name, rest, text] of code.matchAll(/(<\/?)([\w-]+)([^>]*>)|([^<]+)/g)) {
    add('text', text ?? open);
    add('tag', name);
    for (const [, key, value, sign] of (rest ?? '').matchAll(/([\w-]+)|("[^"]*")|([^"\w]+)/g)) {
      add('attribute', key);
      add('value', value);
      add('text', sign);
    }
  }
  return found;
}
