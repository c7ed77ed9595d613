import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  changeBetween,
  comparableEntries,
  entryOrder,
  findEntry,
  ratePercent,
  scaleSize,
  type Change,
} from '../src/change.js';
import {shiftPoint} from '../src/decimal.js';
import type {Observation, Qualifier, SeriesEntry} from '../src/schema.js';
import {anObservation} from './fixtures.js';

const PERIOD = {start: '2030-01-01', end: '2030-06-30'};

function anEntry(overrides: Partial<SeriesEntry> = {}): SeriesEntry {
  return {
    indicator: 'parks',
    period: '2029',
    printed: '9个',
    value: '9',
    scale: 0,
    unit: '个',
    source: {url: 'https://parks.example/2029'},
    ...overrides,
  };
}

const change = (observation: Partial<Observation>, entry: Partial<SeriesEntry>): Change =>
  changeBetween(anObservation(observation), anEntry(entry), PERIOD);

/** A decimal and its value as a whole number of its 6th decimal. */
const decimal = fc
  .tuple(fc.bigInt({min: 0n, max: 10n ** 18n}), fc.integer({min: 0, max: 6}))
  .map(([digits, decimals]): [text: string, micro: bigint] => {
    const text = String(digits).padStart(decimals + 1, '0');
    const cut = text.length - decimals;
    return [
      decimals ? `${text.slice(0, cut)}.${text.slice(cut)}` : text,
      digits * 10n ** BigInt(6 - decimals),
    ];
  });

const micro = (text: string): bigint => BigInt(shiftPoint(text, 6));

