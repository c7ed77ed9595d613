import {render} from '@lit-labs/ssr';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import type {CSSResultOrNative} from 'lit';
import {attributesOf, element, Markup} from '../../src/markup.js';
import {registerBundledReport} from '../../src/report-registry.js';
import type {Report} from '../../src/schema.js';
import {sha256} from '../../src/sha256.js';
import * as widgets from '../index.js';
import {prepareServer} from './prepare-server.js';

export interface StaticOptions {
  /** The report, where it is none of the bundled ones. It is checked whole. */
  report?: unknown;
  /** What stands inside the tag, for readers whose browser shows no shadow root: text, or HTML as its `text`. */
  children?: string | {readonly text: string};
}

export interface StaticHtml {
  /** The tag whole, its drawing inside as declarative shadow DOM. */
  html: string;
  /** What the page's policy must list in `style-src`: `'sha256-…'`, one for each style sheet in the tag. */
  styleHashes: string[];
}

const TAG = /^qd-[a-z]+(?:-[a-z]+)*$/;
const NAME = /^[a-z][\w-]*$/i;

/**
 * A tag as static HTML that shows without a script. With one, the widget takes its place.
 *
 * @param tag - Such as `qd-metric`.
 * @param attributes - As on the tag. `lang`, `data-qd-theme` and `data-qd-text` are known only if they stand here.
 * @throws Error for an unknown tag or report, for a wrong attribute name, and where there is nothing to show:
 *   its message says why; ReportError for a report that is not valid. All as a rejected promise.
 */
export async function renderStatic(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  {report, children = ''}: StaticOptions = {},
): Promise<StaticHtml> {
  if (!TAG.test(tag) || !customElements.get(tag)) throw new Error(`No tag <${tag}>.`);
  // A server reads no address: the report is given, and the address is for the page.
  const {src, ...given} = attributes;
  const others: Record<string, string> = given;
  let id = others['report'];
  if (report !== undefined) {
    const {proveReport} = await import('../../src/prove-report.js');
    const proven: Report = await proveReport(report);
    id = others['report'] = proven.id;
    registerBundledReport(id, () => proven);
  }
  await prepareServer(id === undefined ? [] : [id]);

  const page = templateOf(tag, others, typeof children === 'string' ? children : new Markup(children.text));
  takeOff();
  // What a state or a look wears is known once it was drawn. At one go, or another tag would add what it wears.
  collectResultSync(render(page));
  const drawn = collectResultSync(render(page));
  const state = /^[^>]* state="(\w+)"/.exec(drawn.slice(drawn.indexOf(`<${tag}`)))?.[1];
  if (state === 'error' || state === 'loading') {
    throw new Error(`<${tag}> has nothing to show: ${saidIn(drawn)}`);
  }
  const {markup, sheets} = withStyleSheets(drawn);
  const from = markup.indexOf(`<${tag}`);
  // Where the renderer takes attributes out, it leaves their spaces.
  const whole = markup.slice(from + tag.length + 1, markup.lastIndexOf(`</${tag}>`)).replace(/^ +/, ' ');
  return {
    html: `<${tag}${src === undefined ? '' : attributesOf([['src', src]])}${whole}</${tag}>`,
    styleHashes: [...sheets].map(hashOf),
  };
}

/** What the elements of each kind wear from the start. */
const worn = new Map<CSSResultOrNative[], CSSResultOrNative[]>();
for (const widget of Object.values(widgets)) {
  if (typeof widget === 'function' && 'elementStyles' in widget) {
    worn.set(widget.elementStyles, [...widget.elementStyles]);
  }
}

/** Takes off what earlier drawings added: a tag's style sheets, and so their hashes, depend on nothing but the tag. */
function takeOff(): void {
  for (const [styles, own] of worn) styles.splice(0, styles.length, ...own);
}

/** The tag as a template of Lit's without values. */
function templateOf(tag: string, attributes: Record<string, string>, children: string | Markup): unknown {
  const wrong = Object.keys(attributes).find(
    (name) => !NAME.test(name) || /^on|^(?:style|state)$/i.test(name),
  );
  if (wrong !== undefined) throw new Error(`No attribute "${wrong}".`);
  const strings = [element(tag, Object.entries(attributes), children).text];
  return {_$litType$: 1, strings: Object.assign(strings, {raw: strings}), values: []};
}

/** The words of a fault. */
function saidIn(drawn: string): string {
  const [, told = ''] = /role="alert"[^]*?<span>([^]*?)<\/span>/.exec(drawn) ?? [];
  return told.replace(/<[^>]*>/g, '') || 'its data are not in the report.';
}

/** Without a script, what only a script can do is not offered. */
const STILL = `:host(:not(:defined)) .source{visibility:hidden}`;

/**
 * A strict page blocks `style="…"`. Each becomes a rule of a style sheet in its shadow root, which the page can list.
 */
function withStyleSheets(drawn: string): {markup: string; sheets: Set<string>} {
  const sheets = new Set<string>();
  const addSheet = (css: string) => {
    sheets.add(css);
    return `<style>${css}</style>`;
  };
  /** One for each shadow root that is open here: its text so far, and the rules it needs. */
  const open: Array<{text: string; rules: Map<string, string>}> = [{text: '', rules: new Map()}];
  const tokens =
    /(<template shadowroot[^>]*>)(?:<style>([^]*?)<\/style>)?|(<\/template>)| style="([^"]*)"|[^<\s]+|[<\s]/g;
  for (const [token, opening, style, closing, declarations] of drawn.matchAll(tokens)) {
    const root = open[open.length - 1]!;
    if (opening) {
      root.text += opening + addSheet((style ?? '') + STILL);
      open.push({text: '', rules: new Map()});
    } else if (closing) {
      open.pop();
      const rules = [...root.rules].map(([css, name]) => `[data-qd-s="${name}"]{${css}}`).join('');
      open[open.length - 1]!.text += (rules && addSheet(rules)) + root.text + closing;
    } else if (declarations !== undefined) {
      if (!declarations) continue;
      let name = root.rules.get(declarations);
      if (!name) root.rules.set(declarations, (name = String(root.rules.size)));
      root.text += ` data-qd-s="${name}"`;
    } else root.text += token;
  }
  return {markup: open[0]!.text, sheets};
}

/** Not by the platform's digest, which a page without HTTPS has not. */
function hashOf(css: string): string {
  const bytes = sha256(css)
    .match(/../g)!
    .map((pair) => parseInt(pair, 16));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}
