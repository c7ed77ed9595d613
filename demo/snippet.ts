import {embedPath, type EmbedName} from '../src/embed/embed-path.js';
import {html} from '../src/markup.js';

/** What an editor copies: the link that becomes a card. */
export interface SnippetRequest {
  name: EmbedName;
  report: string;
  indicator: string;
  /** Label and figure, as they stand where no script comes. */
  words: string;
  /** The folder that has `embed/` in it, with a slash at the end. */
  base: string;
}

/** A piece of a snippet, for colouring. */
export interface Token {
  kind: 'tag' | 'attribute' | 'value' | 'text';
  text: string;
}

/** What the site's template loads once, before any card. */
export const TEMPLATE_SNIPPET = `<link rel="stylesheet" href="/qd/embed/qd.css">
<script type="module" src="/qd/embed/qd.js"></script>`;

/** Where the link leads. */
export function snippetAddress({name, report, indicator, base}: SnippetRequest): string {
  return base + embedPath({name, report, part: indicator});
}

/** The HTML of one card as `embedSnippet` has it, without the report at hand. */
export function snippet(request: SnippetRequest): string {
  const {name, report, indicator, words} = request;
  const link = html`<a href="${snippetAddress(request)}">${words}</a>`;
  return html`<p class="qd-${name} qd-r-${report} qd-i-${indicator}">${link}</p>`.text;
}

/** A snippet cut into what is coloured alike. Joined, the texts are the snippet. */
export function tokens(code: string): Token[] {
  const found: Token[] = [];
  const add = (kind: Token['kind'], text: string | undefined) => text && found.push({kind, text});
  for (const [, open, name, rest, text] of code.matchAll(/(<\/?)([\w-]+)([^>]*>)|([^<]+|<)/g)) {
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