describe('changeBetween', () => {
  it('is exact, whatever the digits and the scales', () => {
    fc.assert(
      fc.property(
        decimal,
        decimal,
        fc.constantFrom(0, 4, 8, 12),
        fc.constantFrom(0, 4, 8, 12),
        ([own, ownMicro], [other, otherMicro], ownScale, otherScale) => {
          const result = change({value: own, scale: ownScale}, {value: other, scale: otherScale});
          const from = otherMicro * 10n ** BigInt(otherScale);
          const difference = ownMicro * 10n ** BigInt(ownScale) - from;
          if (result.type !== 'difference') throw new Error(result.type);
          const size = micro(result.size);
          expect(result.bound).to.equal('exact');
          expect(result.direction === 'down' ? -size : size).to.equal(difference);
          expect(result.direction).to.equal(difference > 0n ? 'up' : difference < 0n ? 'down' : 'same');
          if (!difference || !from) expect(result.rate).to.equal(undefined);
          else {
            expect(micro(result.rate!.numerator)).to.equal(size);
            expect(micro(result.rate!.denominator)).to.equal(from);
          }
        },
      ),
    );
  });

  it('never states a bound that a true value within the hedges breaks', () => {
    // A true value that a hedge allows: how far it lies from the printed one, on which side.
    const hedges = fc.constantFrom<Qualifier | undefined>(
      'over',
      'at-least',
      'nearly',
      'under',
      'at-most',
      'about',
      undefined,
    );
    const value = fc
      .tuple(fc.integer({min: 1, max: 200}), hedges, fc.integer({min: 1, max: 99}))
      .map(([printed, qualifier, off]) => {
        const side =
          qualifier === 'over' || qualifier === 'at-least'
            ? off
            : qualifier === 'about'
              ? off - 50
              : qualifier
                ? -Math.min(off, printed - 1)
                : 0;
        return {value: String(printed), qualifier, truth: Math.max(printed + side, 1)};
      });
    fc.assert(
      fc.property(value, value, fc.boolean(), (own, other, isLater) => {
        const {truth: ownTruth, ...observation} = own;
        const {truth: otherTruth, ...entry} = other;
        const result = change(observation, {...entry, period: isLater ? '2031' : '2029'});
        const [from, to] = isLater ? [ownTruth, otherTruth] : [otherTruth, ownTruth];
        if (result.type === 'listed') {
          expect(own.qualifier ?? other.qualifier).not.to.equal(undefined);
          return;
        }
        if (result.type !== 'difference') throw new Error(result.type);
        const sign = result.direction === 'up' ? 1 : result.direction === 'down' ? -1 : 0;
        const moved = (to - from) * (sign || 1);
        const size = Number(result.size);
        if (result.bound === 'exact') expect(moved).to.equal(size);
        if (result.bound === 'at-least') expect(moved).to.be.at.least(size);
        if (result.bound === 'at-most') expect(moved).to.be.at.most(size);
        if (!result.rate) return;
        // In tenths of a percent, as it is shown.
        const shown = Number(ratePercent(result.rate, result.bound).percent);
        const rate = (moved / from) * 100;
        if (result.bound === 'at-least') expect(rate).to.be.at.least(shown - 1e-9);
        if (result.bound === 'at-most') expect(rate).to.be.at.most(shown + 1e-9);
      }),
      {numRuns: 2000},
    );
  });

  const bounds: Array<[later: [string, Qualifier?], earlier: [string, Qualifier?], shown: string]> = [
    [['2240', 'over'], ['2202'], 'up at-least 38'],
    [['2240', 'at-least'], ['2202'], 'up at-least 38'],
    [['2240'], ['2202', 'nearly'], 'up at-least 38'],
    [['2240', 'over'], ['2202', 'under'], 'up at-least 38'],
    [['300', 'nearly'], ['200'], 'up at-most 100'],
    [['300'], ['200', 'over'], 'up at-most 100'],
    [['100', 'under'], ['120'], 'down at-least 20'],
    [['100'], ['120', 'over'], 'down at-least 20'],
    [['100', 'over'], ['120'], 'down at-most 20'],
    [['430', 'over'], ['410', 'over'], 'both-hedged'],
    [['430', 'about'], ['410', 'over'], 'both-hedged'],
    [['430', 'about'], ['410'], 'hedged'],
    [['430'], ['410', 'about'], 'hedged'],
    [['430', 'over'], ['430'], 'hedged'],
  ];
  for (const [later, earlier, expected] of bounds) {
    it(`gives ${expected} from ${earlier.join(' ')} to ${later.join(' ')}`, () => {
      const result = change(
        {value: later[0], qualifier: later[1]},
        {value: earlier[0], qualifier: earlier[1]},
      );
      expect(
        result.type === 'difference'
          ? `${result.direction} ${result.bound} ${result.size}`
          : result.type === 'listed' && result.why,
      ).to.equal(expected);
    });
  }

  it('measures from the report’s figure to a later one', () => {
    expect(change({value: '12'}, {value: '9', period: '2031'})).to.include({direction: 'down', size: '3'});
  });

  it('has percentage points and no rate for a share', () => {
    const result = change(
      {kind: 'share', value: '12.5', unit: '%', printed: '12.5%'},
      {value: '10', unit: '%'},
    );
    expect(result).to.deep.equal({
      type: 'difference',
      measure: 'points',
      direction: 'up',
      size: '2.5',
      bound: 'exact',
    });
  });

  it('has no rate from zero', () => {
    expect(change({value: '5'}, {value: '0'})).not.to.have.property('rate');
  });

  it('counts the places of a rank, whose number falls as it rises', () => {
    const result = change({kind: 'rank', value: '7', unit: '位'}, {value: '9', unit: '位'});
    expect(result).to.deep.equal({
      type: 'difference',
      measure: 'places',
      direction: 'down',
      size: '2',
      bound: 'exact',
    });
  });

  it('does not count from a hedged rank', () => {
    expect(
      change({kind: 'rank', value: '10', qualifier: 'at-most', unit: '位'}, {value: '20', unit: '位'}),
    ).to.deep.equal({type: 'listed', why: 'hedged'});
  });

  describe('verdict', () => {
    const cases: Array<[better: 'higher' | 'lower' | undefined, own: string, verdict: string | undefined]> = [
      [undefined, '12', undefined],
      ['higher', '12', 'better'],
      ['higher', '7', 'worse'],
      ['lower', '12', 'worse'],
      ['lower', '7', 'better'],
      ['higher', '9', undefined],
    ];
    for (const [better, value, verdict] of cases) {
      it(`is ${verdict ?? 'none'} for 9 → ${value} where ${better ?? 'nothing'} is said to be better`, () => {
        const result = change({value, better}, {value: '9'});
        expect(result.type === 'difference' && result.verdict).to.equal(verdict);
      });
    }
    it('is not passed on an upper bound', () => {
      expect(change({value: '12', qualifier: 'nearly', better: 'higher'}, {value: '9'})).not.to.have.property(
        'verdict',
      );
    });
  });

  it('knows of tiers and ratings only whether they are the same', () => {
    const tier = {kind: 'tier', unit: '梯队', value: '1'} as const;
    expect(change(tier, {unit: '梯队', value: '1'})).to.deep.equal({type: 'place', isSame: true});
    expect(change(tier, {unit: '梯队', value: '2'})).to.deep.equal({type: 'place', isSame: false});
    const rating = {kind: 'rating', unit: '', value: '高'} as const;
    expect(change(rating, {unit: '', value: '非常高'})).to.deep.equal({type: 'place', isSame: false});
  });

  const refusals: Array<[why: string, observation: Partial<Observation>, entry: Partial<SeriesEntry>]> = [
    ['not-comparable', {}, {notComparable: {'zh-CN': '口径不同'}}],
    ['same-period', {}, {period: '2030-H1'}],
    ['unit', {unit: '项'}, {}],
    ['basis', {basis: 'since-2030'}, {}],
    ['basis', {basis: 'year-to-date'}, {}],
    ['whole', {of: {value: '100'}}, {of: {value: '333'}}],
    ['whole', {of: {label: {'zh-CN': '全省'}}}, {of: {label: {'zh-CN': '全国'}}}],
  ];
  for (const [why, observation, entry] of refusals) {
    it(`refuses for the reason ${why}: ${JSON.stringify([observation, entry])}`, () => {
      expect(change(observation, entry)).to.deep.equal({type: 'listed', why});
    });
  }

  for (const observation of [
    {basis: 'cumulative'},
    {basis: 'point'},
    {basis: 'unstated'},
    {of: {value: '100'}},
  ]) {
    it(`compares ${JSON.stringify(observation)} with an entry that says nothing of it`, () => {
      expect(change(observation, {}).type).to.equal('difference');
    });
  }
});

