import {
  ArcElement,
  BarController,
  BarElement,
  BasicPlatform,
  Chart,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
} from 'chart.js';
import type {ChartDrawing, ChartEnd, ChartInks, ChartPlace, ChartShape, ChartSize} from './chart-shape.js';

/**
 * An axis that only says where a value lies. Ticks, which nobody sees, would be made, put in words by a formatter of
 * their own and measured, for every chart and each time it is drawn.
 */
class BareScale extends LinearScale {
  static override id = 'bare';

  override buildTicks(): [] {
    return [];
  }
}

Chart.register(
  ArcElement,
  BareScale,
  BarController,
  BarElement,
  DoughnutController,
  LineController,
  LineElement,
  PointElement,
);

const CLEAR = 'rgba(0,0,0,0)';
/** How far the end of a bar reaches beyond its value, in em. */
const BEYOND: Record<ChartEnd, number> = {exact: 0, less: 0, about: 1, more: 1.125};
const HAIR = 0.33;
const FULL_TURN = Math.PI * 2;

/**
 * Draws charts with chart.js, which comes with this module and only with it. All words stand beside the canvas
 * in HTML, so there are neither axes, legends nor tooltips in it; nothing moves; and it is drawn at once, so
 * that what a page has broken is thrown to the caller and not into a later frame.
 */
export function startDrawing(canvas: HTMLCanvasElement): ChartDrawing {
  let chart: Chart | undefined;
  let drawn: {shape: ChartShape; inks: ChartInks; isStacked: boolean} | undefined;
  /** What its options were made of. */
  let settings = '';
  let isUpdated = false;
  const plugin = {
    id: 'qd',
    // Once, and with all that belongs to it.
    beforeRender: () => Boolean(drawn),
    afterUpdate: () => void (isUpdated = true),
    // Of bars and shares chart.js knows only where they are; it would paint them without a colour.
    beforeDatasetDraw: () => drawn?.shape.marks === 'point' && drawn.shape.form !== 'ring',
    beforeDatasetsDraw: () => drawn && drawUnder(chart!, drawn.shape, drawn.inks),
    afterDatasetsDraw: () => drawn && drawOver(chart!, drawn.shape, drawn.inks, drawn.isStacked),
  };
  return {
    canvas,
    draw(shape, inks, size) {
      const {type, data, options} = configuration(shape, inks, size);
      if (chart && !isAlike(drawn!.shape, shape)) {
        chart.destroy();
        chart = undefined;
      }
      drawn = {shape, inks, isStacked: size.isStacked};
      const wanted = JSON.stringify(options);
      if (chart) {
        // What chart.js has worked out stays, as far as it is the same: to make all of it anew costs several times as much.
        chart.data.labels = data.labels!;
        Object.assign(chart.data.datasets[0]!, data.datasets[0]);
        if (wanted !== settings) chart.options = options;
        isUpdated = false;
        // Where the size is another one, this updates too.
        chart.resize(size.width, size.height);
        if (!isUpdated) chart.update('none');
      } else {
        // Before there is a context, which would be made anew for each of them.
        canvas.width = size.width;
        canvas.height = size.height;
        if (!canvas.getContext('2d')) throw new Error('no canvas');
        // Created empty, so that drawing begins when `chart` is known.
        const kept = drawn;
        drawn = undefined;
        // Not the platform of pages: it would measure the canvas, and its page be laid out for each of them.
        const platform = BasicPlatform;
        chart = new Chart(canvas, {type, data, options, platform, plugins: [plugin]} as ChartConfiguration);
        drawn = kept;
        chart.draw();
      }
      settings = wanted;
      return places(chart, shape, inks, size);
    },
    destroy() {
      chart?.destroy();
      chart = drawn = undefined;
    },
  };
}

/** Whether one chart can show both, one after the other. */
const isAlike = (one: ChartShape, other: ChartShape) => one.form === other.form && one.marks === other.marks;

