/** How far, in windows, a reader's eye follows a moving page. */
const FOLLOWED = 2;

/**
 * Scrolls an element to the middle of the window and puts the focus on `focused`. The page moves only over
 * short ways, and not at all for a reader who asked for no motion.
 */
export function bringIntoView(element: Element, focused: HTMLElement | null | undefined): void {
  focused?.focus({preventScroll: true});
  const {top} = element.getBoundingClientRect();
  const isFar = Math.abs(top) > innerHeight * FOLLOWED;
  const isStill = isFar || window.matchMedia?.('(prefers-reduced-motion: reduce)')?.matches;
  // Not `auto`, which leaves it to the page's own style.
  element.scrollIntoView({block: 'center', inline: 'nearest', behavior: isStill ? 'instant' : 'smooth'});
}
