import {expect} from '@open-wc/testing';
import {parseReport} from '../src/parse-report.js';
import {describeIssue, ReportError, type ReportIssue} from '../src/report-error.js';
import seed from '../seeds/qingdao-2024-h1.json';

type Draft = Record<string, any>;

const aReport = () => JSON.parse(JSON.stringify(seed)) as Draft;

function refusal(input: unknown): ReportError {
  try {
    parseReport(input);
  } catch (error) {
    expect(error).to.be.instanceOf(ReportError);
    return error as ReportError;
  }
  throw new Error('The report was accepted.');
}

describe('parseReport', () => {
  it('gives back the same object, unchanged', () => {
    const report = aReport();
    expect(parseReport(report)).to.equal(report);
    expect(report).to.deep.equal(seed);
  });

  it('accepts a report of nothing but figures', () => {
    const {format, id, language, publisher, period, source, observations} = aReport();
    const report = {format, id, language, publisher, period, source, observations};
    expect(parseReport(report)).to.equal(report);
  });

  const manyFigures = () => {
    const report: Draft = {...aReport(), series: []};
    report.observations = Array.from({length: 5_000}, (_none, i) => ({
      ...report.observations[i % 44],
      indicator: `made-${i}`,
    }));
    return report;
  };

  it('accepts thousands of figures, which are checked some at a time', () => {
    const report = manyFigures();
    expect(parseReport(report)).to.equal(report);
  });

  for (const at of [0, 1_999, 2_000, 4_999]) {
    it(`names what is wrong with figure ${at} of thousands, and with what comes after`, () => {
      const report = manyFigures();
      report.observations[at].unit = 7;
      report.ignored = 'none';
      expect(refusal(report).issues.map(({path}) => path)).to.deep.equal([
        `observations[${at}].unit`,
        'ignored',
      ]);
    });
  }

  it('says what, where and how to mend it', () => {
    const report = aReport();
    report.observations[3].value = 921.61;
    const error = refusal(report);
    expect(error).to.include({name: 'ReportError', path: 'observations[3].value'});
    expect(error.message).to.equal(
      'observations[3].value: expected a decimal string such as "921.61", found the number 921.61. Put it in quotes.',
    );
  });

  const mistakes: Array<
    [behaviour: string, spoil: (report: Draft) => void, path: string, problem: ReportIssue['problem']]
  > = [
    ['a missing field', (r) => delete r.period, 'period', 'missing'],
    ['a missing list', (r) => delete r.observations, 'observations', 'missing'],
    ['another format', (r) => (r.format = 2), 'format', 'format'],
    ['a misspelt key', (r) => (r.observations[0].lable = {}), 'observations[0]', 'unknown-key'],
    [
      'an id with capitals',
      (r) => (r.observations[0].indicator = 'Rank'),
      'observations[0].indicator',
      'format',
    ],
    ['a thousands comma', (r) => (r.observations[3].value = '1,234'), 'observations[3].value', 'format'],
    ['an exponent', (r) => (r.observations[3].value = '1e21'), 'observations[3].value', 'format'],
    ['a word for a count', (r) => (r.observations[3].value = '许多'), 'observations[3].value', 'format'],
    ['a null', (r) => (r.observations[3].value = null), 'observations[3].value', 'type'],
    ['a rank of zero', (r) => (r.observations[0].value = '0'), 'observations[0].value', 'format'],
    ['a tier of one and a half', (r) => (r.observations[2].value = '1.5'), 'observations[2].value', 'format'],
    [
      'a share without %',
      (r) => (r.observations.find((o: Draft) => o.kind === 'share').unit = ''),
      'observations[10].unit',
      'format',
    ],
    [
      'a scale that is no whole number',
      (r) => (r.observations[3].scale = 1.5),
      'observations[3].scale',
      'type',
    ],
    ['a scale out of range', (r) => (r.observations[3].scale = 99), 'observations[3].scale', 'format'],
    [
      'an unknown qualifier',
      (r) => (r.observations[3].qualifier = 'circa'),
      'observations[3].qualifier',
      'choice',
    ],
    ['an unknown kind', (r) => (r.observations[3].kind = 'sum'), 'observations[3].kind', 'choice'],
    ['an unreal date', (r) => (r.period.end = '2024-02-30'), 'period.end', 'format'],
    ['a 29 February of no leap year', (r) => (r.period.end = '2025-02-29'), 'period.end', 'format'],
    ['a period that ends before it starts', (r) => (r.period.end = '2023-01-01'), 'period', 'order'],
    ['a script for an address', (r) => (r.source.url = 'javascript:alert(1)'), 'source.url', 'format'],
    [
      'a user name in an address',
      (r) => (r.source.url = 'http://gov.cn@evil.example/'),
      'source.url',
      'format',
    ],
    ['a path for the source text', (r) => (r.source.text = '../secret.txt'), 'source.text', 'format'],
    [
      'a quote longer than its offsets',
      (r) => (r.observations[0].provenance.quote += '。'),
      'observations[0].provenance',
      'length',
    ],
    [
      'a figure outside its quote',
      (r) => (r.observations[0].provenance.figureStart = 0),
      'observations[0].provenance',
      'order',
    ],
    [
      'a figure of no length',
      (r) => (r.observations[0].provenance.figureEnd = r.observations[0].provenance.figureStart),
      'observations[0].provenance',
      'order',
    ],
    [
      'a negative offset',
      (r) => (r.observations[0].provenance.start = -1),
      'observations[0].provenance.start',
      'format',
    ],
    [
      'an indicator twice',
      (r) => (r.observations[1].indicator = r.observations[0].indicator),
      'observations[1].indicator',
      'duplicate',
    ],
    ['an area twice', (r) => (r.areas[1].id = r.areas[0].id), 'areas[1].id', 'duplicate'],
    [
      'an item twice, in two areas',
      (r) => (r.areas[1].items[0].id = r.areas[0].items[0].id),
      'areas[1].items[0].id',
      'duplicate',
    ],
    ['a plan twice', (r) => (r.plans[1].id = r.plans[0].id), 'plans[1].id', 'duplicate'],
    ['a label without a language', (r) => (r.observations[0].label = {}), 'observations[0].label', 'format'],
    [
      'a label in no language',
      (r) => (r.observations[0].label = {'not a tag': 'x'}),
      'observations[0].label',
      'format',
    ],
    ['a text for a list', (r) => (r.observations = 'many'), 'observations', 'type'],
    ['a list for an object', (r) => (r.period = ['2024-01-01', '2024-06-30']), 'period', 'type'],
    [
      'a text of 20,001 characters',
      (r) => (r.observations[0].label.en = 'x'.repeat(20_001)),
      'observations[0].label.en',
      'too-long',
    ],
    [
      'a replacement character',
      (r) => (r.observations[0].label.en = 'Caf\ufffd'),
      'observations[0].label.en',
      'encoding',
    ],
    ['an end of an area without its start', (r) => delete r.areas[0].start, 'areas[0]', 'length'],
  ];
  for (const [behaviour, spoil, path, problem] of mistakes) {
    it(`refuses ${behaviour} by name, in both languages`, () => {
      const report = aReport();
      spoil(report);
      const {issues} = refusal(report);
      const issue = issues.find(
        (candidate) => candidate.path.startsWith(path) && candidate.problem === problem,
      );
      expect(issue, JSON.stringify(issues)).to.not.equal(undefined);
      for (const locale of ['en', 'zh-CN']) {
        expect(describeIssue(issue!, locale))
          .to.match(/^\S.*[.。]$/)
          .and.not.match(/undefined|null,|\[object/);
      }
    });
  }

  it('lists every mistake, in the order of the file', () => {
    const report = aReport();
    report.observations[5].value = 80;
    report.observations[2].scale = '0';
    report.id = '';
    expect(refusal(report).issues.map((issue) => issue.path)).to.have.members([
      'id',
      'observations[2].scale',
      'observations[5].value',
    ]);
    expect(refusal(report).message).to.match(/\(and 2 more\)$/);
  });

  it('stops at 50 mistakes', () => {
    const report = aReport();
    report.series = Array.from({length: 200}, () => 7);
    expect(refusal(report).issues).to.have.lengthOf(50);
  });

  for (const [what, input] of [
    ['nothing', undefined],
    ['null', null],
    ['a text', '{"format": 1}'],
    ['a number', 1],
    ['a list', []],
    ['a function', () => aReport()],
    ['an empty object', {}],
    ['a date', new Date(0)],
    ['a map', new Map()],
  ] as Array<[string, unknown]>) {
    it(`refuses ${what}`, () => expect(refusal(input).message).to.not.equal(''));
  }

  for (const key of ['__proto__', 'constructor', 'prototype']) {
    it(`refuses the key ${key} wherever it stands`, () => {
      for (const place of ['', 'observations']) {
        const json = JSON.stringify(place ? {...aReport(), [place]: [{evil: 1}]} : {...aReport(), evil: 1});
        const error = refusal(JSON.parse(json.replace('"evil"', `"${key}"`)));
        expect(error.issues[0]).to.include({problem: 'forbidden-key', found: key});
      }
      expect(({} as Draft).polluted).to.equal(undefined);
    });
  }

  it('accepts a report, and names a key of its own, where a page has added to Object.prototype', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype['each'] = () => {};
    try {
      expect(() => parseReport(aReport())).not.to.throw();
      expect(() => parseReport({...aReport(), observatons: []})).to.throw('no "observatons" here');
    } finally {
      delete prototype['each'];
    }
  });

  it('refuses what nests too deep, without a stack overflow', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(refusal({...aReport(), title: deep}).issues[0]!.problem).to.equal('nesting');
    const cycle: Draft = aReport();
    cycle.title = cycle;
    expect(refusal(cycle).issues[0]!.problem).to.equal('nesting');
  });

  it('refuses what unfolds without end', () => {
    let wide: unknown = ['x'];
    for (let i = 0; i < 40; i++) wide = [wide, wide];
    expect(refusal({...aReport(), title: wide}).issues[0]!.problem).to.equal('too-large');
  });

  it('calls nothing of an input and survives what it throws', () => {
    let calls = 0;
    const call = () => void calls++;
    expect(refusal({...aReport(), toJSON: call}).issues[0]!.problem).to.equal('not-plain');
    expect(
      refusal({...aReport(), title: {'zh-CN': {toString: call, valueOf: call}}}).issues[0]!.problem,
    ).to.equal('not-plain');
    expect(calls).to.equal(0);

    const throwing = () => {
      throw new RangeError('trap');
    };
    expect(
      refusal({
        ...aReport(),
        get title() {
          return throwing();
        },
      }).issues[0]!.problem,
    ).to.equal('unreadable');
    expect(refusal(new Proxy({}, {ownKeys: throwing})).issues[0]!.problem).to.equal('unreadable');
    expect(refusal(new Proxy({}, {get: throwing, getPrototypeOf: throwing})).issues[0]!.problem).to.not.equal(
      '',
    );
  });

  it('refuses every leaf of the seed that is put to another type', () => {
    const paths: Array<Array<string | number>> = [];
    const walk = (value: unknown, path: Array<string | number>) => {
      if (typeof value !== 'object' || value === null) return void paths.push(path);
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    };
    const {observations, ignored, ...rest} = aReport();
    const small: Draft = {
      ...rest,
      observations: observations.slice(0, 12),
      platforms: [],
      ignored: ignored.slice(0, 2),
    };
    parseReport(small);
    walk(small, []);
    expect(paths.length).to.be.above(100);
    for (const path of paths) {
      const report = JSON.parse(JSON.stringify(small)) as Draft;
      const parent = path.slice(0, -1).reduce<Draft>((value, key) => value[key], report);
      const key = path[path.length - 1]!;
      for (const odd of [null, [], {}, true]) {
        parent[key] = odd;
        expect(refusal(report).path, `${path.join('.')} = ${JSON.stringify(odd)}`).to.not.equal('');
      }
    }
  });
});