function configuration(shape: ChartShape, inks: ChartInks, {pixelRatio}: ChartSize) {
  const {form, marks, points} = shape;
  const {em} = inks;
  const values = points.map(({ratio}) => ratio);
  const isRing = form === 'ring';
  const isBar = marks === 'bar' && !isRing;
  const beyond = Math.max(...points.map(({end}) => BEYOND[end])) * em;
  const index = {
    type: BareScale.id,
    display: false,
    ticks: {display: false},
    // chart.js gives the axis of bars room at its ends, which these half steps are already.
    offset: false,
    min: -0.5,
    max: points.length - 0.5,
    bounds: 'data',
  };
  const value = {
    type: BareScale.id,
    display: false,
    ticks: {display: false},
    min: Math.min(0, ...values),
    // All zero is drawn at the axis.
    max: shape.hasWhole ? 1 : Math.max(0, ...values) || (Math.min(0, ...values) ? 0 : 1),
    bounds: 'data',
  };
  const isRows = form === 'rows';
  const isMany = points.length > 60;
  const dataset = isRing
    ? {
        data: [...values, Math.max(0, 1 - values.reduce((sum, ratio) => sum + ratio, 0))],
        backgroundColor: CLEAR,
        borderWidth: 0,
      }
    : isBar
      ? {
          // A true zero has no bar.
          data: values.map((ratio) => ratio || null),
          barThickness: em * 1.25,
          minBarLength: inks.thin * 2,
          // Drawn below, as the source hedges them; one colour for all is looked up once.
          backgroundColor: CLEAR,
          borderWidth: 0,
        }
      : {
          data: values,
          showLine: !isRows,
          borderColor: inks.accent,
          borderWidth: inks.thick / 2,
          pointRadius: isMany && !isRows ? inks.thick / 3 : em * 0.36,
          pointBackgroundColor: points.map(({isCited}, i) =>
            isCited ? inks.paper : isRows ? fill(shape, inks, i) || inks.paper : inks.accent,
          ),
          pointBorderColor: points.map((_point, i) => (isRows ? stroke(shape, inks, i) : inks.accent)),
          pointBorderWidth: inks.thick / 2,
          clip: false as const,
        };
  return {
    type: isRing ? ('doughnut' as const) : isBar ? ('bar' as const) : ('line' as const),
    data: {labels: points.map((_point, i) => i), datasets: [dataset]},
    options: {
      indexAxis: isRows ? 'y' : 'x',
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      events: [],
      devicePixelRatio: pixelRatio,
      layout: {
        autoPadding: false,
        padding: isRows
          ? {left: marks === 'point' ? em * 0.5 : 0, right: isBar ? beyond : Math.max(beyond, em * 0.5)}
          : isRing
            ? em * 0.75
            : {top: em * (points.some(({end}) => end !== 'exact') ? 3.1 : 2.1), bottom: em * 0.5},
      },
      ...(isRing
        ? {cutout: '86%', rotation: 0}
        : {scales: isRows ? {x: value, y: {...index, reverse: true}} : {x: index, y: value}}),
    },
  } as unknown as Pick<ChartConfiguration, 'type'> & {
    data: Chart['data'];
    options: NonNullable<ChartConfiguration['options']>;
  };
}

/** Empty where the mark is hollow: cited from elsewhere, or any but the first in the reader's own colours. */
function fill(shape: ChartShape, inks: ChartInks, index: number): string {
  if (shape.points[index]!.isCited) return '';
  if (index === shape.accent) return inks.accent;
  return inks.isForced ? '' : inks.slate;
}

function stroke({accent, points}: ChartShape, inks: ChartInks, index: number): string {
  return index === accent || (points[index]!.isCited && accent < 0) ? inks.accent : inks.slate;
}

/** Pixels of a chart: along the values, and across them. */
function pixels(chart: Chart, {form}: ChartShape) {
  const [along, across] = form === 'rows' ? ['x', 'y'] : ['y', 'x'];
  return {
    zero: chart.scales[along!]!.getPixelForValue(0),
    at: (ratio: number) => chart.scales[along!]!.getPixelForValue(ratio),
    middle: (index: number) => chart.scales[across!]!.getPixelForValue(index),
  };
}

