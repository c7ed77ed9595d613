import {element, html, type Markup} from '../../src/markup.js';

/**
 * An element drawn by a program, or without a name what holds some, on a server: takes what a figure's drawing gives it, and is written out where
 * it stands in a template, as a template of its own without values.
 */
export class ServedElement {
  /** How Lit knows a template. */
  readonly _$litType$ = 1;
  readonly values = [];
  className = '';
  #attributes = new Map<string, string>();
  #children: Array<ServedElement | string> = [];
  #parent?: ServedElement;
  #style = new Map<string, string>();

  constructor(readonly localName: string) {}

  readonly style = {
    setProperty: (name: string, value: string) => void this.#style.set(name, value),
    getPropertyValue: (name: string) => this.#style.get(name) ?? '',
  };

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }

  append(...children: Array<ServedElement | string>): void {
    for (const child of children) if (typeof child !== 'string') child.#parent = this;
    this.#children.push(...children);
  }

  prepend(child: ServedElement): void {
    child.#parent = this;
    this.#children.unshift(child);
  }

  remove(): void {
    if (!this.#parent) return;
    const siblings = this.#parent.#children;
    siblings.splice(siblings.indexOf(this), 1);
    this.#parent = undefined;
  }

  /** With all that is in it, as no copy without is ever asked for. */
  cloneNode(): ServedElement {
    const copy = new ServedElement(this.localName);
    copy.className = this.className;
    for (const [name, value] of this.#attributes) copy.setAttribute(name, value);
    for (const [name, value] of this.#style) copy.style.setProperty(name, value);
    copy.append(...this.#children.map((child) => (typeof child === 'string' ? child : child.cloneNode())));
    return copy;
  }

  get children(): ServedElement[] {
    return this.#children.filter((child) => typeof child !== 'string');
  }

  get firstElementChild(): ServedElement | null {
    return this.children[0] ?? null;
  }

  get lastElementChild(): ServedElement | null {
    const {children} = this;
    return children[children.length - 1] ?? null;
  }

  get textContent(): string {
    return this.#children.map((child) => (typeof child === 'string' ? child : child.textContent)).join('');
  }

  set textContent(text: string) {
    this.#children = [text];
  }

  /** The first child that has the first class and none of the others: `.u:not(.l):not(.a)`. */
  querySelector(selector: string): ServedElement | null {
    const [wanted, ...unwanted] = selector.match(/[\w-]+(?=$|\)|:)/g)!.filter((name) => name !== 'not');
    const found = this.#children.find((child) => {
      const names = typeof child === 'string' ? [] : child.className.split(' ');
      return names.includes(wanted!) && !unwanted.some((name) => names.includes(name));
    });
    return (found as ServedElement | undefined) ?? null;
  }

  /** The element as HTML. */
  get markup(): Markup {
    const attributes = new Map(this.#attributes);
    if (this.className) attributes.set('class', this.className);
    if (this.#style.size) {
      attributes.set('style', [...this.#style].map(([name, value]) => `${name}:${value}`).join(';'));
    }
    const content = this.#children.map((child) => (typeof child === 'string' ? child : child.markup));
    // The only one that has no end.
    if (this.localName === 'wbr') return html`<wbr />`;
    return this.localName ? element(this.localName, attributes, content) : html`${content}`;
  }

  get strings(): TemplateStringsArray {
    const strings = [this.markup.text];
    return Object.assign(strings, {raw: strings});
  }
}
