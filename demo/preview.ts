import {html, Markup} from '../src/markup.js';
import type {Report} from '../src/schema.js';
import type {EmbedFiles} from './embed-files.js';
import {trustedHtml} from './trusted-html.js';

/** Whose page the card is shown in. */
export type HostStyle = 'plain' | 'portal' | 'phone';

export interface PreviewRequest {
  style: HostStyle;
  /** What stands in the article: HTML that the builder itself has composed. */
  article: string;
  locale: string;
  /** A colour, or nothing for the preset. */
  brand?: string | undefined;
  theme?: string | undefined;
  /** The folder of the addresses: the page in the frame has an address that nobody has. */
  base: string;
  hasMarkers: boolean;
  /** A report that no embed file carries and no server has: the tag in the article is given it. */
  report?: Report | undefined;
  /** Drawn in place of the article, where the form is a picture. */
  picture?: HTMLCanvasElement | undefined;
}

const WORDS: Record<string, [site: string, before: string, after: string]> = {
  'zh-CN': ['某某门户网站（示例）', '这是文章的一段正文，下面是放进去的内容。', '后面的正文接着写。'],
  en: [
    'Some portal (an example)',
    'A paragraph of the article; what you put in follows.',
    'And the article goes on.',
  ],
};

/** Code as it is, to the letter: the policy knows it by its hash. */
const inline = (name: string, attributes: string, code: string) =>
  new Markup(`<${name}${attributes}>${code}</${name}>`);

/** A page of somebody else with the snippet in it, and the embed file as it is shipped. */
function renderHost(request: PreviewRequest, {version, code}: EmbedFiles): string {
  const {style, article, locale, base, hasMarkers, report} = request;
  const [site, before, after] = WORDS[locale] ?? WORDS['zh-CN']!;
  const sheets = ['qd.css', style === 'portal' ? 'host-portal.css' : 'host-plain.css'].map((file) => {
    if (code) return inline('style', '', code[file]!);
    const folder = file === 'qd.css' ? '../embed/' : './';
    return html`<link rel="stylesheet" href="${folder}${file}?v=${version}" />`;
  });
  const attributes = [html` data-qd-hosts="${new URL(base).host}"`, hasMarkers && html` data-qd-markers`];
  const script = code
    ? inline('script', html`${attributes}`.text, code['qd.iife.js']!)
    : html`<script ${attributes} src="../embed/qd.iife.js?v=${version}"></script>`;
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${site}</title>
        ${code && html`<base href="${base}embed/" />`} ${sheets}
      </head>
      <body>
        ${style === 'portal' && html`<div id="site"><b>${site}</b></div>`}
        <p>${before}</p>
        <div id="place">${!report && new Markup(article)}</div>
        <p>${after}</p>
        ${script}
      </body>
    </html>`.text;
}

/**
 * Shows snippets in a frame. The page in it is made anew only when its style changes; a new snippet takes the place
 * of the other, as in a page that brings its text late. The frame is as high as its page; `onFit` is told how high the
 * snippet in it is, in CSS pixels.
 */
export function startPreview(
  frame: HTMLIFrameElement,
  files: EmbedFiles,
  onFit?: (height: number) => void,
): (request: PreviewRequest) => void {
  let made = '';
  let shown = '';
  let given: Report | undefined;
  /** Until the page is there, the frame has the one before. */
  let isLoading = false;
  let last: PreviewRequest | undefined;
  let observer: ResizeObserver | undefined;

  const fit = () => {
    const body = frame.contentDocument?.body;
    if (!body) return;
    const {marginTop, marginBottom} = getComputedStyle(body);
    const height = body.getBoundingClientRect().height + parseFloat(marginTop) + parseFloat(marginBottom);
    frame.style.height = `${Math.max(Math.ceil(height), 120)}px`;
    onFit?.(Math.ceil(frame.contentDocument!.querySelector('#place')!.getBoundingClientRect().height));
  };

  function dress({brand, theme, locale}: PreviewRequest): void {
    const root = frame.contentDocument!.documentElement;
    if (brand) root.style.setProperty('--qd-brand', brand);
    else root.style.removeProperty('--qd-brand');
    root.lang = locale;
    // A page in dark colours is where a dark card stands.
    root.style.background = theme === 'dark' ? '#10171d' : '';
    root.style.color = theme === 'dark' ? '#b7c2cb' : '';
    frame.contentDocument!.body.style.color = theme === 'dark' ? '#b7c2cb' : '';
  }

  function place(asked: PreviewRequest): void {
    dress(asked);
    const {article, picture, report} = asked;
    if (!picture && article === shown && report === given) return;
    shown = picture ? '' : article;
    given = report;
    const doc = frame.contentDocument!;
    const stand = doc.querySelector('#place')!;
    stand.textContent = '';
    if (picture) return stand.append(doc.adoptNode(picture));
    const {body} = new DOMParser().parseFromString(trustedHtml(article), 'text/html');
    if (report) {
      // As the page in the frame would have read it: an object of its own.
      const {JSON: reader} = frame.contentWindow as unknown as typeof globalThis;
      const tag = body.firstElementChild as Element & {report?: unknown};
      tag.removeAttribute('src');
      tag.report = reader.parse(JSON.stringify(report));
    }
    stand.append(...[...body.childNodes].map((node) => doc.adoptNode(node)));
  }

  frame.addEventListener('load', () => {
    if (!last || !frame.contentDocument?.querySelector('#place')) return;
    isLoading = false;
    place(last);
    observer?.disconnect();
    observer = new ResizeObserver(fit);
    observer.observe(frame.contentDocument.body);
    fit();
  });

  return (request) => {
    const {style, locale, base, hasMarkers, article} = request;
    const key = [style, locale, base, hasMarkers].join(' ');
    last = request;
    if (key !== made) {
      made = key;
      shown = request.report ? '' : article;
      given = undefined;
      isLoading = true;
      frame.srcdoc = trustedHtml(renderHost(request, files));
      return;
    }
    if (!isLoading && frame.contentDocument?.querySelector('#place')) place(request);
  };
}
