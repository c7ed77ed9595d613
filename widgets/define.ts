/**
 * Registers an element once, however many copies of the package a page loads. A later copy says so in the
 * console, and the first one stays.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag)) say(`<${tag}> is defined already; this copy steps aside.`);
  else {
    // Makes elements of all such tags in the page.
    customElements.define(tag, element);
    Object.assign(element, {isDefined: true});
  }
}

/** One line in the console, if the page has a working one. */
export function say(message: string, level: 'warn' | 'error' = 'warn'): void {
  try {
    console[level](`qd-widgets: ${message}`);
  } catch {
    // Some old portals replace the console with one that throws.
  }
}
