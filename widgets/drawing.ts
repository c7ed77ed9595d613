/** Makes the elements of a drawing; without a tag, what holds some. A server, which has no document, puts in what stands for one. */
export const drawing = {
  create: (tag: string): HTMLElement =>
    (tag ? document.createElement(tag) : document.createDocumentFragment()) as HTMLElement,
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