function places(chart: Chart, shape: ChartShape, inks: ChartInks, {width, height}: ChartSize): ChartPlace[] {
  if (shape.form === 'ring') return shape.points.map(() => ({x: 0.5, y: 0.5}));
  const {zero, at, middle} = pixels(chart, shape);
  const {em} = inks;
  return shape.points.map(({ratio, end}, i) => {
    const value = at(ratio);
    if (shape.form === 'rows') {
      const isPoint = shape.marks === 'point';
      const beyond = isPoint ? 0.5 + Math.max(BEYOND[end], end === 'less' ? 0.5 : 0) : BEYOND[end];
      return {x: Math.max(zero, value + (ratio < 0 ? 0 : beyond * em)) / width, y: middle(i) / height};
    }
    return {x: middle(i) / width, y: (value - em * (end === 'exact' ? 0.5 : 1.35)) / height};
  });
}

function drawUnder(chart: Chart, shape: ChartShape, inks: ChartInks): void {
  const {ctx, width, height} = chart;
  if (shape.form !== 'columns') return;
  const {zero} = pixels(chart, shape);
  ctx.fillStyle = inks.ink;
  ctx.fillRect(0, Math.min(Math.round(zero), height - inks.thin), width, inks.thin);
}

function drawOver(chart: Chart, shape: ChartShape, inks: ChartInks, isStacked: boolean): void {
  shape.points.forEach((_point, i) => {
    if (shape.form === 'ring') drawArc(chart, shape, inks, i);
    else if (shape.marks === 'point') drawPointEnd(chart, shape, inks, i);
    else drawBar(chart, shape, inks, i);
  });
  if (shape.form === 'rows') drawLines(chart, shape, inks, isStacked);
  if (shape.form === 'ring') drawWhole(chart, shape, inks);
}

/** The axis, and the thin lines of the whole; last, because a fading bar takes away what is under it. */
function drawLines(chart: Chart, shape: ChartShape, inks: ChartInks, isStacked: boolean): void {
  const {ctx, width, height} = chart;
  const {zero, at, middle} = pixels(chart, shape);
  const {em, thin} = inks;
  const isBar = shape.marks === 'bar';
  const edge = Math.min(Math.max(0, Math.round(zero)), width - thin);
  ctx.save();
  shape.points.forEach(({ratio}, i) => {
    const y = middle(i);
    ctx.fillStyle = inks.line;
    ctx.globalCompositeOperation = 'destination-over';
    if (!isBar) ctx.fillRect(zero, Math.round(y - thin / 2), at(ratio) - zero, thin);
    else if (shape.hasWhole) ctx.fillRect(zero, Math.round(y + em * 0.625) - thin, at(1) - zero, thin);
    if (!isStacked) return;
    // Beside its bar only: above it stands a label.
    ctx.fillStyle = inks.ink;
    ctx.globalCompositeOperation = 'source-over';
    ctx.fillRect(edge, y - em * 0.875, thin, em * 1.75);
  });
  ctx.globalCompositeOperation = 'source-over';
  ctx.fillStyle = inks.ink;
  if (!isStacked) ctx.fillRect(edge, 0, thin, height);
  ctx.restore();
}

/** The thin ring, where no share covers it. */
function drawWhole(chart: Chart, shape: ChartShape, inks: ChartInks): void {
  const {ctx} = chart;
  const {x, y, radius, arcs} = ringOf(chart);
  ctx.save();
  ctx.globalCompositeOperation = 'destination-over';
  ctx.beginPath();
  ctx.arc(x, y, radius, arcs[shape.points.length - 1]!.endAngle - inks.em / radius, FULL_TURN * 0.75);
  ctx.lineWidth = inks.thin * 1.5;
  ctx.strokeStyle = inks.line;
  ctx.stroke();
  ctx.restore();
}

