// The least custom element that one could write by hand.
import css from './card.css?inline';
import {markup} from './markup.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

class PlainCard extends HTMLElement {
  #root = this.attachShadow({mode: 'open'});

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
  }

  set card(card) {
    this.#root.innerHTML = `<div class="card">${markup(card)}</div>`;
  }
}
customElements.define('plain-card', PlainCard);

const change = (root, cards) => [...root.children].forEach((el, i) => (el.card = cards[i]));

contest({
  fill(root, cards) {
    root.innerHTML = '<plain-card></plain-card>'.repeat(cards.length);
    change(root, cards);
  },
  change,
});
