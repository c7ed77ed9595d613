import {css, html, isServer, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import './templates.js';
import {renderFrame} from './frame.js';
import {define, say} from './define.js';
import {shorten} from './fault.js';
import {arrived, late} from './late.js';
import type {QrCode} from './qr-code.js';
import {qrCodeStyles, renderQrCode} from './render-qr-code.js';
import {ReportElement, type ReadyDetail} from './report-element.js';
import {tokens} from './tokens.js';
import {defineWords} from './words.js';

/** Beyond this a code is too fine for a phone's camera. */
const MAX_LENGTH = 600;

type Words = ReturnType<typeof qrWords>;

/** Screens on which nobody scans what they hold; the style sheet hides the code there. */
const phone = (): MediaQueryList | undefined => window.matchMedia?.('(max-width: 480px)');

/**
 * A code that opens an address on a phone (扫一扫在手机打开当前页), with the address as text beside it. Without
 * `href` it is the page's own address; with `#data-resource-calls`, that place in the page: one figure, one
 * code.
 *
 * On a phone-sized screen only the address is shown. The library that draws the code is loaded when one is to
 * be drawn. Only http and https addresses get a code and a link; any other is shown as text.
 *
 * @customElement qd-qr
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The code with its text.
 * @csspart code - The drawing.
 * @csspart label - What the code is for.
 * @csspart address - The address.
 * @cssprop [--qd-qr-size=7rem] - Width of the code; one with many modules is drawn wider.
 */
export class QdQr extends ReportElement {
  static override properties: PropertyDeclarations = {
    href: {},
    label: {},
  };

  static override styles = [
    tokens,
    qrCodeStyles,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 7rem;
      }
      .qr {
        display: flex;
        align-items: center;
      }
      .code {
        /* Two pixels a module: a finer one cannot be read from a screen. */
        width: max(var(--qd-qr-size, calc(var(--_base) * 7)), calc(var(--m) * 2px));
        max-width: 60%;
        margin-inline-end: calc(var(--_unit) * 4);
      }
      .words {
        min-width: 0;
        line-height: 1.6;
      }
      .address {
        font-size: var(--_caption);
        color: var(--_ink-2);
        overflow-wrap: anywhere;
      }
      a {
        display: inline-block;
        min-height: 24px;
        color: var(--_accent);
        text-underline-offset: 0.25em;
      }
      /* The phone in hand is the phone it would be opened on. */
      @media screen and (max-width: 480px) {
        .code,
        .hint {
          display: none;
        }
      }
    `,
  ];

  /** Address to open: absolute, or relative to the page; `#…` is a place in the page. */
  href?: string | null;

  /** What the code is for, instead of the usual words. */
  label?: string | null;

  #draw?: typeof import('./qr-code.js').qrCode;
  #isMissing = false;
  #address = '';
  #isLink = false;
  /** The drawing, or why there is none. */
  #code?: QrCode | keyof Pick<Words, 'tooLong' | 'noCode' | 'notDrawn'>;
  #drawnFor?: string;
  #phone?: MediaQueryList;

  protected override get needsReport(): boolean {
    return false;
  }

  protected override get readyKey(): unknown {
    return this.#address;
  }

  protected override get readyDetail(): ReadyDetail {
    return {...super.readyDetail, href: this.#address};
  }

  protected prepare(): 'absent' | 'loading' | undefined {
    const {href} = this;
    let url: URL | undefined;
    try {
      url = href
        ? new URL(href, isServer ? undefined : href.startsWith('#') ? location.href : document.baseURI)
        : new URL(location.href.replace(/#.*$/s, ''));
    } catch {
      // Shown as it was typed.
    }
    // A user name in an address makes it look like another host's.
    this.#isLink = Boolean(url && /^https?:$/.test(url.protocol) && !url.username && !url.password);
    this.#address = this.#isLink ? url!.href : (href ?? url?.href ?? '');
    // What the page's address is, a server does not know.
    if (isServer && !url) return 'loading';
    if (!this.#isLink) this.#code = 'noCode';
    else if (this.#address.length > MAX_LENGTH) this.#code = 'tooLong';
    else if (this.#isMissing) this.#code = 'notDrawn';
    else if (!this.#draw && this.#phone?.matches) {
      this.#code = this.#drawnFor = undefined;
      return undefined;
    } else if (!(this.#draw ??= arrived.qr?.qrCode)) {
      this.#load();
      return 'loading';
    } else if (this.#drawnFor !== this.#address) {
      this.#code = this.#draw(this.#address);
    }
    this.#drawnFor = this.#address;
    return undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#phone ??= phone();
    // addListener: Safari before 14.
    this.#phone?.addListener(this.#onResize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#phone?.removeListener(this.#onResize);
  }

  #onResize = () => this.contextChanged();

  async #load(): Promise<void> {
    try {
      this.#draw = (await late.qr()).qrCode;
    } catch {
      this.#isMissing = true;
      say('the file that draws codes is missing beside the others.', 'error');
    }
    this.requestUpdate();
  }

  protected renderReady(): TemplateResult {
    const words = qrWords(this.language);
    const address = this.#address;
    const code = this.#code;
    const isDrawn = typeof code === 'object';
    const label = this.label || (this.href ? words.scanLink : words.scanPage);
    const shown = shorten(address, MAX_LENGTH);
    return renderFrame(
      this,
      'qr',
      html`${isDrawn ? renderQrCode(code, words.codeFor(shown)) : nothing}
        <div class="words">
          ${isDrawn ? html`<p part="label" class="hint">${label}</p>` : nothing}
          <p part="address" class="address">
            ${this.#isLink ? html`<a href=${address} rel="noopener">${shown}</a>` : shown}
          </p>
          ${isDrawn || !code ? nothing : html`<p class="address">${words[code]}</p>`}
        </div>`,
    );
  }
}

const qrWords = defineWords<{
  scanPage: string;
  scanLink: string;
  codeFor: (address: string) => string;
  tooLong: string;
  noCode: string;
  notDrawn: string;
}>('qr', {
  'zh-CN': {
    scanPage: '扫一扫在手机打开当前页',
    scanLink: '扫一扫在手机打开',
    codeFor: (address) => `二维码：${address}`,
    tooLong: '地址太长，画成二维码后手机扫不出来。请换用短一些的地址。',
    noCode: '只有 http 或 https 网址才画二维码。',
    notDrawn: '二维码没有画出来，请使用上面的地址。',
  },
  en: {
    scanPage: 'Scan to open this page on a phone',
    scanLink: 'Scan to open on a phone',
    codeFor: (address) => `QR code: ${address}`,
    tooLong: 'The address is too long for a code that a phone can read. Please use a shorter one.',
    noCode: 'Only http and https addresses get a QR code.',
    notDrawn: 'The QR code could not be drawn; please use the address above.',
  },
});

define('qd-qr', QdQr);

declare global {
  interface HTMLElementTagNameMap {
    'qd-qr': QdQr;
  }
}