/** A bar with its end, filled or hollow. */
function drawBar(chart: Chart, shape: ChartShape, inks: ChartInks, index: number): void {
  const {ctx} = chart;
  const {ratio, end, isCited} = shape.points[index]!;
  const {zero, at, middle} = pixels(chart, shape);
  const {em} = inks;
  const color = fill(shape, inks, index);
  const sign = ratio < 0 ? -1 : 1;
  const length = Math.max(Math.abs(at(ratio) - zero), ratio ? inks.thin * 2 : 0);
  if (!length) return;
  const half = (em * 1.25) / 2;
  ctx.save();
  // From here on the bar runs to the right, around the line y = 0.
  ctx.translate(zero, middle(index));
  ctx.scale(sign, 1);
  ctx.fillStyle = color || stroke(shape, inks, index);
  ctx.strokeStyle = ctx.fillStyle;
  ctx.lineWidth = Math.max(1.5, inks.thin);
  const inset = ctx.lineWidth / 2;
  if (isCited && inks.isForced) ctx.setLineDash([em / 4, em / 6]);
  const block = (from: number, to: number) => {
    if (to <= from) return;
    if (color) ctx.fillRect(from, -half, to - from, half * 2);
    else ctx.strokeRect(from + inset, -half + inset, Math.max(0, to - from - inset * 2), (half - inset) * 2);
  };
  switch (end) {
    case 'exact':
      // A hair larger than it is, as chart.js draws it, against a blurred edge.
      if (color) {
        ctx.beginPath();
        ctx.rect(-HAIR, -half - HAIR, length + HAIR * 2, (half + HAIR) * 2);
        ctx.fill();
      } else block(0, length);
      break;
    case 'about': {
      // Half strength at the value.
      const from = Math.max(0, length - em);
      const to = length + em;
      if (color) ctx.fillRect(0, -half, to, half * 2);
      else {
        // Two lines that fade, without an end.
        ctx.fillRect(0, -half, ctx.lineWidth, half * 2);
        for (const side of [-half, half - ctx.lineWidth]) ctx.fillRect(0, side, to, ctx.lineWidth);
      }
      eraseTowards(ctx, [from, 0], [to, 0]);
      ctx.fillRect(from, -half, to - from + 1, half * 2);
      break;
    }
    case 'more':
      block(0, length);
      ctx.beginPath();
      if (color) {
        ctx.moveTo(length, -half);
        ctx.lineTo(length + em * 0.5, 0);
        ctx.lineTo(length, half);
      }
      ctx.moveTo(length + em * 0.375, -half);
      ctx.lineTo(length + em * 0.875, 0);
      ctx.lineTo(length + em * 0.375, half);
      ctx.lineTo(length + em * 0.625, half);
      ctx.lineTo(length + em * 1.125, 0);
      ctx.lineTo(length + em * 0.625, -half);
      ctx.fill();
      break;
    case 'less':
      block(0, Math.max(length - em * 0.5, inks.thin * 2));
      ctx.fillRect(length - 2, -half, 2, half * 2);
  }
  ctx.restore();
}

/**
 * What is painted next takes away what is there, more and more from one point to the other. A gradient of the
 * colour itself would want the colour taken apart, and the page may give it in any notation.
 */
function eraseTowards(ctx: CanvasRenderingContext2D, from: [number, number], to: [number, number]): void {
  const gradient = ctx.createLinearGradient(...from, ...to);
  gradient.addColorStop(0, CLEAR);
  gradient.addColorStop(1, '#000');
  ctx.globalCompositeOperation = 'destination-out';
  ctx.strokeStyle = ctx.fillStyle = gradient;
}

/** Above a point of a line: the true value lies higher, about there, or below. Beside it in rows. */
function drawPointEnd(chart: Chart, shape: ChartShape, inks: ChartInks, index: number): void {
  const {ratio, end} = shape.points[index]!;
  if (end === 'exact') return;
  const {ctx} = chart;
  const {at, middle} = pixels(chart, shape);
  const {em} = inks;
  ctx.save();
  // From here on larger values lie to the right of the point.
  if (shape.form === 'rows') ctx.translate(at(ratio), middle(index));
  else {
    ctx.translate(middle(index), at(ratio));
    ctx.rotate(-Math.PI / 2);
  }
  const color = shape.form === 'rows' ? stroke(shape, inks, index) : inks.accent;
  ctx.fillStyle = ctx.strokeStyle = color;
  ctx.lineWidth = inks.thick / 2;
  ctx.beginPath();
  if (end === 'more') {
    for (const x of [0.55, 0.85]) {
      ctx.moveTo(em * x, -em * 0.3);
      ctx.lineTo(em * (x + 0.25), 0);
      ctx.lineTo(em * x, em * 0.3);
    }
    ctx.stroke();
  } else if (end === 'less') {
    ctx.fillRect(em * 0.7, -em * 0.4, 2, em * 0.8);
  } else {
    for (const sign of [1, -1]) {
      ctx.globalCompositeOperation = 'source-over';
      ctx.fillStyle = ctx.strokeStyle = color;
      const [from, to] = [em * 0.4 * sign, em * sign];
      ctx.fillRect(from, -em * 0.12, to - from, em * 0.24);
      eraseTowards(ctx, [from, 0], [to, 0]);
      ctx.fillRect(from, -em * 0.13, to - from + sign, em * 0.26);
    }
  }
  ctx.restore();
}

