import {css, html, nothing, render, type ReactiveElement} from 'lit';
import {localize} from '../src/locale.js';
import {figureText} from '../src/figure-text.js';
import type {Observation, Passage, Report} from '../src/schema.js';
import {displayText} from '../src/display-text.js';
import {periodName} from '../src/period-name.js';
import {adoptOnce} from './adopt-once.js';
import {frameWords} from './frame-words.js';
import {formatDate} from '../src/format-date.js';
import {markedSpan} from '../src/marked-span.js';
import {safeLink} from './safe-link.js';
import {findTextView} from './text-view.js';
import {defineWords, dotted} from './words.js';

/** What a source button opens: a passage of the report, with the figure in it if there is one. */
export interface SourceRequest {
  host: ReactiveElement;
  button: HTMLElement;
  report: Report;
  label: string;
  /** What the button is called, where that is not the label: the figure, in a sentence that names it already. */
  name?: string;
  language: string;
  look: {theme: string; text: string};
  observation?: Observation;
  passage?: Passage;
  /** A name in the passage, to be marked there. */
  mark?: Passage;
}

const popoverWords = defineWords<{
  close: string;
  copyCitation: string;
  copied: string;
  copyFailed: string;
  readHere: string;
  readInReport: string;
  published: (date: string) => string;
  colon: string;
}>('source', {
  'zh-CN': {
    close: '关闭',
    copyCitation: '复制引文',
    copied: '已复制',
    copyFailed: '没有复制成功，请选中上面的文字复制',
    readHere: '在本页原文中查看',
    readInReport: '在原文中查看',
    published: (date) => `${date}发布`,
    colon: '：',
  },
  en: {
    close: 'Close',
    copyCitation: 'Copy citation',
    copied: 'Copied',
    copyFailed: 'Could not copy: please select the text above',
    readHere: 'Read it on this page',
    readInReport: 'Read it in the report',
    published: (date) => `published ${date}`,
    colon: ': ',
  },
});

const canPopover = () => 'popover' in HTMLElement.prototype;
const panels = new WeakMap<HTMLElement, HTMLElement>();
let closeOpen: (() => void) | undefined;
/** The button whose open sentence is to be drawn again, in the language its element has now. */
let renewing: HTMLElement | undefined;

