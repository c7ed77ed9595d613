// Google's Material Web: its card and its text button.
import '@material/web/button/text-button.js';
import '@material/web/labs/card/outlined-card.js';
import './static.css';
import {markup} from './markup.js';

const inside = (card) =>
  markup(card)
    .replace(/button/g, 'md-text-button')
    .replace('type="md-text-button"', '');
const fill = (root, cards) =>
  (root.innerHTML = cards
    .map((card) => `<md-outlined-card><div class="card">${inside(card)}</div></md-outlined-card>`)
    .join(''));

contest({
  fill,
  isDrawn: (card) => !card.isUpdatePending && !card.querySelector('md-text-button').isUpdatePending,
  change: fill,
});
