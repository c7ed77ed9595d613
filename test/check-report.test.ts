import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {checkReport, describeFault, type Fault} from '../src/check-report.js';
import {parseReport} from '../src/parse-report.js';
import {sha256} from '../src/sha256.js';
import type {Report} from '../src/schema.js';
import seed from '../seeds/qingdao-2024-h1.json';

type Draft = Record<string, any>;

const aReport = () => JSON.parse(JSON.stringify(seed)) as Draft & Report;
let text = '';

before(async () => {
  text = await (await fetch(new URL('../seeds/qingdao-2024-h1.txt', import.meta.url))).text();
});

/** A report of one sentence, with what an observation must say to be proved. */
function reportOf(sentence: string, number: string, observation: Draft): Report {
  const figureStart = sentence.indexOf(number);
  const label = {'zh-CN': '标签', en: 'Label'};
  return {
    format: 1,
    id: 'r',
    language: 'zh-CN',
    publisher: label,
    period: {start: '2024-01-01', end: '2024-06-30'},
    source: {text: 'r.txt', sha256: sha256(sentence)},
    observations: [
      {
        indicator: 'i',
        label,
        scale: 0,
        ...observation,
        provenance: {
          quote: sentence,
          start: 0,
          end: sentence.length,
          figureStart,
          figureEnd: figureStart + number.length,
        },
      },
    ],
  } as unknown as Report;
}

const codes = (report: Report, source: string) =>
  checkReport(report, source).faults.map((fault) => fault.code);

