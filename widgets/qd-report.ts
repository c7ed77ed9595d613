import {css, html, type TemplateResult} from 'lit';
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
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none !important;
    }
  `;

  #given?: Outcome;

  protected prepare(): Fault | undefined {
    return undefined;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (this.#given === this.outcome) return;
    this.#given = this.outcome;
    for (const listener of listeners(this)) if (listener !== this) listener.contextChanged();
  }

  protected renderReady(): TemplateResult {
    return html`<slot></slot>`;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

define('qd-report', QdReport);

declare global {
  interface HTMLElementTagNameMap {
    'qd-report': QdReport;
  }
}
