/** How the end of a mark draws the source's hedge: square, fading, with an arrow, with a gap before a tick. */
export type ChartEnd = 'exact' | 'about' | 'more' | 'less';

/** A chart without its words: what is drawn on the canvas. */
export interface ChartShape {
  /** Horizontal rows, columns in the order of time, or shares around a ring. */
  form: 'rows' | 'columns' | 'ring';
  marks: 'bar' | 'point';
  /** Which point is drawn in the accent. */
  accent: number;
  /** The lengths are shares: 1 is the whole, which is drawn as a thin line. */
  hasWhole: boolean;
  points: Array<{
    /** Length: 1 is the longest, or the whole. */
    ratio: number;
    end: ChartEnd;
    /** Drawn hollow. */
    isCited: boolean;
  }>;
}

/** Colours and measures as the page has them at this moment. */
export interface ChartInks {
  accent: string;
  slate: string;
  ink: string;
  line: string;
  paper: string;
  /** The reader's own colours: marks other than the first are outlined. */
  isForced: boolean;
  /** Size of body text, and of thin and thick lines, in px. */
  em: number;
  thin: number;
  thick: number;
}

export interface ChartSize {
  width: number;
  height: number;
  pixelRatio: number;
  /** Labels stand above the bars, on the canvas's side of the axis. */
  isStacked: boolean;
}

/** Where a mark ends, as a share of the canvas, so that the words beside it hold at any size. */
export interface ChartPlace {
  x: number;
  y: number;
}

/** A chart on a canvas. */
export interface ChartDrawing {
  readonly canvas: HTMLCanvasElement;
  /** Draws it again; throws where the page has broken what chart.js needs. */
  draw(shape: ChartShape, inks: ChartInks, size: ChartSize): ChartPlace[];
  destroy(): void;
}
