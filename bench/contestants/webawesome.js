// Web Awesome: its card and its button.
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/card/card.js';
import './static.css';
import {markup} from './markup.js';

const inside = (card) => markup(card).replace(/<(\/?)button( type="button")?/g, '<$1wa-button');
const fill = (root, cards) =>
  (root.innerHTML = cards
    .map((card) => `<wa-card><div class="card">${inside(card)}</div></wa-card>`)
    .join(''));

contest({
  fill,
  isDrawn: (card) => !card.isUpdatePending && !card.querySelector('wa-button').isUpdatePending,
  change: fill,
});