describe('checkReport', () => {
  it('proves every figure of the seed and finds no number left over', () => {
    const {faults, ...sums} = checkReport(seed as unknown as Report, text);
    expect(faults).to.deep.equal([]);
    expect(sums).to.deep.equal({
      proved: seed.observations.length,
      observations: seed.observations.length,
      numbers: 68,
      ignored: seed.ignored.length,
    });
  });

  const provable: Array<[sentence: string, number: string, observation: Draft]> = [
    [
      '投入三千二百万元',
      '三千二百万',
      {printed: '三千二百万元', value: '3200', scale: 4, unit: '元', kind: 'amount'},
    ],
    [
      '服务20多万人',
      '20多万',
      {printed: '20多万人', value: '20', scale: 4, unit: '人', qualifier: 'over', kind: 'count'},
    ],
    ['增速为-3.2%', '-3.2', {printed: '-3.2%', value: '-3.2', unit: '%', kind: 'share'}],
    [
      '有１２３．４亿元',
      '１２３．４亿',
      {printed: '１２３．４亿元', value: '123.4', scale: 8, unit: '元', kind: 'amount'},
    ],
    ['种苗50畦', '50', {printed: '50畦', value: '50', unit: '畦', kind: 'count'}],
    ['居全省第二', '二', {printed: '第二', value: '2', unit: '', kind: 'rank'}],
    ['占总量的百分之三十', '三十', {printed: '百分之三十', value: '30', unit: '%', kind: 'share'}],
    [
      '在31个省份中排第3位',
      '3位'.slice(0, 1),
      {printed: '第3位', value: '3', unit: '位', kind: 'rank', of: {value: '31', unit: '个'}},
    ],
  ];
  for (const [sentence, number, observation] of provable) {
    it(`proves ${observation['printed']} in ${sentence}`, () => {
      const at = sentence.lastIndexOf(number);
      const report = reportOf(sentence, number, observation);
      Object.assign(report.observations[0]!.provenance, {figureStart: at, figureEnd: at + number.length});
      expect(checkReport(report, sentence).faults).to.deep.equal([]);
    });
  }

  const mistakes: Array<[behaviour: string, spoil: (report: Draft) => void, code: Fault['code']]> = [
    ['a digit changed in a value', (r) => (r.observations[17].value = '901'), 'value'],
    ['a zero dropped from a value', (r) => (r.observations[9].value = '1.10'), 'value'],
    ['a digit changed in what is printed', (r) => (r.observations[3].printed = '59项'), 'printed'],
    ['a dropped 超', (r) => (r.observations[6].printed = '9200万元'), 'printed'],
    ['a dropped hedge', (r) => delete r.observations[6].qualifier, 'qualifier'],
    ['an added hedge', (r) => (r.observations[3].qualifier = 'about'), 'qualifier'],
    ['亿 for 万', (r) => (r.observations[6].scale = 8), 'scale'],
    ['another unit', (r) => (r.observations[3].unit = '个'), 'unit'],
    ['half a unit', (r) => (r.observations.find((o: Draft) => o.unit === '项次').unit = '项'), 'unit'],
    ['no unit', (r) => (r.observations[3].unit = ''), 'unit'],
    ['a count for a rank', (r) => (r.observations[0].kind = 'count'), 'kind'],
    ['an amount for a count', (r) => (r.observations[3].kind = 'amount'), 'kind'],
    ['another rating', (r) => Object.assign(r.observations[1], {value: '高', printed: '高'}), 'value'],
    ['another whole', (r) => (r.observations[2].of.value = '334'), 'whole'],
    ['a time the sentence does not name', (r) => (r.observations[3].basis = 'since-2019'), 'basis'],
    ['a sentence that stands elsewhere', (r) => r.observations[3].provenance.start--, 'quote'],
    ['a hash of another text', (r) => (r.source.sha256 = '0'.repeat(64)), 'hash'],
    ['a title that is not in the text', (r) => (r.issues[0].title['zh-CN'] = '没有问题'), 'wording'],
    ['an area at another line', (r) => (r.areas[0].start += 1), 'quote'],
    ['a label without English', (r) => delete r.observations[3].label.en, 'translation'],
    ['an area that is not there', (r) => (r.observations[3].area = 'nowhere'), 'reference'],
    ['an item that is not there', (r) => (r.observations[3].item = 'nowhere'), 'reference'],
    ['an item of another area', (r) => (r.observations[3].area = 'digital-society'), 'reference'],
    ['a plan that is not there', (r) => (r.issues[0].plans[0].id = 'nowhere'), 'reference'],
    ['a series of nothing', (r) => (r.series[0].indicator = 'nowhere'), 'reference'],
    ['a series that hedges otherwise', (r) => delete r.series[0].qualifier, 'qualifier'],
    ['a series of another number', (r) => (r.series[0].value = '2241'), 'value'],
    ['a platform with an unknown figure', (r) => (r.platforms[0].indicators = ['nowhere']), 'reference'],
    ['a mention that is elsewhere', (r) => (r.platforms[0].mentions[0].start -= 1), 'quote'],
    ['a figure left out', (r) => r.observations.splice(3, 1), 'uncovered'],
    [
      'a year left out',
      (r) =>
        r.ignored.splice(
          r.ignored.findIndex((entry: Draft) => entry.text === '2024'),
          1,
        ),
      'uncovered',
    ],
    [
      'a number ignored and shown',
      (r) => r.ignored.push({start: 279, end: 281, text: '58', reason: 'name'}),
      'overlap',
    ],
    ['an ignored word', (r) => r.ignored.push({start: 1, end: 3, text: '今年', reason: 'word'}), 'no-number'],
    ['ignored words that are elsewhere', (r) => (r.ignored[0].text = '3.0'), 'quote'],
  ];
  for (const [behaviour, spoil, code] of mistakes) {
    it(`refuses ${behaviour}, and says so in both languages`, () => {
      const report = aReport();
      spoil(report);
      const {faults} = checkReport(report, text);
      const fault = faults.find((candidate) => candidate.code === code);
      expect(fault, JSON.stringify(faults)).to.not.equal(undefined);
      expect(fault!.message).to.equal(describeFault(fault!, 'en'));
      expect(fault!.message).to.match(/^\S+: expected .+, found .+\.$/);
      expect(describeFault(fault!, 'zh-CN')).to.match(/^\S+：应为 .+。$/);
    });
  }

  it('reports all faults, and proves the other figures', () => {
    const report = aReport();
    report.observations[3]!.value = '59';
    report.observations[5]!.unit = '个';
    const {proved, observations, faults} = checkReport(report, text);
    expect(observations - proved).to.equal(2);
    expect(faults.map((fault) => fault.where)).to.deep.equal([
      'observations[3].value',
      'observations[5].unit',
    ]);
  });

  it('reads the sign of a figure that begins behind it', () => {
    const report = reportOf('增速为-3.2%', '3.2', {printed: '3.2%', value: '3.2', unit: '%', kind: 'share'});
    expect(codes(report, '增速为-3.2%')).to.include('position');
  });

  it('reads the whole of a number that a figure takes the end of', () => {
    const report = reportOf('有1234家', '234', {printed: '234家', value: '234', unit: '家', kind: 'count'});
    expect(codes(report, '有1234家')).to.include('position');
    const terms = reportOf('有3亿2000万元', '2000万', {
      printed: '2000万元',
      value: '2000',
      scale: 4,
      unit: '元',
      kind: 'amount',
    });
    expect(codes(terms, '有3亿2000万元')).to.include('position');
  });

  it('comes to an end on a long text without a full stop, which the square of its length would not', function () {
    this.timeout(20_000);
    const source = `共有30家${',有些数量'.repeat(200_000)}`;
    const report = reportOf(source, '30', {printed: '30家', value: '30', unit: '家', kind: 'count'});
    Object.assign(report.observations[0]!.provenance, {quote: '共有30家', end: 5});
    expect(codes(report, source)).to.deep.equal([]);
  });
});

