/** What `@lit-labs/ssr` notes on an element about where it stands; a server has no tree to ask. */
interface Served {
  localName?: string;
  __host?: Element;
  __eventTargetParent?: Served;
  hasAttribute?(name: string): boolean;
}

/**
 * On a server, the next element of the family outwards: the one in whose content or shadow root this one stands.
 * Ordinary elements between them are not known there.
 */
export function servedParent(element: Element): Element | undefined {
  const {__host: host, __eventTargetParent: parent} = element as Served;
  // The place of a child is the slot it is put into, which knows whose it is.
  return parent?.hasAttribute ? (parent as Element) : (parent?.__host ?? host);
}

/** `closest` on a server, for a tag's name or `[attribute]`. */
export function servedClosest(start: Element, selector: string): Element | null {
  const [, attribute] = /^\[(.+)\]$/.exec(selector) ?? [];
  for (let at: Element | undefined = start; at; at = servedParent(at)) {
    if (attribute ? at.hasAttribute?.(attribute) : at.localName === selector) return at;
  }
  return null;
}
