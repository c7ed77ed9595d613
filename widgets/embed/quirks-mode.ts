import {cardStyles} from '../card-styles.js';

/**
 * In a page in quirks mode a height in percent goes up to the window, past every box without a height of its own:
 * a card would be as high as the window. There, cards of a row forgo a common height.
 */
export function fitQuirksMode(): void {
  if (document.compatMode !== 'BackCompat') return;
  cardStyles.styleSheet?.insertRule('.m{height:auto!important}');
}
