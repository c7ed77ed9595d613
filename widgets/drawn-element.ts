import {ReactiveElement, type PropertyValues} from '@lit/reactive-element';
import type {render, RenderOptions, TemplateResult} from 'lit';

/** Lit's templates, once there is something in the page that is drawn with them (`templates.ts`). */
export const templates: {render?: typeof render} = {};

/** What an element shows: a template, or an element drawn without one. Absent while there is nothing to show. */
export type Drawing = TemplateResult | Element | undefined;

/**
 * What `LitElement` is, but that the renderer of templates, a quarter of what a page with a card would load, comes only
 * with what needs it. Where both have been shown by turns, Lit puts either in the other's place.
 */
export abstract class DrawnElement extends ReactiveElement {
  #renderOptions?: RenderOptions;

  get renderOptions(): RenderOptions {
    return (this.#renderOptions ??= {host: this});
  }

  /** What stands in the root without Lit. */
  #inRoot?: Element;
  #isLits = false;

  protected override update(changed: PropertyValues): void {
    const drawing = this.render();
    super.update(changed);
    if (drawing) this.show(drawing);
  }

  /** Puts a drawing into the root, in place of what stood there. */
  protected show(drawing: TemplateResult | Element): void {
    const root = this.renderRoot;
    if (drawing instanceof Element && !this.#isLits) {
      if (drawing === this.#inRoot) return;
      this.#inRoot?.remove();
      this.#inRoot = drawing;
      // Before style sheets, in browsers where these are elements.
      root.prepend(drawing);
    } else {
      if (!this.#isLits) {
        this.#isLits = true;
        this.#inRoot?.remove();
        this.renderOptions.renderBefore = root.firstChild;
      }
      templates.render!(drawing, root, this.renderOptions);
    }
  }

  protected abstract render(): Drawing;
}

// How Lit's server knows an element, and how its support for hydration reaches one.
Object.assign(DrawnElement, {_$litElement$: true});
(
  globalThis as {litElementHydrateSupport?: (its: {LitElement: typeof DrawnElement}) => void}
).litElementHydrateSupport?.({LitElement: DrawnElement});
