import {html} from '../markup.js';
import type {CardPicture, PictureShape} from './card-picture.js';
import {drawable, FAMILIES, type TextRun} from './text-lines.js';

/** What a picture is called, and what it says, for those who hear it. */
export interface PictureWords {
  title: string;
  description: string;
}

/**
 * A picture as an SVG file that needs nothing else, and that a strict page may also hold inline: presentation
 * attributes only, no style sheet, no script, no reference beyond itself. Runs of a line follow one another, so that
 * any font keeps their distances.
 */
export function pictureSvg(
  {width, height, background, shapes}: CardPicture,
  {title, description}: PictureWords,
): string {
  const children = [
    element('title', {}, text(title)),
    element('desc', {}, text(description)),
    element('rect', {width, height, fill: background}),
    ...shapes.map(drawShape),
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FAMILIES.sans,
  };
  return `${element('svg', attributes, `\n${children.join('\n')}\n`)}\n`;
}

/** An element whose attributes are escaped and whose content is markup; attributes without a value are left out. */
function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  content?: string,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${text(String(value))}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function text(value: string): string {
  const plain = drawable(value);
  return html`${plain}`.text;
}

function drawShape(shape: PictureShape): string {
  switch (shape.type) {
    case 'rect':
      return box(shape, shape.colour);
    case 'fade': {
      // Alike in every picture of the same colour, so that two of them in one page do each other no harm.
      const id = `qd-fade-${shape.colour.replace(/\W/g, '')}`;
      const stops = [
        element('stop', {offset: 0, 'stop-color': shape.colour}),
        element('stop', {offset: 1, 'stop-color': shape.colour, 'stop-opacity': 0}),
      ];
      return element('linearGradient', {id}, stops.join('')) + box(shape, `url(#${id})`);
    }
    case 'polygon':
      return element('polygon', {
        points: shape.points.map((point) => point.join(',')).join(' '),
        fill: shape.colour,
      });
    case 'text': {
      const {x, y, align, runs} = shape;
      const anchor = align === 'end' ? 'end' : undefined;
      return element(
        'text',
        {x, y, 'text-anchor': anchor, 'xml:space': 'preserve'},
        runs.map(drawRun).join(''),
      );
    }
  }
}

function box({x, y, width, height}: Extract<PictureShape, {type: 'rect' | 'fade'}>, fill: string): string {
  return element('rect', {x, y, width, height, fill});
}

function drawRun(run: TextRun, at: number, runs: TextRun[]): string {
  const {size, weight, colour, family, gap, rise = 0, tracking} = run;
  // From where the run before stood.
  const down = Math.round(((runs[at - 1]?.rise ?? 0) - rise) * 100) / 100;
  return element(
    'tspan',
    {
      dx: gap || undefined,
      dy: down || undefined,
      fill: colour,
      'font-family': family === 'sans' ? undefined : FAMILIES[family],
      'font-size': size,
      'font-weight': weight === 400 ? undefined : weight,
      'letter-spacing': tracking || undefined,
    },
    text(run.text),
  );
}
