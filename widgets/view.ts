import type {CSSResult, PropertyValues, TemplateResult} from 'lit';
import type {Report} from '../src/schema.js';
import {adoptOnce} from './adopt-once.js';
import type {Fault} from './fault.js';
import {renderFrame} from './frame.js';
import type {Outcome, ReportElement} from './report-element.js';

/** What a view uses of its element that no page needs. */
interface Inner {
  language: string;
  look: {theme: string; text: string};
}

/**
 * What draws one element of a large tag, and remembers what its reader did. It comes late, with the style sheets
 * of its own (`ViewElement` brings it); the element has the attributes and the life cycle.
 *
 * A class, since it is one object for one element, made by a name that comes late.
 */
export abstract class View<Host extends ReportElement = ReportElement> {
  /** What the view adds to the style sheets of the element. */
  static styles: CSSResult[] = [];

  constructor(readonly host: Host) {
    // Before the style sheets of states and looks, as if they had been the element's own.
    adoptOnce(host, (this.constructor as typeof View).styles, true);
  }

  protected get language(): string {
    return (this.host as unknown as Inner).language;
  }

  protected get look(): Inner['look'] {
    return (this.host as unknown as Inner).look;
  }

  protected get outcome(): Outcome {
    return this.host.outcome;
  }

  protected renderFrame(classes: string, content: unknown, isBusy = false): TemplateResult {
    return renderFrame(this.host, classes, content, isBusy);
  }

  /** Takes note of changed attributes, before the report is looked at. */
  changed?(changed: PropertyValues): void;

  /** As the element's own. */
  abstract prepare(report: Report | undefined): Fault | 'absent' | 'loading' | undefined;

  /** Works out what is drawn, once language and look are settled. */
  settle?(): void;

  /** Draws what {@link prepare} found. */
  abstract render(): TemplateResult;

  updated?(): void;

  /** The element, or the view of one that is there already, has come into a page. */
  connected?(): void;

  disconnected?(): void;

  /** As the element's own. */
  get heading(): string {
    return '';
  }

  get absence(): string | undefined {
    return undefined;
  }

  get readyDetail(): object {
    return {};
  }

  get readyKey(): unknown {
    return this.outcome.report;
  }
}
