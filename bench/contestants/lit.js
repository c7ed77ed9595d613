// The least LitElement that one could write by hand.
import {css, html, LitElement, unsafeCSS} from 'lit';
import styles from './card.css?inline';

class LitCard extends LitElement {
  static properties = {card: {attribute: false}};

  static styles = [
    unsafeCSS(styles),
    css`
      :host {
        display: block;
      }
    `,
  ];

  render() {
    if (!this.card) return '';
    const {label, pieces, note, name} = this.card;
    return html`<div class="card">
      <p class="label">${label}</p>
      <p class="figure">${pieces.map(([kind, text]) => html`<span class=${kind}>${text}</span>`)}</p>
      <p class="note">${note}</p>
      <p class="foot"><button type="button" aria-label=${name}>出处</button></p>
    </div>`;
  }
}
customElements.define('lit-card', LitCard);

const change = (root, cards) => [...root.children].forEach((el, i) => (el.card = cards[i]));

contest({
  fill(root, cards) {
    root.innerHTML = '<lit-card></lit-card>'.repeat(cards.length);
    change(root, cards);
  },
  isDrawn: (card) => !card.isUpdatePending,
  change,
});
