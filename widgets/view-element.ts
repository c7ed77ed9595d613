import {css, type PropertyValues, type TemplateResult} from 'lit';
import type {Report} from '../src/schema.js';
import './templates.js';
import {say} from './define.js';
import type {Fault} from './fault.js';
import {arrived, late, type LateViews} from './late.js';
import {ReportElement} from './report-element.js';
import {tokens} from './tokens.js';

/** The views that were asked for, for every copy of a tag. */
const coming: {[Name in keyof LateViews]?: Promise<unknown>} = {};

/**
 * While its view is on its way a tag is as high as its fallback, which may be nothing. A browser that remembered that
 * height would take a long page of such tags for a short one, and lay out all of them as if they were in view.
 */
const waitingStyles = css`
  :host([state='loading'][state]) {
    contain-intrinsic-size: 10rem 9rem;
    content-visibility: visible;
  }
`;

const stop = (event: Event) => event.stopPropagation();

/**
 * A tag whose drawing is large and comes late: asked for as soon as the first such tag is on the page, beside its
 * report. Until then the tag has its attributes, and its children are shown.
 */
export abstract class ViewElement<Name extends keyof LateViews> extends ReportElement {
  static override styles = [tokens, waitingStyles];

  /** The view, once it has come. */
  protected view?: InstanceType<LateViews[Name]>;

  /** Which view draws the tag. */
  protected abstract readonly viewName: Name;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // Of all that it is made of the page hears nothing; of the whole once.
    root.addEventListener('qd-ready', stop);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.view?.connected?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.view?.disconnected?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.view) this.#bringView();
    this.view?.changed?.(changed);
    super.willUpdate(changed);
    if (this.state === 'ready') this.view!.settle?.();
  }

  #bringView(): void {
    const name = this.viewName;
    const View = arrived[name] as (new (host: this) => typeof this.view) | undefined;
    if (View) {
      this.view = new View(this);
      if (this.isConnected) this.view!.connected?.();
      return;
    }
    coming[name] ??= late[name]().catch(() => say('a file of the package is missing.', 'error'));
    void coming[name].then((view) => {
      if (!view) return;
      // A view may have been put in by hand.
      arrived[name] = view as LateViews[Name];
      this.contextChanged();
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.view?.updated?.();
  }

  protected override prepare(report: Report | undefined): Fault | 'absent' | 'loading' | undefined {
    return this.view ? this.view.prepare(report) : 'loading';
  }

  protected override renderReady(): TemplateResult {
    return this.view!.render();
  }

  protected override get heading(): string {
    return this.view?.heading ?? '';
  }

  protected override get absence(): string | undefined {
    return this.view?.absence;
  }

  protected override get readyDetail(): object {
    return {...super.readyDetail, ...this.view?.readyDetail};
  }

  protected override get readyKey(): unknown {
    return this.view?.readyKey;
  }
}
