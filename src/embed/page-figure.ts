import {displayText} from '../display-text.js';
import {figureParts} from '../figure-parts.js';
import {figureText} from '../figure-text.js';
import {formatDate} from '../format-date.js';
import {localize} from '../locale.js';
import {markedSpan} from '../marked-span.js';
import {html, type Markup} from '../markup.js';
import type {LocalizedText, Observation, Passage, Report} from '../schema.js';
import {figureLink, sourceLink} from '../source-link.js';
import {isStanding} from './embed-targets.js';
import {figureNote} from './figure-note.js';

/** A text in the language of the pages. */
export function say(text: LocalizedText | undefined): string {
  return displayText(localize(text, 'zh-CN'), 'zh-CN');
}

/** What a figure covers, and for a share of what: 2024年以来; 占行业总量. Empty where the source says neither. */
export function coverage(observation: Observation): string {
  const whole = observation.kind === 'share' && say(observation.of?.label);
  return [figureNote(observation, 'zh-CN'), whole && `占${whole}`].filter(Boolean).join('\u00a0· ');
}

const CLASSES: Record<string, string> = {
  qualifier: 'q',
  ordinal: 's',
  integer: 'n',
  decimal: 'n',
  fraction: 'n',
  scale: 's',
  unit: 'u',
};

/** Room that a text takes, in ems of its own size: digits .6, Han 1, Latin letters about .6. */
function ems(text: string): number {
  let sum = 0;
  for (const char of text) {
    sum += char >= '0' && char <= '9' ? 0.6 : /[.,\s]/.test(char) ? 0.3 : char < '\u2e80' ? 0.68 : 1;
  }
  return sum;
}

/**
 * A figure as printed, its hedge, scale and unit set apart as on the card. No space stands between its pieces:
 * it is read and copied as one quantity. The class says how wide it is, so that a style sheet can fit it.
 */
export function renderFigure(observation: Observation): Markup {
  const plain = figureText(observation, 'zh-CN');
  // 首位, 第一梯队: a place in words is one word.
  const isWord = isStanding(observation.kind) && (observation.kind === 'tier' || !/\d/.test(plain));
  let width = 0;
  const pieces: Array<{kind: string; text: string}> = [];
  for (const {type, value} of figureParts(observation, 'zh-CN')) {
    const kind = CLASSES[type] ?? '';
    const last = pieces[pieces.length - 1];
    const isLarge = kind === 'n' || !kind;
    width += isLarge ? ems(value) : ems(value) * 0.5 + 0.12;
    if (kind === 'n' && last?.kind === kind) last.text += value;
    else pieces.push({kind, text: value});
  }
  const drawn = pieces.map(({kind, text}) => {
    const more = kind !== 'u' ? '' : text === '%' ? ' a' : /^[A-Z]+$/.test(text) ? ' l' : '';
    return kind ? html`<span class="${kind}${more}">${text}</span>` : html`${text}`;
  });
  const size = Math.min(24, Math.max(6, Math.ceil(isWord ? ems(plain) : width)));
  const classes = `f f-${size}${isStanding(observation.kind) ? ' place' : ''}`;
  return html`<p class="${classes}">${isWord ? plain : drawn}</p>`;
}

/** The sentence that a figure stands in, with the figure marked. */
export function renderSentence(observation: Observation): Markup {
  const {quote} = observation.provenance;
  const [from, to] = markedSpan(observation);
  // Sign for sign as long as the quote, so that offsets into the one hold for the other.
  const shown = displayText(quote, 'zh-CN');
  return html`${shown.slice(0, from)}<mark>${shown.slice(from, to)}</mark>${shown.slice(to)}`;
}

/** Whose words they are, of when, and the way to them. */
export function renderSource(report: Report, href: string | undefined): Markup {
  const {published} = report.source;
  const date =
    published && html`，<time datetime="${published}">${formatDate(published, 'zh-CN')}</time>发布`;
  return html`${say(report.publisher)}${date}${
    href && html`<span class="dot"> · </span><a href="${href}" target="_blank" rel="noopener">查看原文</a>`
  }`;
}

/** A figure's sentence with its source. */
export function renderQuotation(report: Report, observation: Observation): Markup {
  const {url} = report.source;
  return html`<figure class="said" id="sentence">
    <blockquote lang="${report.language}" ${url && html` cite="${url}"`}>
      <p>${renderSentence(observation)}</p>
    </blockquote>
    <figcaption>${renderSource(report, figureLink(report, observation))}</figcaption>
  </figure>`;
}

/** The way from a passage to its place in the source. */
export function renderPassageLink(report: Report, {quote}: Passage, what: string): Markup | undefined {
  // The first clause is enough to find it, and short enough for an address.
  const href = sourceLink(report, quote.split(/[，。；,;]/)[0]);
  return href === undefined
    ? undefined
    : html`<a class="to" href="${href}" target="_blank" rel="noopener"
        ><span class="hidden">${what}，</span>原文</a
      >`;
}
