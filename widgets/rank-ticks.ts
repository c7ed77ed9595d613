import {html, type TemplateResult} from 'lit';

/** More than this cannot be told apart on a line. */
const MOST_TICKS = 120;

/** Where a place stands among all, as ticks on a line from the first to the last. */
export interface RankTicks {
  /** One tick a place, or every tenth, hundredth … where there are many. Paths in a box of 300 by 18. */
  minor: string;
  tall: string;
  mark: string;
}

/**
 * The ticks for a place among a stated total; nothing where they would not be true: no whole numbers, a place
 * beyond the total, or a total of one.
 */
export function rankTicks(place: number, total: number): RankTicks | undefined {
  if (!(place >= 1 && place <= total && total > 1 && place % 1 === 0 && total % 1 === 0)) return undefined;
  let step = 1;
  while (total / step > MOST_TICKS) step *= 10;
  const at = (position: number) => (((position - 0.5) / total) * 300).toFixed(2);
  let minor = '';
  let tall = '';
  for (let position = step; position <= total; position += step) {
    if (position === place) continue;
    if (position % (step * 10)) minor += `M${at(position)} 11V18`;
    else tall += `M${at(position)} 8V18`;
  }
  return {minor, tall, mark: `M${at(place)} 0V18`};
}

/** Draws them: thin is the whole, thick is the place. */
export function renderRankTicks({minor, tall, mark}: RankTicks, label: string): TemplateResult {
  return html`<svg
    class="ticks"
    viewBox="0 0 300 18"
    preserveAspectRatio="none"
    role="img"
    aria-label=${label}
  >
    <path class="minor" d=${minor}></path>
    <path d=${tall}></path>
    <path class="mark" d=${mark}></path>
  </svg>`;
}