interface Ring {
  x: number;
  y: number;
  /** Of the middle of the ring. */
  radius: number;
  width: number;
  /** Where each share starts and ends. */
  arcs: Array<{startAngle: number; endAngle: number}>;
}

function ringOf(chart: Chart): Ring {
  const arcs = chart.getDatasetMeta(0).data as unknown as Array<{
    x: number;
    y: number;
    startAngle: number;
    endAngle: number;
    innerRadius: number;
    outerRadius: number;
  }>;
  const {x, y, innerRadius, outerRadius} = arcs[0]!;
  return {x, y, radius: (innerRadius + outerRadius) / 2, width: outerRadius - innerRadius, arcs};
}

/** A share on the thin ring of the whole. */
function drawArc(chart: Chart, shape: ChartShape, inks: ChartInks, index: number): void {
  const {ctx} = chart;
  const {x, y, radius, width, arcs} = ringOf(chart);
  const {startAngle, endAngle} = arcs[index]!;
  const {end} = shape.points[index]!;
  const {em} = inks;
  const color = fill(shape, inks, index);
  /** So many px along the ring, as an angle. */
  const turn = (length: number) => length / radius;
  const arc = (from: number, to: number, lineWidth = width) => {
    if (to <= from) return;
    ctx.beginPath();
    ctx.lineWidth = lineWidth;
    ctx.arc(x, y, radius, from, to);
    ctx.stroke();
  };
  const isLast = index === shape.points.length - 1;
  const start = startAngle + (index ? turn(2) : 0);
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = color || inks.slate;
  /** A hollow share is two thin lines. */
  const block = (from: number, to: number) => {
    if (color) return arc(from, to);
    const lineWidth = Math.max(1.5, inks.thin);
    for (const shift of [-1, 1]) {
      if (to <= from) continue;
      ctx.beginPath();
      ctx.lineWidth = lineWidth;
      ctx.arc(x, y, radius + (shift * (width - lineWidth)) / 2, from, to);
      ctx.stroke();
    }
    arc(from, from + turn(lineWidth));
    return arc(to - turn(lineWidth), to);
  };
  switch (end) {
    case 'exact':
      block(start, endAngle);
      break;
    case 'about': {
      const from = Math.max(start, endAngle - turn(em));
      // Over the next share it ends where that begins.
      const to = isLast ? endAngle + turn(em) : endAngle;
      block(start, to);
      const point = (angle: number): [number, number] => [
        x + Math.cos(angle) * radius,
        y + Math.sin(angle) * radius,
      ];
      eraseTowards(ctx, point(from), point(isLast ? to : to + (to - from)));
      arc(from, to + turn(isLast ? 2 : 0), width + 2);
      break;
    }
    case 'more':
      block(start, endAngle);
      if (!isLast) ctx.strokeStyle = inks.paper;
      ctx.lineWidth = inks.thick / 2;
      for (const distance of isLast ? [0.35, 0.75] : [-0.8, -0.4]) {
        ctx.beginPath();
        const base = endAngle + turn(em * distance);
        const tip = base + turn(em * 0.3);
        ctx.moveTo(x + Math.cos(base) * (radius - width / 2), y + Math.sin(base) * (radius - width / 2));
        ctx.lineTo(x + Math.cos(tip) * radius, y + Math.sin(tip) * radius);
        ctx.lineTo(x + Math.cos(base) * (radius + width / 2), y + Math.sin(base) * (radius + width / 2));
        ctx.stroke();
      }
      break;
    case 'less':
      block(start, Math.max(start + turn(2), endAngle - turn(em * 0.5)));
      arc(endAngle - turn(2), endAngle);
  }
  ctx.restore();
}
