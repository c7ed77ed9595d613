import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {checkReport} from '../src/check-report.js';
import {figureParts} from '../src/figure-parts.js';
import {formatObservation} from '../src/format-observation.js';
import {parseReport} from '../src/parse-report.js';
import {readFigure} from '../src/read-figure.js';
import type {Kind, Observation, Qualifier, Report} from '../src/schema.js';
import {sha256} from '../src/sha256.js';

/** How a source may print a figure: what it says, and the words it says it in. */
interface Written {
  value: string;
  scale: number;
  unit: string;
  qualifier?: Qualifier | undefined;
  kind: Kind;
  /** The number with its scale, as the source has it. */
  number: string;
  printed: string;
}

const SCALES: Array<[scale: number, word: string]> = [
  [0, ''],
  [4, '万'],
  [7, '千万'],
  [8, '亿'],
  [12, '万亿'],
];
const MEASURES = ['亩', '公里', '平方公里', '吨', 'PB', 'TB'];
const UNITS = ['个', '家', '条', '次', '项', '户', '人次', '架次', ...MEASURES];
const HEDGES: Array<[qualifier: Qualifier | undefined, before: string, after: string]> = [
  [undefined, '', ''],
  ['over', '超', ''],
  ['over', '超过', ''],
  ['over', '突破', ''],
  ['nearly', '近', ''],
  ['nearly', '接近', ''],
  ['about', '约', ''],
  ['about', '约为', ''],
  ['about', '', '左右'],
  ['under', '不足', ''],
  ['at-least', '不少于', ''],
  ['at-least', '', '以上'],
  ['at-most', '不超过', ''],
  ['at-most', '', '以内'],
];

const digits = fc.oneof(
  fc.integer({min: 1, max: 9_999_999}).map(String),
  fc
    .tuple(fc.integer({min: 0, max: 99_999}), fc.integer({min: 1, max: 999}), fc.integer({min: 1, max: 3}))
    .map(([whole, fraction, places]) => `${whole}.${String(fraction).padStart(places, '0').slice(-places)}`),
);

const written: fc.Arbitrary<Written> = fc
  .tuple(
    digits,
    fc.constantFrom(...SCALES),
    fc.constantFrom(...UNITS, '元', '%'),
    fc.constantFrom(...HEDGES),
    fc.boolean(),
  )
  .map(([value, [scale, word], unit, [qualifier, before, after], isGrouped]) => {
    const isShare = unit === '%';
    const [whole = '', fraction] = value.split('.');
    const grouped = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
    const number = `${grouped}${fraction === undefined ? '' : `.${fraction}`}${isShare ? '' : word}`;
    return {
      value,
      scale: isShare ? 0 : scale,
      unit,
      qualifier,
      kind: isShare ? 'share' : unit === '元' || MEASURES.includes(unit) ? 'amount' : 'count',
      number,
      printed: `${before}${number}${unit}${after}`,
    };
  });

const label = {'zh-CN': '指标', en: 'Indicator'};

/** A report of one sentence for each figure, and its source text. */
function reportOf(figures: Written[]): {report: Report; text: string} {
  let text = '工作报告\n';
  const observations = figures.map((figure, i): Observation => {
    const quote = `全市项目${figure.printed}，运行正常。`;
    const start = text.length;
    text += `${quote}\n`;
    const figureStart = start + quote.indexOf(figure.number);
    return {
      indicator: `figure-${i}`,
      label,
      kind: figure.kind,
      printed: figure.printed,
      value: figure.value,
      scale: figure.scale,
      unit: figure.unit,
      ...(figure.qualifier && {qualifier: figure.qualifier}),
      provenance: {
        quote,
        start,
        end: start + quote.length,
        figureStart,
        figureEnd: figureStart + figure.number.length,
      },
    };
  });
  const report: Report = {
    format: 1,
    id: 'made-up',
    language: 'zh-CN',
    publisher: label,
    period: {start: '2024-01-01', end: '2024-06-30'},
    source: {text: 'made-up.txt', sha256: sha256(text)},
    observations,
  };
  return {report, text};
}

