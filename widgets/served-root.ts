import {adoptStyles, render, type PropertyValues} from 'lit';
import './templates.js';
import {DrawnElement} from './drawn-element.js';
import type {ReportElement} from './report-element.js';

/** An element and the steps of its update, which are its own business otherwise. */
type Host = DrawnElement &
  Pick<ReportElement, 'state'> & {
    language: string;
    look: {theme: string; text: string};
    shouldUpdate(changed: PropertyValues): boolean;
    willUpdate(changed: PropertyValues): void;
    update(changed: PropertyValues): void;
    render(): unknown;
  };

/**
 * Prepares an element whose shadow root came with the page, drawn on a server. It stays as it is until the element
 * has something to show: then Lit hydrates it, where the page has loaded the support for that and the server drew
 * the same; otherwise what the element shows takes its place, so that nothing stands there twice.
 */
export function takeOver(element: ReportElement): false {
  const host = element as unknown as Host;
  // Only where the support was loaded before Lit does Lit know of it, and listens for this attribute.
  const canHydrate = (host.constructor as typeof DrawnElement).observedAttributes.includes('defer-hydration');
  host.shouldUpdate = () => false;
  // The attribute says what it was on the server.
  host.state = 'loading';
  // A part of another one's drawing waits: that one will draw it anew.
  if (!canHydrate && host.hasAttribute('defer-hydration')) return false;
  const begin = () => {
    host.shouldUpdate = (changed) => replace(host, changed, canHydrate);
    host.requestUpdate();
  };
  // The parser may not have gone past it yet.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, {once: true});
  // Lit refuses requests while it asks whether to update.
  else void Promise.resolve().then(begin);
  return false;
}

function replace(host: Host, changed: PropertyValues, canHydrate: boolean): boolean {
  const root = host.shadowRoot!;
  host.willUpdate(changed);
  if (host.state === 'loading') return false;
  Reflect.deleteProperty(host, 'shouldUpdate');
  if (!root.adoptedStyleSheets.length) {
    adoptStyles(root, (host.constructor as typeof DrawnElement).elementStyles);
  }
  if (!canHydrate || !isSame(root, host)) {
    clear(root);
    return true;
  }
  // What the support for hydration has put in its place marks the element as one to hydrate.
  DrawnElement.prototype['createRenderRoot'].call(host);
  host.update = (changed) => {
    Reflect.deleteProperty(host, 'update');
    try {
      host.update(changed);
    } catch {
      // Another version of the package wrote other markup.
      clear(root);
      host.update(changed);
    }
  };
  return true;
}

function clear(root: ShadowRoot): void {
  while (root.lastChild) root.lastChild.remove();
}

/** Whether a server drew what the element would draw now: the same words, in the same language and look. */
function isSame(root: ShadowRoot, host: Host): boolean {
  const base = root.querySelector<HTMLElement>('.qd');
  if (base) {
    const {lang, dataset} = base;
    const {language, look} = host;
    if (lang !== language || dataset['theme'] !== look.theme || dataset['text'] !== look.text) return false;
  }
  const content = host.render();
  // What is drawn without a template has nothing that Lit could hydrate.
  if (content instanceof Element) return false;
  const drawn = document.createDocumentFragment();
  render(content, drawn, host.renderOptions);
  return words(drawn) === words(root);
}

/** The text a reader meets, without what is between the words. */
function words(root: DocumentFragment): string {
  let text = '';
  for (const child of root.childNodes) {
    if (child.nodeName !== 'STYLE' && child.nodeName !== '#comment') text += child.textContent;
  }
  return text.replace(/\s+/g, '');
}
