import {css, html, type TemplateResult} from 'lit';
import type {QrCode} from './qr-code.js';

/** The drawing of a code: dark on white in every theme, in print and in forced colours, as readers need it. */
export function renderQrCode({size, path}: QrCode, name: string): TemplateResult {
  return html`<svg
    part="code"
    class="code"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label=${name}
    shape-rendering="crispEdges"
    .style=${`--m:${size}`}
  >
    <path d=${path}></path>
  </svg>`;
}

export const qrCodeStyles = css`
  .code {
    flex: none;
    display: block;
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }
`;
