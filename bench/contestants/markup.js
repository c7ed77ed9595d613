/** The inside of a card: label, figure with hedge and unit, note, source button. */
export const markup = ({label, pieces, note, name}) =>
  `<p class="label">${label}</p><p class="figure">${pieces
    .map(([kind, text]) => `<span class="${kind}">${text}</span>`)
    .join(
      '',
    )}</p><p class="note">${note}</p><p class="foot"><button type="button" aria-label="${name}">出处</button></p>`;
