import {expect} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import {brandAccent} from '../src/embed/brand-accent.js';
import {cardPicture, type CardPicture, type CardPictureLook} from '../src/embed/card-picture.js';
import {cardPictures, pictureWords} from '../src/embed/card-pictures.js';
import {drawPicture, measureWith, type PictureContext} from '../src/embed/draw-picture.js';
import {pictureSvg} from '../src/embed/picture-svg.js';
import {runFont} from '../src/embed/text-lines.js';
import {displayText} from '../src/display-text.js';
import {figureText} from '../src/figure-text.js';
import type {Observation, Report} from '../src/schema.js';
import '../widgets/qd-metric.js';
import {anObservation, aReport} from './fixtures.js';

const report = seed as Report;
const canvas = () => document.createElement('canvas').getContext('2d')! as unknown as PictureContext;
const measure = measureWith(canvas());
const byId = (id: string) => report.observations.find(({indicator}) => indicator === id)!;

/** All text of a picture, a line each. */
const linesOf = ({shapes}: CardPicture) =>
  shapes.flatMap((shape) => (shape.type === 'text' ? [shape.runs.map(({text}) => text).join('')] : []));
const textOf = (picture: CardPicture) => linesOf(picture).join('');

/** Left and right end of each line, as a canvas measures it. */
function spans({shapes}: CardPicture): Array<[from: number, to: number, text: string]> {
  return shapes.flatMap((shape) => {
    if (shape.type !== 'text') return [];
    const width = shape.runs.reduce(
      (sum, run) =>
        sum + (run.gap ?? 0) + (run.tracking ?? 0) * run.text.length + measure(run.text, runFont(run)),
      0,
    );
    const from = shape.align === 'end' ? shape.x - width : shape.x;
    return [[from, from + width, shape.runs.map(({text}) => text).join('')] as [number, number, string]];
  });
}

function draw(picture: CardPicture, pixelRatio = 1) {
  const element = document.createElement('canvas');
  element.width = picture.width * pixelRatio;
  element.height = picture.height * pixelRatio;
  const context = element.getContext('2d')!;
  drawPicture(context as unknown as PictureContext, picture, pixelRatio);
  return context;
}

/** Whether anything but the ground is drawn in a box. */
function hasInk(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number) {
  const {data} = context.getImageData(x, y, width, height);
  return data.some((value, at) => at % 4 < 3 && Math.abs(value - data[at % 4]!) > 60);
}

/** Whether this machine has a font for Chinese, or at least one that draws boxes for it. */
function drawsHan(): boolean {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 60, 60);
  context.fillStyle = '#000';
  context.font = '40px sans-serif';
  context.fillText('海', 5, 45);
  return hasInk(context, 0, 0, 60, 60);
}

function parse(svg: string): Document {
  return new DOMParser().parseFromString(svg, 'image/svg+xml');
}

