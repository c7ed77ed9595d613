/**
 * Registers an element once, however many copies of the package a page loads. A later copy says so in the
 * console, and the first one stays.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
  else say(`<${tag}> is defined already; this copy steps aside.`);
}

/** One line in the console, if the page has a working one. */
export function say(message: string, level: 'warn' | 'error' = 'warn'): void {
  try {
    console[level](`qd-widgets: ${message}`);
  } catch {
    // Some old portals replace the console with one that throws.
  }
}
