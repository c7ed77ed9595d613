import {css, html, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import './templates.js';
import type {Fault} from './fault.js';
import {listeners} from './context.js';
import {define} from './define.js';
import {ReportElement, type Outcome} from './report-element.js';

/**
 * Gives its report to all tags inside it, and shows nothing of its own.
 *
 * When the report cannot be had, every tag inside says so in its place.
 *
 * @customElement qd-report
 * @slot - The page's content, with tags that take the report from here.
 */
export class QdReport extends ReportElement {
  static override properties: PropertyDeclarations = {
    given: {attribute: false},
  };

  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none !important;
    }
  `;

  /**
   * A report that was found and proven already: how a tag made of tags hands its own on.
   *
   * @internal
   */
  given?: Outcome;

  #shared?: Outcome;

  protected prepare(): Fault | undefined {
    return undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.given) {
      this.outcome = this.given;
      this.state = 'ready';
    } else super.willUpdate(changed);
    if (this.#shared === this.outcome) return;
    this.#shared = this.outcome;
    for (const listener of listeners(this)) if (listener !== this) listener.contextChanged();
  }

  protected renderReady(): TemplateResult {
    return html`<slot></slot>`;
  }

  protected override render(): TemplateResult {
    this.openRoot();
    return html`<slot></slot>`;
  }
}

define('qd-report', QdReport);

declare global {
  interface HTMLElementTagNameMap {
    'qd-report': QdReport;
  }
}
