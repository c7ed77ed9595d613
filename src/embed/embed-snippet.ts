import {html, type Markup} from '../markup.js';
import type {Report} from '../schema.js';
import {embedPath, partAttribute, type EmbedTarget} from './embed-path.js';
import {embedWords, targetObservation} from './embed-words.js';

/** The forms of the documentation's table of forms. */
export type EmbedForm = 'html' | 'tag' | 'png' | 'iframe' | 'text' | 'marker';

/** How the card is to look; absent: as the page around it says. */
export interface EmbedLook {
  variant?: string | undefined;
  theme?: string | undefined;
  /** `large` for 大字. */
  text?: string | undefined;
  locale?: string | undefined;
  /** A colour: `#a62b22`. It stands in the template's style sheet, for a strict policy allows no other place. */
  brand?: string | undefined;
}

/** What a snippet is made of. */
export interface EmbedRequest {
  report: Report;
  target: EmbedTarget;
  look?: EmbedLook;
  /** The folder on the portal that has `embed/` in it, with a slash at the end: `https://www.example.gov.cn/qd/`. */
  base: string;
  /** Version of the package, and the hashes of its files by name, as `embed/sri.json` lists them. */
  version: string;
  integrity: Record<string, string>;
  /** False where the embed files don't carry the report: the tag then names its data, as `qd report` writes them. */
  isBundled?: boolean;
  /** Where its data stand then, if not where `qd report` writes them. */
  data?: string | undefined;
  /** Size of the picture and height of the frame, in CSS pixels. */
  size?: {width: number; height: number};
}

/** A snippet in the two places it belongs to. */
export interface EmbedSnippet {
  /** Loaded once by the site's template; absent where the form needs none. */
  template?: string;
  /** What stands in the article. */
  article: string;
}

/** On one line, for editors take a line's end for a paragraph; nothing stands between two tags. */
function line({text}: Markup): string {
  return text
    .trim()
    .replace(/\s+(?=\/?>)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><');
}

/** Where a report's data stand that the embed files don't carry. */
export function reportAddress({base, report, data}: Pick<EmbedRequest, 'base' | 'report' | 'data'>): string {
  return data ?? `${base}embed/reports/${report.id}.json`;
}

const LOOKS = ['variant', 'theme', 'text', 'locale'] as const;

/** The script and the style sheet, with version and hashes: what a site's template loads once. */
export function templateSnippet({
  base,
  version,
  integrity,
  look,
}: Pick<EmbedRequest, 'base' | 'version' | 'integrity' | 'look'>): string {
  const address = (file: string) => `${base}embed/${file}?v=${version}`;
  const hash = (file: string) => html` integrity="${integrity[file]}" crossorigin="anonymous"`;
  const lines = [
    html`<link rel="stylesheet" href="${address('qd.css')}" ${hash('qd.css')} />`,
    html`<script type="module" src="${address('qd.js')}" ${hash('qd.js')}></script>`,
  ];
  const text = lines.map(line).join('\n');
  return look?.brand
    ? `${text}\n<!-- in the site's own style sheet: :root { --qd-brand: ${look.brand}; } -->`
    : text;
}

/**
 * What an editor copies. The template's part carries exact version and hashes; the article's is chosen to
 * survive editors: one line, a link in it, no inline style.
 *
 * @throws RangeError when the report lacks what is named.
 */
export function embedSnippet(form: EmbedForm, request: EmbedRequest): EmbedSnippet {
  const {report, target, look = {}, base, size} = request;
  const words = embedWords(report, target, look.locale);
  const address = `${base}${embedPath(target)}`;
  const {name, part} = target;
  const attribute = partAttribute(name);
  const template = templateSnippet(request);
  switch (form) {
    case 'html': {
      // A class is a hint, never needed: most editors drop it.
      const hints = [
        `qd-${name}`,
        `qd-r-${report.id}`,
        part && `qd-i-${part}`,
        ...LOOKS.map((key) => look[key] && `qd-${key}-${look[key]}`),
      ];
      const classes = hints.filter(Boolean).join(' ');
      return {template, article: line(html`<p class="${classes}"><a href="${address}">${words}</a></p>`)};
    }
    case 'tag': {
      const attributes = [
        request.isBundled === false ? html` src="${reportAddress(request)}"` : html` report="${report.id}"`,
        part && html` ${attribute}="${part}"`,
        ...LOOKS.map((key) => look[key] && html` ${key}="${look[key]}"`),
      ].map((entry) => entry || undefined);
      const tag = `qd-${name}`;
      const [open, close] = [html`<${tag}`, html`</${tag}>`];
      return {template, article: line(html`${open}${attributes}><a href="${address}">${words}</a>${close}`)};
    }
    case 'png': {
      const {width, height} = size ?? {width: 400, height: 200};
      const file = `${address}/${look.theme === 'dark' ? 'card-dark' : 'card'}.png`;
      return {
        article: line(
          html`<p>
            <a href="${address}"><img src="${file}" alt="${words}" width="${width}" height="${height}" /></a>
          </p>`,
        ),
      };
    }
    case 'iframe':
      return {
        template,
        article: line(
          html`<iframe
            src="${address}/"
            title="${words}"
            width="100%"
            height="${size?.height ?? (targetObservation(report, target) ? 480 : 640)}"
            sandbox="allow-scripts allow-popups"
            referrerpolicy="no-referrer"
            loading="lazy"
          ></iframe>`,
        ),
      };
    case 'text':
      return {article: `${words}\n${address}`};
    case 'marker':
      return {
        template: template.replace('<script ', '<script data-qd-markers '),
        article: `[qd:${name}:${report.id}${part ? `:${part}` : ''}]`,
      };
  }
}
