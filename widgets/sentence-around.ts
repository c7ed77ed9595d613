import type {Passage, Report} from '../src/schema.js';

/**
 * The whole sentence that a name stands in, so that a reader sees what is said of it. The passage itself where
 * the report does not carry its text, or carries another one there.
 */
export function sentenceAround({passages}: Report, passage: Passage): Passage {
  const {quote, start, end} = passage;
  const line = passages?.find((at) => at.start <= start && end <= at.end);
  if (!line || line.quote.slice(start - line.start, end - line.start) !== quote) return passage;
  const before = line.quote.slice(0, start - line.start);
  const after = line.quote.slice(end - line.start);
  // A closing quotation mark belongs to the sentence it ends.
  const from = /^(?:.*[。！？!?][”’）)]?)?/s.exec(before)![0].length;
  const to = line.quote.length - after.length + /^[^。！？!?]*[。！？!?]?[”’）)]?/.exec(after)![0].length;
  return {quote: line.quote.slice(from, to), start: line.start + from, end: line.start + to};
}
