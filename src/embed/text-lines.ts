/** A stretch of a line that is set alike. Sizes in CSS pixels. */
export interface TextRun {
  text: string;
  size: number;
  weight: 400 | 700;
  colour: string;
  family: 'sans' | 'serif';
  /** Space before it. */
  gap?: number;
  /** How far it is lifted above the line's baseline. */
  rise?: number;
  /** Space added after each character. */
  tracking?: number;
}

/** Width of a text in CSS pixels; `font` as the `font` property and CanvasRenderingContext2D have it. */
export type Measure = (text: string, font: string) => number;

/**
 * The families of the widgets, with what other machines have in their place. Quoted with apostrophes, so that they
 * can stand in an attribute.
 */
export const FAMILIES: Record<TextRun['family'], string> = {
  sans: "'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', Arial, sans-serif",
  serif:
    "'Source Han Serif SC', 'Noto Serif CJK SC', 'Songti SC', STSong, SimSun, 'Noto Serif SC', Georgia, serif",
};

/** The `font` of a run. */
export function runFont({size, weight, family}: TextRun, families = FAMILIES): string {
  return `${weight} ${size}px ${families[family]}`;
}

/** Widths of ASCII in hundredths of an em, of a sans serif a little wider than most, by groups of like width. */
const ASCII: Array<[characters: string, width: number]> = [
  ["ijl'|!.,:;I ", 0.3],
  ['frt()[]{}/\\-"', 0.4],
  ['mwMWO@%', 0.92],
  ['ABCDEGHKNPQRSTUVXYZ&', 0.68],
];

/** Width of a text where nothing can measure it: Han 1 em, digits and most letters .57. */
export function estimateWidth(text: string, font: string): number {
  const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '16');
  let width = 0;
  for (const char of text) {
    if (char >= '\u2e80' || /[“”‘’—…·]/.test(char)) width += 1;
    else width += ASCII.find(([characters]) => characters.includes(char))?.[1] ?? 0.57;
  }
  return width * (/^(?:700|bold)/.test(font) ? 1.04 : 1) * size;
}

/** Width of a run with the space before it. */
export function runWidth(run: TextRun, measure: Measure): number {
  const {text, gap = 0, tracking = 0} = run;
  return gap + measure(text, runFont(run)) + tracking * [...text].length;
}

/** Width of a line. */
export function lineWidth(runs: TextRun[], measure: Measure): number {
  return runs.reduce((sum, run) => sum + runWidth(run, measure), 0);
}

/** Signs that may not begin a line, and those that may not end one. */
const NOT_FIRST = /^[\u00a0·,.:;!?%°)\]}’”»›、。，．：；！？％）］｝〕〉》」』】〗…—～‰℃\u3005\u30fc]/;
const NOT_LAST = /[([{‘“«‹（［｛〔〈《「『【〖￥¥$#＃]$/;
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** What a line can be cut into: a Han character or a Latin word, each with the signs that stay with it. */
function atoms(text: string): string[] {
  const raw = text.match(/[^\s\u2e80-\uffef“”‘’—…]+[^\S\u00a0]*|[\ud800-\udbff][\udc00-\udfff]|[^]/g) ?? [];
  const joined: string[] = [];
  for (const atom of raw) {
    const last = joined[joined.length - 1];
    const sticks = last !== undefined && (NOT_FIRST.test(atom) || NOT_LAST.test(last) || /^\s/.test(atom));
    if (sticks) joined[joined.length - 1] = last + atom;
    else joined.push(atom);
  }
  return joined;
}

/**
 * Runs broken into lines of at most `width`. No line begins with a closing sign or ends with an opening one, a Latin
 * word stays whole where it fits on a line, and the last line is never a single Han character. Beyond `most`
 * lines the text ends in an ellipsis.
 */
export function breakLines(runs: TextRun[], width: number, measure: Measure, most = 12): TextRun[][] {
  const pieces: TextRun[] = [];
  for (const run of runs) {
    atoms(run.text).forEach((text, at) => pieces.push({...run, text, gap: at ? 0 : (run.gap ?? 0)}));
  }
  const fitting: TextRun[] = [];
  for (const piece of pieces) {
    if (runWidth({...piece, text: piece.text.trimEnd(), gap: 0}, measure) <= width) fitting.push(piece);
    // An address, or a word of a hundred letters.
    else for (const text of piece.text) fitting.push({...piece, text, gap: 0});
  }
  const lines: TextRun[][] = [[]];
  let used = 0;
  for (const piece of fitting) {
    const line = lines[lines.length - 1]!;
    // Spaces at the end of a line hang.
    const needed = runWidth({...piece, text: piece.text.trimEnd()}, measure);
    if (line.length && used + needed > width) {
      lines.push([{...piece, gap: 0}]);
      used = runWidth({...piece, gap: 0}, measure);
    } else {
      line.push(line.length ? piece : {...piece, gap: 0});
      used += runWidth(piece, measure);
    }
  }
  const last = lines[lines.length - 1]!;
  const before = lines[lines.length - 2];
  if (before && before.length > 2 && last.length === 1 && HAN.test(last[0]!.text))
    last.unshift(before.pop()!);
  if (lines.length > most) {
    lines.length = most;
    const end = lines[most - 1]!;
    end.push({...end.pop()!, text: '…'});
  }
  return lines.map(joinAlike).map(trimmed);
}

/** Neighbours that are set alike are one run again. */
function joinAlike(pieces: TextRun[]): TextRun[] {
  const joined: TextRun[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    const isAlike =
      last &&
      !piece.gap &&
      (['size', 'weight', 'colour', 'family', 'rise', 'tracking'] as const).every(
        (key) => last[key] === piece[key],
      );
    if (isAlike) last.text += piece.text;
    else joined.push({...piece});
  }
  return joined;
}

function trimmed(runs: TextRun[]): TextRun[] {
  const last = runs[runs.length - 1];
  if (last) last.text = last.text.trimEnd();
  return runs;
}

const HAN_THEN_LATIN = /([\u2e80-\u2fff\u3005-\u3007\u3021-\u9fff])(?=[A-Za-z0-9])/g;
const LATIN_THEN_HAN = /([A-Za-z0-9%])(?=[\u2e80-\u2fff\u3005-\u3007\u3021-\u9fff])/g;

/** A run cut where Han and Latin meet, with an eighth of an em between: what `text-autospace` does in a page. */
export function autospaced(run: TextRun): TextRun[] {
  const texts = run.text.replace(HAN_THEN_LATIN, '$1\n').replace(LATIN_THEN_HAN, '$1\n').split('\n');
  return texts.map((text, at) => ({...run, text, gap: at ? run.size / 8 : (run.gap ?? 0)}));
}

/** Marks that turn the direction of text, controls, and halves of a character: never drawn, and not allowed in XML. */
const UNDRAWN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g;

/** A text on one line, without what a picture cannot show. */
export function drawable(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(UNDRAWN, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
    .replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, '$1\ufffd');
}
