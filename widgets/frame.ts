import {html, nothing, type TemplateResult} from 'lit';

/** An element that is drawn in a language and a look. */
interface Framed {
  language: string;
  look: {theme: string; text: string};
}

/** The inner root that carries language, theme and text size. A card, which is all that most pages have, writes its own. */
export function renderFrame(host: object, classes: string, content: unknown, isBusy = false): TemplateResult {
  const {language, look} = host as Framed;
  return html`<div
    part="base"
    class="qd ${classes}"
    lang=${language}
    data-theme=${look.theme}
    data-text=${look.text}
    aria-busy=${isBusy ? 'true' : nothing}
  >
    ${content}
  </div>`;
}