/** Opens the sentence beside its button, or closes it when it is open. Built when first asked for. */
export function openSource(request: SourceRequest): void {
  const {host, button} = request;
  const root = host.renderRoot as ShadowRoot;
  const wasOpen = button.getAttribute('aria-expanded') === 'true';
  const isRenewed = wasOpen && renewing === button;
  renewing = undefined;
  if (isRenewed) {
    fill(panels.get(host)!, request);
    return;
  }
  closeOpen?.();
  // It may have left the page while this module was on its way.
  if (wasOpen || !host.isConnected) return;

  let panel = panels.get(host);
  if (!panel) {
    adoptOnce(host, popoverStyles);
    panel = document.createElement('div');
    panels.set(host, panel);
    root.append(panel);
  }
  fill(panel, request);

  const native = canPopover();
  const roots: Node[] = [];
  for (let around = host.getRootNode(); around; around = (around as ShadowRoot).host?.getRootNode()) {
    roots.push(around);
  }
  const close = () => {
    if (closeOpen !== close) return;
    closeOpen = undefined;
    const hadFocus = panel!.contains(root.activeElement) || !root.activeElement;
    button.setAttribute('aria-expanded', 'false');
    panel!.removeEventListener('toggle', onToggle);
    document.removeEventListener('keydown', onKey, true);
    for (const around of roots) around.removeEventListener('pointerdown', onOutside, true);
    host.removeController(following);
    if (native) {
      if (panel!.matches(':popover-open')) panel!.hidePopover();
    } else panel!.classList.remove('open');
    if (hadFocus && button.isConnected) button.focus({preventScroll: true});
  };
  const onToggle = (event: Event) => {
    if ((event as ToggleEvent).newState === 'closed') close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  const onOutside = (event: Event) => {
    const path = event.composedPath();
    // A closed shadow root around hides from the document what was hit; its own listener sees it.
    const isHidden = roots.some((around) => (around as ShadowRoot).host === path[0]);
    if (!isHidden && !path.includes(panel!) && !path.includes(button)) close();
  };
  const following = {
    hostDisconnected: close,
    hostUpdated() {
      const {language, look} = host as unknown as SourceRequest;
      if (panel!.lang === language) dress(panel!, look);
      else if (!button.matches('[aria-haspopup]')) close();
      else if (renewing !== button) {
        renewing = button;
        // What the button asks for now, in words of the new language. The page around hears nothing of it.
        button.dispatchEvent(new MouseEvent('click', {cancelable: true}));
      }
    },
  };

  closeOpen = close;
  button.setAttribute('aria-expanded', 'true');
  document.addEventListener('keydown', onKey, true);
  for (const around of roots) around.addEventListener('pointerdown', onOutside, true);
  host.addController(following);
  if (native) {
    panel.setAttribute('popover', 'manual');
    panel.addEventListener('toggle', onToggle);
    // The button is what the panel is anchored to where the browser knows anchors.
    (panel as unknown as {showPopover(options?: object): void}).showPopover({source: button});
  } else panel.classList.add('open');
  panel.focus({preventScroll: true});
}

/** Puts the sentence into its panel. */
function fill(panel: HTMLElement, request: SourceRequest): void {
  const {language, look} = request;
  panel.classList.add('qd', 'pop');
  panel.lang = language;
  panel.tabIndex = -1;
  dress(panel, look);
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', frameWords(language).sourceOf(request.label));
  render(content(request, panel), panel);
  panel.querySelector('.told')!.textContent = '';
}

function dress(panel: HTMLElement, {theme, text}: SourceRequest['look']): void {
  panel.dataset.theme = theme;
  panel.dataset.text = text;
}

function content(request: SourceRequest, panel: HTMLElement) {
  const {report, observation, mark, language} = request;
  const words = popoverWords(language);
  const {quote, start} = observation?.provenance ?? request.passage!;
  const [from, to] = observation
    ? markedSpan(observation)
    : mark
      ? [mark.start - start, mark.end - start]
      : [0, 0];
  const show = (text: string) => displayText(text, report.language === 'zh-CN' ? 'zh-CN' : language);
  // Punctuation is set by its neighbours, so the sentence is set whole and then cut: every sign keeps its place.
  const shown = show(quote);
  const {url, published} = report.source;
  const link = safeLink(
    url,
    observation
      ? quote
          .slice(0, to)
          .split(/[，。；,;]/)
          .pop()
      : mark?.quote,
  );
  const place = observation ? {indicator: observation.indicator} : {start};
  const view = findTextView(report, place);
  const readHere = () => {
    closeOpen?.();
    void view!.showPlace(place);
  };
  const name = localize(report.title, language) || periodName(report.period, language);
  return html`
    <p class="path">${path(report, observation, request.passage, language)}</p>
    <blockquote class="quote" lang=${report.language} data-start=${start}>
      ${shown.slice(0, from)}${to > from ? html`<mark class=${mark ? 'name' : nothing}>${shown.slice(from, to)}</mark>` : nothing}${shown.slice(to)}
    </blockquote>
    <p class="from">
      ${dotted(
        localize(report.publisher, language),
        name,
        published && words.published(formatDate(published, language)),
      )}
      ${url ? html`<br /><span class="address">${url}</span>` : nothing}
    </p>
    <p class="acts">
      ${
        view && (view as HTMLElement) !== request.host
          ? html`<button type="button" @click=${readHere}>${words.readHere}</button>`
          : nothing
      }${
        link ? html`<a href=${link} target="_blank" rel="noopener">${words.readInReport}</a>` : nothing
      }<button type="button" @click=${() => copy(request, panel)}>${words.copyCitation}</button
      ><button type="button" @click=${() => closeOpen?.()}>${words.close}</button
      ><span class="told" role="status"></span>
    </p>
  `;
}

/** Where the sentence stands: 二、数据要素… › 加快推进数据产业化. */
function path(
  report: Report,
  observation: Observation | undefined,
  passage: Passage | undefined,
  language: string,
) {
  const at = observation?.provenance.figureStart ?? passage!.start;
  const area = report.areas?.find(({id, items}) =>
    observation ? id === observation.area : items.some(({start, end}) => start <= at && at < end),
  );
  const item = area?.items.find(({start, end}) => start <= at && at < end);
  return [area?.title, item?.title]
    .filter(Boolean)
    .map((title) => displayText(localize(title, language), language))
    .join(' › ');
}

/** One citation as text: the figure, the sentence, who said it, when and where. */
export function citation({report, observation, passage, label, language}: SourceRequest): string {
  const words = popoverWords(language);
  const {quote} = observation?.provenance ?? passage!;
  const figure = observation ? `${label}${words.colon}${figureText(observation, language)}\n` : `${label}\n`;
  const {url, published} = report.source;
  const from = [localize(report.publisher, language), localize(report.title, language), published, url];
  return `${figure}“${quote}”\n${from.filter(Boolean).join(language === 'zh-CN' ? '，' : ', ')}`;
}

async function copy(request: SourceRequest, panel: HTMLElement): Promise<void> {
  const words = popoverWords(request.language);
  const told = panel.querySelector('.told')!;
  const done = await copyText(citation(request));
  told.textContent = done ? words.copied : words.copyFailed;
}

/** Puts text on the clipboard, also on a page without HTTPS and in old browsers. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Denied, or no clipboard on an insecure page.
  }
  let copied = false;
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    copied = true;
  };
  // On the document: where the browser gives a clicked button no focus, the event is not in the panel.
  document.addEventListener('copy', onCopy, true);
  try {
    document.execCommand('copy');
  } catch {
    // Reported below.
  }
  document.removeEventListener('copy', onCopy, true);
  return copied;
}

const popoverStyles = css`
  .pop {
    --_shadow: 0 1px 2px rgba(21, 32, 42, 0.1), 0 12px 32px rgba(21, 32, 42, 0.16);
    --_leading-body: 1.8;
  }
  .pop[data-theme='dark'],
  .pop[data-theme='wall'] {
    --_shadow: 0 0 0 1px #35434f, 0 16px 40px rgba(0, 0, 0, 0.55);
  }
  blockquote {
    margin: 0;
  }
  a {
    color: var(--_accent);
  }
  .pop {
    position: fixed;
    display: none;
    z-index: 2147483647;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    margin: auto;
    width: 26em;
    max-width: calc(100vw - 32px);
    height: -moz-fit-content;
    height: fit-content;
    max-height: calc(100vh - 32px);
    overflow: auto;
    overscroll-behavior: contain;
    padding: calc(var(--_unit) * 4) calc(var(--_unit) * 6);
    background: var(--_surface, #fff);
    box-shadow: var(--_shadow);
    border-radius: 4px;
    border-block-start: var(--_thick) solid var(--_accent);
    text-align: start;
    white-space: normal;
  }
  .pop.open {
    display: block;
  }
  .pop:focus {
    outline: none;
  }
  .pop:popover-open {
    display: block;
  }
  @supports (position-area: block-end) {
    .pop[popover] {
      inset: auto;
      margin: calc(var(--_unit) * 2) 0;
      position-anchor: auto;
      position-area: block-end span-inline-end;
      position-try-fallbacks:
        flip-block,
        flip-inline,
        flip-block flip-inline;
    }
  }
  @media (max-width: 480px) {
    .pop,
    .pop[popover] {
      position-area: none;
      top: auto;
      right: 0;
      bottom: 0;
      left: 0;
      margin: 0;
      width: 100%;
      max-width: none;
      max-height: 80vh;
      border-radius: 0;
      padding-bottom: calc(var(--_unit) * 6 + env(safe-area-inset-bottom, 0px));
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .pop:not([data-theme='wall']) {
      animation: rise 200ms cubic-bezier(0.2, 0, 0.1, 1);
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  .path,
  .from {
    font-size: var(--_caption);
    line-height: 1.5;
    color: var(--_ink-2);
  }
  .address {
    word-break: break-all;
  }
  .quote {
    position: relative;
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
    margin-block-start: calc(var(--_unit) * 3);
    margin-block-end: calc(var(--_unit) * 3);
    line-height: var(--_leading-body);
  }
  .quote::before,
  .quote::after {
    content: '';
    position: absolute;
    width: 14px;
    height: 14px;
    border: 0 solid var(--_accent);
  }
  .quote::before {
    top: 0;
    left: 0;
    border-width: 2px 0 0 2px;
  }
  .quote::after {
    right: 0;
    bottom: 0;
    border-width: 0 2px 2px 0;
  }
  mark {
    background: var(--_accent-mark);
    color: inherit;
    font-weight: 700;
    padding: 0.08em 0.12em;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  mark.name {
    white-space: normal;
  }
  .acts a,
  .acts button {
    display: inline-flex;
    align-items: center;
    min-height: var(--_tap);
    margin-inline-end: calc(var(--_unit) * 5);
    padding: 0;
    font-size: var(--_caption);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .acts a:hover,
  .acts button:hover {
    text-decoration-thickness: 2px;
  }
  .told {
    font-size: var(--_caption);
    color: var(--_ink-2);
  }
  @media (forced-colors: active) {
    .pop {
      border: 2px solid CanvasText;
    }
    mark {
      forced-color-adjust: none;
      background: Mark;
      color: MarkText;
    }
  }
  @media print {
    .pop {
      display: none !important;
    }
  }
`;