const observationOf = (figure: Written) => reportOf([figure]).report.observations[0]!;
const joined = (parts: Array<{value: string}>) => parts.map(({value}) => value).join('');

/** A decimal in whole units of ten to the minus 40, by means that are none of ours. */
function exactly(value: string, scale: number): bigint {
  const sign = /^[-−]/.test(value) ? -1n : 1n;
  const [whole = '', fraction = ''] = value.replace(/[-−,]/g, '').split('.');
  return (sign * BigInt(whole + fraction.padEnd(40, '0')) * 10n ** BigInt(scale)) as bigint;
}

const ENGLISH_SCALES: Record<string, number> = {'': 0, million: 6, billion: 9, trillion: 12};
const ENGLISH_HEDGES: Record<Qualifier, string> = {
  over: 'over',
  'at-least': 'at least',
  nearly: 'nearly',
  about: 'about',
  under: 'under',
  'at-most': 'at most',
};

describe('any figure', function () {
  this.timeout(60_000);

  it('is shown as it is printed, in pieces that say what the reader reads', () => {
    fc.assert(
      fc.property(written, (figure) => {
        const observation = observationOf(figure);
        const parts = figureParts(observation, 'zh-CN');
        expect(joined(parts)).to.equal(figure.printed);
        const {prefix, value, suffix} = formatObservation(observation, 'zh-CN');
        expect(prefix + value + suffix).to.equal(figure.printed);

        const reading = readFigure(joined(parts));
        expect(reading, figure.printed).to.include({
          value: figure.value,
          scale: figure.scale,
          unit: figure.unit,
          printed: figure.printed,
        });
        expect(reading!.qualifier, figure.printed).to.equal(figure.qualifier);

        const of = (type: RegExp) => joined(parts.filter((part) => type.test(part.type)));
        expect(of(/^(?:integer|decimal|fraction)$/).replace(/,/g, '')).to.equal(figure.value);
        expect(of(/^scale$/)).to.equal(figure.number.replace(/[\d.,]/g, ''));
        expect(of(/^unit$/)).to.equal(figure.unit);
        expect(of(/^qualifier$/) !== '').to.equal(figure.qualifier !== undefined);
      }),
      {numRuns: 1_000},
    );
  });

  it('is worth in English exactly what it is in Chinese, and hedged alike', () => {
    fc.assert(
      fc.property(written, (figure) => {
        const parts = figureParts(observationOf(figure), 'en');
        const of = (type: RegExp) => joined(parts.filter((part) => type.test(part.type)));
        const scale = ENGLISH_SCALES[of(/^scale$/)];
        expect(scale, joined(parts)).not.to.equal(undefined);
        expect(exactly(of(/^(?:integer|decimal|fraction)$/), scale!), joined(parts)).to.equal(
          exactly(figure.value, figure.scale),
        );
        expect(of(/^qualifier$/)).to.equal(figure.qualifier ? ENGLISH_HEDGES[figure.qualifier] : '');
        expect(joined(parts)).not.to.match(/NaN|undefined|null|\d[eE][+-]?\d/);
      }),
      {numRuns: 1_000},
    );
  });

  it('of any shape that the format allows is shown whole, and never as a word of the machine', () => {
    const odd = fc.record({
      value: fc.oneof(digits, fc.constantFrom('-0', '-3.2', '000', '0.30000000000000004', '9'.repeat(30))),
      scale: fc.integer({min: 0, max: 24}),
      unit: fc.string({maxLength: 40}),
      qualifier: fc.constantFrom<Qualifier | undefined>(undefined, 'over', 'about', 'at-most'),
      kind: fc.constantFrom<Kind>('count', 'amount', 'share', 'rank', 'tier', 'rating'),
      printed: fc.oneof(
        fc.string({minLength: 1, maxLength: 200}),
        written.map(({printed}) => printed),
      ),
    });
    fc.assert(
      fc.property(odd, ({qualifier, ...figure}) => {
        const observation = {...figure, ...(qualifier && {qualifier})};
        expect(joined(figureParts(observation, 'zh-CN'))).to.equal(figure.printed);
        const {prefix, value, suffix} = formatObservation(observation, 'zh-CN');
        expect(prefix + value + suffix).to.equal(figure.printed);
        const english = joined(figureParts({...observation, unit: '个'}, 'en'));
        expect(english).not.to.match(/NaN|undefined|null|Infinity|\d[eE][+-]?\d/);
        expect(english).to.match(/\d/);
      }),
      {numRuns: 1_000},
    );
  });
});