describe('findEntry', () => {
  const series = ['2028', '2031', '2029', '2030-H1', '2030-Q4', '2029-H1'].map((period) => anEntry({period}));
  const cases: Array<[asked: string, found: string | undefined]> = [
    ['previous', '2029'],
    ['next', '2030-Q4'],
    ['2028', '2028'],
    ['2030-H1', '2030-H1'],
    ['2027', undefined],
    ['', undefined],
  ];
  for (const [asked, found] of cases) {
    it(`finds ${found ?? 'nothing'} for “${asked}”`, () => {
      expect(findEntry({series, period: PERIOD}, 'parks', asked)?.period).to.equal(found);
    });
  }
  it('finds nothing of another indicator, nor in a report without series', () => {
    expect(findEntry({series, period: PERIOD}, 'ponds', 'previous')).to.equal(undefined);
    expect(findEntry({period: PERIOD}, 'parks', 'previous')).to.equal(undefined);
  });
});

describe('entryOrder', () => {
  for (const [period, order] of [
    ['2029', 'earlier'],
    ['2030-Q1', 'earlier'],
    ['2030-06', 'same'],
    ['2030', 'later'],
  ]) {
    it(`puts ${period} ${order}`, () => expect(entryOrder(anEntry({period}), PERIOD)).to.equal(order));
  }
});

