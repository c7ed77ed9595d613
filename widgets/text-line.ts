import type {OutlineLine, IgnoredMark, Mark} from '../src/report-outline.js';

/** A stretch of a line that is drawn alike. */
export interface TextRun {
  text: string;
  isLead: boolean;
  mark?: Mark;
  ignored?: IgnoredMark;
}

/**
 * A line cut at its marks. `shown` is the text as it is displayed, sign for sign as long as the quote, so that
 * offsets into the one hold for the other.
 */
export function textRuns({lead, marks, ignored}: OutlineLine, shown: string, hasIgnored: boolean): TextRun[] {
  const cuts: Array<{from: number; to: number; mark?: Mark; ignored?: IgnoredMark}> = [
    ...marks.map((mark) => ({from: mark.from, to: mark.to, mark})),
    ...(hasIgnored ? ignored.map((entry) => ({from: entry.from, to: entry.to, ignored: entry})) : []),
  ].sort((a, b) => a.from - b.from);
  const runs: TextRun[] = [];
  let at = 0;
  const upTo = (end: number) => {
    for (const stop of at < lead && lead < end ? [lead, end] : [end]) {
      if (at < stop) runs.push({text: shown.slice(at, stop), isLead: stop <= lead});
      at = stop;
    }
  };
  for (const {from, to, mark, ignored} of cuts) {
    upTo(from);
    runs.push({text: shown.slice(from, to), isLead: to <= lead, mark, ignored});
    at = to;
  }
  upTo(shown.length);
  return runs;
}
