import {clampHeight, heightMessage, isHello} from './frame-messages.js';

/**
 * Tells the page around how high this one is, once it has greeted. Only for a page that says by
 * `<html data-qd-frame>` that it is made for a frame.
 */
export function startFrameGuest(): void {
  const root = document.documentElement;
  if (parent === window || !root.hasAttribute('data-qd-frame')) return;
  let origin: string | undefined;
  let told = 0;
  /** The sentence's panel, while it is open: it lies above the page and adds nothing to its height. */
  let panel: Element | undefined;

  function tell(): void {
    // The content's height, never the frame's: or it could only grow. Nothing has a height in a hidden frame.
    const content = root.getBoundingClientRect().height;
    if (origin === undefined || !content) return;
    const open = panel?.isConnected && panel.getBoundingClientRect().height ? panel.scrollHeight : 0;
    // Below its button it needs its height and its margins; on a phone it may take four fifths of the frame.
    const height = clampHeight(open ? Math.max(content + open + 48, open * 1.25 + 8) : content);
    if (height === told) return;
    told = height;
    // An opaque origin cannot be named.
    parent.postMessage(heightMessage(height), origin === 'null' ? '*' : origin);
  }

  addEventListener('message', (event) => {
    if (event.source !== parent || !isHello(event.data)) return;
    origin = event.origin;
    told = 0;
    tell();
  });
  if (typeof ResizeObserver === 'undefined') {
    addEventListener('load', tell);
    return;
  }
  const observer = new ResizeObserver(tell);
  observer.observe(root);
  // A panel takes the focus when it opens; its own size then tells when it changes and when it is gone.
  document.addEventListener('focusin', (event) => {
    const target = event.composedPath()[0] as Element;
    if (target === panel || target.getAttribute?.('role') !== 'dialog') return;
    if (panel) observer.unobserve(panel);
    panel = target;
    observer.observe(panel);
  });
}