describe('comparableEntries', () => {
  const line = (observation: Partial<Observation>, series: SeriesEntry[]) =>
    comparableEntries(anObservation(observation), {series, period: PERIOD}).map(
      (entry) => entry?.period ?? 'own',
    );

  it('puts the report’s own figure among them, in the order of time', () => {
    const series = ['2031', '2028', '2029'].map((period) => anEntry({period}));
    expect(line({}, series)).to.deep.equal(['2028', '2029', 'own', '2031']);
  });

  it('leaves out what must not be compared, and of one day the second', () => {
    const series = [
      anEntry({period: '2026'}),
      anEntry({period: '2027'}),
      anEntry({period: '2027-H2'}),
      anEntry({period: '2028', unit: '项'}),
      anEntry({period: '2029', notComparable: {'zh-CN': '口径不同'}}),
      anEntry({period: '2031', indicator: 'ponds'}),
    ];
    expect(line({}, series)).to.deep.equal(['2026', '2027', 'own']);
  });

  it('is empty with two periods, for ranks, and for a span of its own', () => {
    const series = ['2028', '2029', '2031'].map((period) => anEntry({period}));
    expect(line({}, series.slice(0, 1))).to.be.empty;
    expect(line({kind: 'rank'}, series)).to.be.empty;
    expect(line({basis: 'since-2030'}, series)).to.be.empty;
  });
});

describe('ratePercent', () => {
  const cases: Array<[numerator: string, denominator: string, percent: string, isRounded: boolean]> = [
    ['9', '25', '36', false],
    ['2', '69', '2.9', true],
    ['1', '8', '12.5', false],
    ['1', '16', '6.3', true],
    ['1', '100000', '0', true],
    ['0.1', '0.4', '25', false],
    ['205', '115', '178.3', true],
  ];
  for (const [numerator, denominator, percent, isRounded] of cases) {
    it(`puts ${numerator} / ${denominator} as ${isRounded ? 'about ' : ''}${percent}%`, () => {
      expect(ratePercent({numerator, denominator})).to.deep.equal({percent, isRounded});
    });
  }

  it('rounds a bound to the side on which it stays true', () => {
    const rate = {numerator: '2', denominator: '3'};
    expect(ratePercent(rate, 'at-least').percent).to.equal('66.6');
    expect(ratePercent(rate, 'exact').percent).to.equal('66.7');
    expect(ratePercent({numerator: '1', denominator: '3'}, 'at-most').percent).to.equal('33.4');
    expect(ratePercent({numerator: '1', denominator: '4'}, 'at-most').percent).to.equal('25');
  });

  it('is the exact fraction, cut to one decimal', () => {
    fc.assert(
      fc.property(decimal, decimal, ([numerator, top], [denominator, bottom]) => {
        fc.pre(bottom > 0n);
        const {percent, isRounded} = ratePercent({numerator, denominator});
        const tenths = BigInt(shiftPoint(percent, 1));
        // |tenths / 1000 − top / bottom| ≤ half a tenth of a percent
        const off = tenths * bottom - top * 1000n;
        expect((off < 0n ? -off : off) * 2n <= bottom).to.equal(true);
        expect(isRounded).to.equal(off !== 0n);
      }),
    );
  });
});

describe('scaleSize', () => {
  const cases: Array<[size: string, scale: number, value: string, fit: number]> = [
    ['3800000000', 8, '38', 8],
    ['5000000', 8, '500', 4],
    ['12', 8, '12', 0],
    ['0.5', 0, '0.5', 0],
    ['100000000', 12, '1', 8],
    ['0', 8, '0', 0],
    ['1500000', 6, '1.5', 6],
  ];
  for (const [size, scale, value, fit] of cases) {
    it(`counts ${size} as ${value} in ${fit}`, () => {
      expect(scaleSize(size, scale)).to.deep.equal({value, scale: fit});
    });
  }
});