describe('cardPicture', () => {
  for (const locale of ['zh-CN', 'en']) {
    it(`has label, figure as printed, publisher, period, date and host of every figure (${locale})`, () => {
      for (const observation of report.observations) {
        // A break between words takes a space.
        const text = textOf(cardPicture(report, observation, {locale, measure})).replaceAll(' ', '');
        const wanted = [
          displayText(observation.label[locale]!, locale).replace('’', "'"),
          figureText(observation, locale),
          report.publisher[locale]!,
          ...(locale === 'en'
            ? ['First half of 2024', '18 July 2024']
            : ['2024年上半年', '2024年7月18日发布']),
          'www.qingdao.gov.cn',
        ];
        for (const words of wanted) expect(text).to.contain(words.replaceAll(' ', ''));
      }
    });

    it(`keeps every line inside, whatever measured it (${locale})`, () => {
      const looks: CardPictureLook[] = [{measure}, {}, {measure, width: 260}];
      for (const observation of report.observations) {
        for (const look of looks) {
          const picture = cardPicture(report, observation, {locale, ...look});
          for (const [from, to, text] of spans(picture)) {
            expect(from, text).to.be.at.least(24.9);
            expect(to, text).to.be.at.most(picture.width - 20);
          }
        }
      }
    });
  }

  it('gives the figure in the very pieces that the card draws', () => {
    const runsOf = (id: string) =>
      cardPicture(report, byId(id)).shapes.flatMap((shape) =>
        shape.type === 'text' ? [shape.runs] : [],
      )[1]!;
    const colours = runsOf('data-exchange-turnover').map(({text, colour}) => `${text} ${colour}`);
    expect(colours).to.deep.equal(['超 #1d5b96', '9200 #15202a', '万 #15202a', '元 #46535e']);
    expect(runsOf('digital-gov-tier').map(({text, family}) => `${text} ${family}`)).to.deep.equal([
      '第一梯队 serif',
    ]);
  });

  const ends: Array<[printed: string, fields: Partial<Observation>, shapes: string[]]> = [
    ['25%', {}, ['rect', 'rect']],
    ['约25%', {qualifier: 'about'}, ['rect', 'fade', 'rect']],
    ['25%以上', {qualifier: 'at-least'}, ['rect', 'polygon', 'rect']],
    ['近25%', {qualifier: 'nearly'}, ['rect', 'rect', 'rect']],
  ];
  for (const [printed, fields, shapes] of ends) {
    it(`draws ${printed} as a bar whose end shows the hedge`, () => {
      const share = anObservation({kind: 'share', unit: '%', value: '25', printed, ...fields});
      const picture = cardPicture(aReport(), share, {measure});
      // Before the bar stand label and figure, behind it the two ends.
      const drawn = picture.shapes.slice(
        2,
        picture.shapes.findIndex((shape) => shape.type === 'text' && shape.runs[0]!.text === '0'),
      );
      expect(drawn.map(({type}) => type)).to.deep.equal(shapes);
    });
  }

  it('has no bar where the figure is no share, or beyond its whole', () => {
    for (const fields of [{}, {kind: 'share' as const, unit: '%', value: '120', printed: '120%'}]) {
      const picture = cardPicture(aReport(), anObservation(fields), {measure});
      expect(linesOf(picture)).to.not.include('0');
    }
  });

  it('breaks a long label so that no line begins with a closing sign', () => {
    const label =
      '迁入“爱山东”的自建应用、小程序，以及各区（市）的便民服务；共二十三项，其中《方案》所列十二项。'.repeat(
        2,
      );
    for (let width = 240; width < 420; width += 3) {
      const lines = linesOf(
        cardPicture(aReport(), anObservation({label: {'zh-CN': label}}), {measure, width}),
      );
      for (const line of lines) {
        expect(line).to.not.match(/^[、，；。）》”]/);
        expect(line).to.not.match(/[（《“]$/);
      }
      expect(lines.join('')).to.contain(label);
    }
  });

  it('makes a long figure smaller, and breaks what no size fits', () => {
    const sizeOf = (printed: string, value: string) => {
      const picture = cardPicture(aReport(), anObservation({printed, value}), {measure});
      const [, figure] = picture.shapes.filter((shape) => shape.type === 'text');
      expect(textOf(picture)).to.contain(printed);
      for (const [, to] of spans(picture)) expect(to).to.be.at.most(picture.width - 20);
      return Math.max(...figure!.runs.map(({size}) => size));
    };
    expect(sizeOf('12个', '12')).to.equal(44);
    expect(sizeOf('123456789012345个', '123456789012345')).to.be.within(20, 43);
    const endless = '9'.repeat(30);
    expect(sizeOf(`${endless}.${endless}个`, `${endless}.${endless}`)).to.equal(14);
  });

  it('gives an endless label an end', () => {
    const picture = cardPicture(aReport(), anObservation({label: {'zh-CN': '字'.repeat(20_000)}}));
    expect(picture.height).to.be.below(600);
    expect(linesOf(picture)).to.satisfy((lines: string[]) => lines.some((line) => line.endsWith('…')));
  });

  it('takes the accent that the card derives from the brand', () => {
    const host = document.createElement('div');
    document.body.append(host);
    for (const brand of ['#1d5b96', '#a62b22', '#ffcc00', '#111111']) {
      for (const [theme, window] of [
        ['light', 'clamp(0.2, l, 0.47) min(c, 0.18) h'],
        ['dark', 'clamp(0.78, l, 0.86) min(c, 0.09) h'],
      ] as const) {
        const context = document.createElement('canvas').getContext('2d')!;
        host.style.color = `oklch(from ${brand} ${window})`;
        context.fillStyle = getComputedStyle(host).color;
        context.fillRect(0, 0, 1, 1);
        const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
        const own = brandAccent(brand, theme)!;
        const channels = [1, 3, 5].map((at) => parseInt(own.slice(at, at + 2), 16));
        [r, g, b].forEach((channel, at) =>
          expect(channel, `${brand} ${theme} ${own}`).to.be.closeTo(channels[at]!, 3),
        );
      }
    }
    host.remove();
    expect(brandAccent('url(x)', 'light')).to.equal(undefined);
    const picture = cardPicture(report, byId('video-feeds'), {brand: '"><script>'});
    expect(JSON.stringify(picture)).to.not.contain('script');
  });
});

