import {html, type TemplateResult} from 'lit';
import {frameWords} from './frame-words.js';
import {lazy} from './lazy.js';
import type {SourceRequest} from './source-popover.js';

/** The button that opens the sentence a figure stands in. */
export function renderSourceButton(
  request: Omit<SourceRequest, 'button'>,
  drawing?: unknown,
): TemplateResult {
  const words = frameWords(request.language);
  const onClick = async (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    const {openSource} = await lazy.popover();
    openSource({...request, button});
  };
  return html`<button
    part="source"
    class=${drawing ? 'open' : 'source'}
    type="button"
    aria-haspopup="dialog"
    aria-expanded="false"
    aria-label=${words.sourceOf(request.name ?? request.label)}
    @click=${onClick}
  >
    ${drawing ?? words.source}
  </button>`;
}
