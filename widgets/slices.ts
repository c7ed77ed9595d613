import {ReportElement} from './report-element.js';

/** How long tags are drawn in one go, in ms. */
const SLICE = 100;
/** A pause, in ms, after which drawing has begun anew. */
const PAUSE = 10;

let start = 0;
let last = 0;
let next: Promise<unknown> | undefined;

const prototype = ReportElement.prototype as unknown as {scheduleUpdate(): unknown};
const {scheduleUpdate} = prototype;

/**
 * A page with thousands of tags draws them in slices, from the top down: between two of them it paints, and answers
 * its reader. Up to some hundred tags fit into one slice, and are drawn at once.
 */
prototype.scheduleUpdate = function (this: ReportElement): unknown {
  // A page may have a clock of its own; one that stands still makes one slice of all.
  const now = Date.now();
  if (now - last > PAUSE) start = now;
  if (now - start > SLICE) {
    // Waiting in line is no pause.
    last = now;
    next ??= new Promise((resolve) => {
      setTimeout(() => {
        last = 0;
        next = undefined;
        resolve(undefined);
      });
    });
    return next.then(() => prototype.scheduleUpdate.call(this));
  }
  const result = scheduleUpdate.call(this);
  last = Date.now();
  return result;
};
