import {element, html, Markup} from '../../src/markup.js';

/** What stands in an element: text, others of its kind, and whatever else may stand in a template. */
type ServedChild = ServedElement | string | object;

/** Stands for a template in the text of an element; taken out of every text, where it would stand for nothing. */
const MARK = '\uffff';

const unmarked = (text: string) => text.split(MARK).join('');

const isElement = (child: ServedChild): child is ServedElement => child instanceof ServedElement;

/**
 * An element drawn by a program, or without a name what holds some, on a server: takes what a figure's drawing gives it, and is written out where
 * it stands in a template, as a template of its own; its values are the templates that it holds.
 */
export class ServedElement {
  /** How Lit knows a template. */
  readonly _$litType$ = 1;
  className = '';
  #attributes = new Map<string, string>();
  #children: ServedChild[] = [];
  #parent?: ServedElement;
  #style = new Map<string, string>();

  constructor(readonly localName: string) {}

  readonly style = {
    setProperty: (name: string, value: string) => void this.#style.set(name, value),
    getPropertyValue: (name: string) => this.#style.get(name) ?? '',
    /** Declarations without a space around their signs, as ours are. */
    setText: (text: string) => {
      this.#style = new Map(text.split(';').map((one) => one.split(':') as [string, string]));
    },
    set cssText(text: string) {
      this.setText(text);
    },
  };

  getAttribute(name: string): string | undefined {
    return this.#attributes.get(name);
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }

  append(...children: ServedChild[]): void {
    for (const child of children) if (isElement(child)) child.#parent = this;
    this.#children.push(...children);
  }

  insertBefore(child: ServedElement, next: ServedElement): void {
    child.#parent = this;
    this.#children.splice(this.#children.indexOf(next), 0, child);
  }

  /** Nothing happens on a server. */
  addEventListener(): void {}

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
    copy.append(...this.#children.map((child) => (isElement(child) ? child.cloneNode() : child)));
    return copy;
  }

  get children(): ServedElement[] {
    return this.#children.filter(isElement);
  }

  get firstElementChild(): ServedElement | null {
    return this.children[0] ?? null;
  }

  get nextElementSibling(): ServedElement | null {
    const siblings = this.#parent?.children ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  get lastElementChild(): ServedElement | null {
    const {children} = this;
    return children[children.length - 1] ?? null;
  }

  get textContent(): string {
    return this.#children
      .map((child) => (isElement(child) ? child.textContent : typeof child === 'string' ? child : ''))
      .join('');
  }

  set textContent(text: string) {
    this.#children = [text];
  }

  /** The first child that has the first class and none of the others: `.u:not(.l):not(.a)`. */
  querySelector(selector: string): ServedElement | null {
    const [wanted, ...unwanted] = selector.match(/[\w-]+(?=$|\)|:)/g)!.filter((name) => name !== 'not');
    const found = this.#children.find((child) => {
      const names = isElement(child) ? child.className.split(' ') : [];
      return names.includes(wanted!) && !unwanted.some((name) => names.includes(name));
    });
    return (found as ServedElement | undefined) ?? null;
  }

  /** The element as HTML, with a mark for each template in it. */
  get #markup(): Markup {
    const attributes = new Map([...this.#attributes].map(([name, value]) => [name, unmarked(value)]));
    if (this.className) attributes.set('class', this.className);
    if (this.#style.size) {
      attributes.set('style', [...this.#style].map(([name, value]) => `${name}:${value}`).join(';'));
    }
    const content = this.#children.map((child) =>
      isElement(child) ? child.#markup : typeof child === 'string' ? unmarked(child) : new Markup(MARK),
    );
    // The only one that has no end.
    if (this.localName === 'wbr') return html`<wbr />`;
    return this.localName ? element(this.localName, attributes, content) : html`${content}`;
  }

  get strings(): TemplateStringsArray {
    const strings = this.#markup.text.split(MARK);
    return Object.assign(strings, {raw: strings});
  }

  /** The templates in it, in the order of the text. */
  get values(): unknown[] {
    return this.#children.flatMap((child) =>
      isElement(child) ? child.values : typeof child === 'string' ? [] : [child],
    );
  }
}
