import type {Report} from '../src/schema.js';
import {listeners} from './context.js';

/** A place of the report's text: that of a figure, or a passage. */
export type TextPlace = {start: number; indicator?: undefined} | {indicator: string; start?: undefined};

/** A tag that shows the report's text, as other tags of the page see it. */
export interface TextView extends HTMLElement {
  readonly outcome: {report?: Report};
  /** Whether the place is in the part of the text that is shown. */
  hasPlace(place: TextPlace): boolean;
  /** Opens the section, scrolls to the place and puts the focus there. */
  showPlace(place: TextPlace): Promise<boolean>;
}

/** The tag on this page that shows a place of the same report's text; one that a reader can see comes first. */
export function findTextView(report: Report, place: TextPlace): TextView | undefined {
  const views = (listeners() as Array<Partial<TextView>>).filter(
    (view) => view.hasPlace && view.outcome?.report?.id === report.id && view.hasPlace(place),
  ) as TextView[];
  return views.find((view) => view.getClientRects().length) ?? views[0];
}
