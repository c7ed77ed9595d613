import {templates} from './drawn-element.js';

/** Makes the elements of a drawing; without a tag, what holds some. A server, which has no document, puts in what stands for one. */
export const drawing = {
  create: (tag: string): HTMLElement =>
    (tag ? document.createElement(tag) : document.createDocumentFragment()) as HTMLElement,
  /** Puts templates and elements into one that is drawn, in place of what it held; once something has brought what can. */
  fill: (element: HTMLElement, content: unknown[]): unknown => templates.render?.(content, element),
};

/** Draws an element: its class, the part of the card that it is, and what is in it. */
export function drawElement(
  tag: string,
  name: string,
  part: string | undefined,
  ...content: Array<Node | string>
): HTMLElement {
  const element = drawing.create(tag);
  element.className = name;
  if (part) element.setAttribute('part', part);
  element.append(...content);
  return element;
}