describe('checkReport against a single change', () => {
  type Mutation = {report: Draft; text: string; what: string} | undefined;
  type Pick = (length: number) => number;

  const otherDigit = (digit: string, by: number) => String((Number(digit) + 1 + (by % 9)) % 10);

  function changeDigit(words: string, pick: Pick): string | undefined {
    const places = [...words.matchAll(/\d/g)].map((match) => match.index);
    if (!places.length) return undefined;
    const at = places[pick(places.length)]!;
    return words.slice(0, at) + otherDigit(words.charAt(at), pick(9)) + words.slice(at + 1);
  }

  const OFFSETS = ['start', 'end', 'figureStart', 'figureEnd'] as const;

  const kinds: Record<string, (report: Draft, pick: Pick) => Mutation> = {
    'a digit of a value': (report, pick) => {
      const card = [...report['observations'], ...report['series']];
      const entry = card[pick(card.length)];
      const value = changeDigit(entry.value, pick);
      return value === undefined ? undefined : ((entry.value = value), {report, text, what: value});
    },
    'a digit of what is printed': (report, pick) => {
      const card = [...report['observations'], ...report['series']];
      const entry = card[pick(card.length)];
      const printed = changeDigit(entry.printed, pick);
      return printed === undefined ? undefined : ((entry.printed = printed), {report, text, what: printed});
    },
    'a character of what is printed': (report, pick) => {
      const entry = report['observations'][pick(report['observations'].length)];
      const at = pick(entry.printed.length);
      entry.printed = entry.printed.slice(0, at) + entry.printed.slice(at + 1);
      return entry.printed ? {report, text, what: entry.printed} : undefined;
    },
    'a dropped or changed hedge': (report, pick) => {
      const entry = report['observations'][pick(report['observations'].length)];
      const others = [undefined, 'over', 'at-least', 'nearly', 'about', 'under', 'at-most'].filter(
        (qualifier) => qualifier !== entry.qualifier,
      );
      const qualifier = others[pick(others.length)];
      if (qualifier) entry.qualifier = qualifier;
      else delete entry.qualifier;
      return {report, text, what: `${entry.printed} ${qualifier}`};
    },
    'another scale': (report, pick) => {
      const entry = report['observations'][pick(report['observations'].length)];
      entry.scale = [0, 1, 2, 3, 4, 8, 12].filter((scale) => scale !== entry.scale)[pick(6)];
      return {report, text, what: `${entry.printed} ${entry.scale}`};
    },
    '万 and 亿 swapped in the text': (report, pick) => {
      const places = [...text.matchAll(/[万亿]/g)].map((match) => match.index);
      const at = places[pick(places.length)]!;
      const changed = text.slice(0, at) + (text.charAt(at) === '万' ? '亿' : '万') + text.slice(at + 1);
      return {report, text: changed, what: `at ${at}`};
    },
    'units of two figures swapped': (report, pick) => {
      const list = report['observations'];
      const a = list[pick(list.length)];
      const b = list[pick(list.length)];
      if (a.unit === b.unit) return undefined;
      [a.unit, b.unit] = [b.unit, a.unit];
      return {report, text, what: `${a.printed} ${b.printed}`};
    },
    'places of two figures swapped': (report, pick) => {
      const list = report['observations'];
      const a = list[pick(list.length)];
      const b = list[pick(list.length)];
      if (a.printed === b.printed) return undefined;
      [a.provenance, b.provenance] = [b.provenance, a.provenance];
      return {report, text, what: `${a.printed} ${b.printed}`};
    },
    'an offset of a figure moved by one': (report, pick) => {
      const {provenance, printed} = report['observations'][pick(report['observations'].length)];
      const key = OFFSETS[pick(4)]!;
      provenance[key] += pick(2) ? 1 : -1;
      return {report, text, what: `${printed} ${key}`};
    },
    'an offset of anything else moved by one': (report, pick) => {
      const spans = [
        ...report['areas'],
        ...report['areas'].flatMap((area: Draft) => area['items']),
        ...['issues', 'plans', 'documents', 'platforms'].flatMap((list) =>
          report[list].map((entry: Draft) => entry['provenance']),
        ),
        ...report['platforms'].flatMap((platform: Draft) => platform['mentions'] ?? []),
        ...report['ignored'],
      ].filter((span) => span.start !== undefined);
      const span = spans[pick(spans.length)];
      span[pick(2) ? 'start' : 'end'] += pick(2) ? 1 : -1;
      return {report, text, what: JSON.stringify(span).slice(0, 200)};
    },
    'a character of a quote': (report, pick) => {
      const list = [
        ...report['observations'],
        ...report['issues'],
        ...report['plans'],
        ...report['documents'],
      ];
      const {provenance} = list[pick(list.length)];
      const at = pick(provenance.quote.length);
      provenance.quote = `${provenance.quote.slice(0, at)}某${provenance.quote.slice(at + 1)}`;
      return {report, text, what: provenance.quote};
    },
    'a character of the text': (report, pick) => {
      const at = pick(text.length);
      const other = '0一某,'.replace(text.charAt(at), '').charAt(pick(3));
      const changed = text.slice(0, at) + other + text.slice(at + (pick(2) ? 1 : 0));
      return {report, text: changed, what: `at ${at}`};
    },
    'an entry left out': (report, pick) => {
      const list = report[pick(2) ? 'observations' : 'ignored'];
      const [entry] = list.splice(pick(list.length), 1);
      // A word such as 统一 needs no explanation, and a whole is explained by its observation.
      const isNeeded = entry.indicator || (/\d/.test(entry.text) && entry.reason !== 'base');
      return isNeeded ? {report, text, what: JSON.stringify(entry).slice(0, 200)} : undefined;
    },
  };

  const refused = (mutation: {report: Draft; text: string}) => {
    try {
      parseReport(mutation.report);
    } catch {
      return true;
    }
    return checkReport(mutation.report as Report, mutation.text).faults.length > 0;
  };

  for (const [kind, mutate] of Object.entries(kinds)) {
    it(`refuses ${kind}`, function () {
      this.timeout(60_000);
      let tried = 0;
      fc.assert(
        fc.property(fc.array(fc.nat(1_000_000), {minLength: 6, maxLength: 6}), (numbers) => {
          let next = 0;
          const mutation = mutate(aReport(), (length) => numbers[next++ % 6]! % length);
          fc.pre(mutation !== undefined);
          tried++;
          expect(refused(mutation!), mutation!.what).to.equal(true);
        }),
        {numRuns: 60},
      );
      expect(tried).to.be.at.least(60);
    });
  }
});
