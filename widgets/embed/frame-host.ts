import {HELLO, readHeight} from './frame-messages.js';
import {readAddress} from './read-address.js';

/** Gives the frames that show our embed pages the height of their content. */
export function startFrameHost(hosts: Set<string>): void {
  const greeted = new Set<HTMLIFrameElement>();

  function greet(frame: HTMLIFrameElement): void {
    greeted.delete(frame);
    if (!readAddress(frame.getAttribute('src'), hosts)) return;
    greeted.add(frame);
    // To any origin: that of a sandboxed frame has no name, and a greeting tells nothing.
    frame.contentWindow?.postMessage(HELLO, '*');
  }

  /** The origin a frame's own page has. */
  function originOf(frame: HTMLIFrameElement): string {
    const isOpaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
    return isOpaque || origin === 'null' ? 'null' : new URL(frame.src, document.baseURI).origin;
  }

  addEventListener('message', (event) => {
    const height = readHeight(event.data);
    if (height === undefined) return;
    for (const frame of greeted) {
      if (!frame.isConnected) greeted.delete(frame);
      else if (event.source && frame.contentWindow === event.source) {
        if (event.origin === originOf(frame)) fit(frame, height);
        return;
      }
    }
  });
  // Loading does not bubble, but it is seen on its way down: frames that come late, and those that load again.
  document.addEventListener(
    'load',
    ({target}) => {
      if ((target as Node).nodeName === 'IFRAME') greet(target as HTMLIFrameElement);
    },
    true,
  );
  for (const frame of document.querySelectorAll('iframe')) greet(frame);
}

/** Sets the height of the frame's content; the border that the page's style sheet counts in comes on top. */
function fit(frame: HTMLIFrameElement, height: number): void {
  const style = getComputedStyle(frame);
  let rim = 0;
  if (style.boxSizing === 'border-box') {
    for (const size of [
      style.borderTopWidth,
      style.borderBottomWidth,
      style.paddingTop,
      style.paddingBottom,
    ]) {
      rim += parseFloat(size) || 0;
    }
  }
  const wanted = `${height + rim}px`;
  if (frame.style.height !== wanted) frame.style.height = wanted;
}