describe('any report', function () {
  this.timeout(60_000);
  const figures = fc.array(written, {minLength: 1, maxLength: 8});

  it('whose figures stand in its source is proved', () => {
    fc.assert(
      fc.property(figures, (list) => {
        const {report, text} = reportOf(list);
        expect(parseReport(report)).to.equal(report);
        const {faults, proved} = checkReport(report, text);
        expect(faults).to.deep.equal([]);
        expect(proved).to.equal(list.length);
      }),
      {numRuns: 300},
    );
  });

  type Change = (observation: Observation, pick: number) => void;
  const changes: Record<string, Change> = {
    'another value': (observation, pick) => {
      const {value} = observation;
      const at = pick % value.length;
      const digit = value.charAt(at);
      observation.value =
        digit === '.'
          ? value.replace('.', '')
          : value.slice(0, at) + ((Number(digit) + 1) % 10) + value.slice(at + 1);
    },
    'another scale': (observation, pick) => {
      observation.scale = (observation.scale + 1 + (pick % 24)) % 25;
    },
    'another unit': (observation, pick) => {
      const others = UNITS.filter((unit) => unit !== observation.unit);
      observation.unit = others[pick % others.length]!;
    },
    'another hedge': (observation, pick) => {
      const all = [undefined, ...new Set(HEDGES.map(([qualifier]) => qualifier).filter(Boolean))];
      const others = all.filter((qualifier) => qualifier !== observation.qualifier);
      const other = others[pick % others.length];
      if (other) observation.qualifier = other;
      else delete observation.qualifier;
    },
    'other words than those printed': (observation, pick) => {
      const {printed} = observation;
      const at = pick % (printed.length + 1);
      observation.printed = `${printed.slice(0, at)}某${printed.slice(at)}`;
    },
    'a place moved by one': (observation, pick) => {
      const key = (['start', 'end', 'figureStart', 'figureEnd'] as const)[pick % 4]!;
      observation.provenance[key] += pick % 8 < 4 ? 1 : -1;
    },
    'a quote changed by a sign': (observation, pick) => {
      const {quote} = observation.provenance;
      const at = pick % quote.length;
      observation.provenance.quote = `${quote.slice(0, at)}某${quote.slice(at + 1)}`;
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`with ${what} is refused`, () => {
      fc.assert(
        fc.property(figures, fc.nat(), fc.nat(), (list, which, pick) => {
          const {report, text} = reportOf(list);
          const observation = report.observations[which % list.length]!;
          change(observation, pick);
          let faults = 1;
          try {
            faults = checkReport(parseReport(report), text).faults.length;
          } catch {
            // Refused by its shape.
          }
          expect(faults, JSON.stringify(observation)).to.be.above(0);
        }),
        {numRuns: 200},
      );
    });
  }

  it('without one of its figures is refused: its number is left over', () => {
    fc.assert(
      fc.property(figures, fc.nat(), (list, which) => {
        const {report, text} = reportOf(list);
        report.observations.splice(which % list.length, 1);
        expect(checkReport(report, text).faults.map(({code}) => code)).to.include('uncovered');
      }),
      {numRuns: 200},
    );
  });
});
