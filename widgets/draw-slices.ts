/** How long rows are drawn in one go, in ms; so many as to fill a window are at once. */
export const SLICE = 50;

/** The drawing of many rows in tasks of their own, so that the page answers its reader meanwhile. */
export interface Slices {
  /** Settled once all rows stand that are to be shown; absent while they do. */
  readonly whole?: Promise<void>;
  /** Draws the rows that are left, if any are. */
  drawOn(): void;
  stop(): void;
}

/**
 * @param draw - Draws until all rows stand, or until `isEnough` says so.
 * @param onWhole - Called when all rows stand that did not before.
 */
export function drawSlices(
  draw: (isEnough?: () => boolean) => void,
  isWhole: () => boolean,
  onWhole: () => void,
): Slices {
  let turn: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;
  let whole: Promise<void> | undefined;
  const stop = () => {
    clearTimeout(turn);
    end?.();
    turn = end = whole = undefined;
  };
  const finish = () => {
    draw();
    stop();
    onWhole();
  };
  const drawSlice = () => {
    const until = Date.now() + SLICE;
    draw(() => Date.now() > until);
    if (isWhole()) finish();
    else turn = setTimeout(drawSlice);
  };
  return {
    get whole() {
      return whole;
    },
    drawOn() {
      if (isWhole()) stop();
      else if (turn === undefined) {
        turn = setTimeout(drawSlice);
        // Paper has no later.
        addEventListener('beforeprint', finish);
        whole = new Promise((resolve) => {
          end = () => {
            removeEventListener('beforeprint', finish);
            resolve();
          };
        });
      }
    },
    stop,
  };
}