describe('pictureSvg', () => {
  it('is well formed, says its words, and carries every line', async () => {
    for (const observation of report.observations) {
      for (const {name, content} of await cardPictures(report, observation)) {
        const svg = parse(content as string);
        expect(svg.querySelector('parsererror'), name).to.equal(null);
        expect(svg.documentElement.getAttribute('role')).to.equal('img');
        expect(svg.querySelector('title')!.textContent).to.contain(figureText(observation, 'zh-CN'));
        expect(svg.querySelector('desc')!.textContent).to.contain('青岛市大数据局');
        const theme = name.includes('dark') ? 'dark' : 'light';
        const lines = [...svg.querySelectorAll('text')].map((text) => text.textContent);
        expect(lines).to.deep.equal(linesOf(cardPicture(report, observation, {theme})));
      }
    }
  });

  it('needs nothing that a strict page forbids', async () => {
    const allowed = /^(svg|title|desc|rect|text|tspan|polygon|linearGradient|stop)$/;
    for (const observation of report.observations) {
      for (const {content} of await cardPictures(report, observation)) {
        for (const element of parse(content as string).querySelectorAll('*')) {
          expect(element.localName).to.match(allowed);
          expect(
            element.getAttributeNames().filter((name) => /^(style|on|href|xlink)/.test(name)),
          ).to.deep.equal([]);
        }
      }
    }
  });

  it('takes no text for markup, and leaves out what XML cannot hold', () => {
    const hostile = '</text><script>alert(1)</script>&amp;"\'\u0000\u0007\u202e\ud800]]>';
    const observation = anObservation({
      label: {'zh-CN': hostile},
      printed: '12<b>个',
      of: {label: {'zh-CN': hostile}},
    });
    const hostileReport = aReport({publisher: {'zh-CN': hostile}, title: {'zh-CN': hostile}});
    const svg = pictureSvg(
      cardPicture(hostileReport, observation),
      pictureWords(hostileReport, observation, 'zh-CN'),
    );
    const parsed = parse(svg);
    expect(parsed.querySelector('parsererror')).to.equal(null);
    expect(parsed.querySelector('script, b')).to.equal(null);
    expect(parsed.documentElement.textContent).to.contain('<script>alert').and.to.contain('12<b>个');
    for (const sign of ['\u0000', '\u0007', '\u202e']) expect(svg).to.not.contain(sign);
  });
});

describe('drawPicture', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`puts ink where label, figure and source stand, and none in the margin (${theme})`, () => {
      const locale = drawsHan() ? 'zh-CN' : 'en';
      const picture = cardPicture(report, byId('ocean-data-share'), {theme, measure, locale});
      const context = draw(picture, 2);
      for (const shape of picture.shapes) {
        if (shape.type !== 'text') continue;
        const x = shape.align === 'end' ? shape.x - 20 : shape.x;
        const size = shape.runs[0]!.size;
        expect(hasInk(context, x * 2, (shape.y - size) * 2, 40, size * 2), shape.runs[0]!.text).to.equal(
          true,
        );
      }
      expect(hasInk(context, 4, 8, 40, picture.height * 2 - 16)).to.equal(false);
    });
  }

  it('leaves the canvas as it was', () => {
    const picture = cardPicture(report, byId('video-feeds'), {measure});
    const context = draw(picture);
    expect(context.getTransform().isIdentity).to.equal(true);
    expect(context.fillStyle).to.equal('#000000');
  });
});
