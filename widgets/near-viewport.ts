/** How far outside the window an element already counts as near. */
const MARGIN = '400px';

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

/**
 * Calls back once, when the element comes near the viewport, or at once where a browser cannot tell. One observer
 * for all that wait, there only while one does.
 */
export function whenNear(element: Element, callback: () => void): void {
  if (typeof IntersectionObserver !== 'function') {
    callback();
    return;
  }
  waiting.set(element, callback);
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const {isIntersecting, target} of entries) {
        if (!isIntersecting) continue;
        const near = waiting.get(target);
        stopWaiting(target);
        near?.();
      }
    },
    {rootMargin: MARGIN},
  );
  observer.observe(element);
}

/** Forgets an element that waits. */
export function stopWaiting(element: Element): void {
  if (!waiting.delete(element)) return;
  observer?.unobserve(element);
  if (waiting.size) return;
  observer?.disconnect();
  observer = undefined;
}
