import {drawElement} from './drawing.js';
import {frameWords} from './frame-words.js';
import {lazy} from './lazy.js';
import type {SourceRequest} from './source-popover.js';

/**
 * The button that opens the sentence a figure stands in, as `renderSourceButton` has it, for rows that are drawn without
 * a template. It has no name yet, so that it can be copied, and no listener: {@link listenForSources} hears for all.
 */
export function drawSourceButton(): HTMLElement {
  const button = drawElement('button', 'source', 'source');
  button.setAttribute('type', 'button');
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  return button;
}

/** Says on a button of which figure it is. */
export function nameSourceButton(button: Element, label: string, language: string): void {
  const {source, sourceOf} = frameWords(language);
  button.setAttribute('aria-label', sourceOf(label));
  button.textContent = source;
}

/** Hears clicks for all source buttons inside an element; `requestOf` says what a button opens. */
export function listenForSources(
  requestOf: (button: HTMLElement) => Omit<SourceRequest, 'button'> | undefined,
): EventListenerObject & AddEventListenerOptions {
  return {
    // An open sentence asks its button anew with a click that does not bubble.
    capture: true,
    handleEvent({target}) {
      const button = (target as Element).closest<HTMLElement>('.source');
      const request = button && requestOf(button);
      if (request) void lazy.popover().then(({openSource}) => openSource({...request, button}));
    },
  };
}
