import {expect, fixture, html} from '@open-wc/testing';
import {proveReport} from '../src/prove-report.js';
import {loadReport, registerReport} from '../src/report-registry.js';
import type {Report} from '../src/schema.js';
import type {QdMetric} from '../widgets/qd-metric.js';
import '../widgets/qd-metric.js';
import {aReport, anObservation, fresh} from './fixtures.js';

function manyFigures(more: Partial<Report> = {}): Report {
  const observations = Array.from({length: 6_001}, (_none, i) => anObservation({indicator: `figure-${i}`}));
  return aReport({observations, ...more});
}

async function rejection(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => expect.fail('was expected to reject'),
    (error: Error) => error,
  );
}

describe('a report proven in steps', () => {
  /** How often a wait between two steps was asked for. */
  let waits: number;
  const pause = async () => void waits++;
  beforeEach(() => (waits = 0));

  it('gives the page a turn between them', async () => {
    const report = manyFigures();
    expect(await proveReport(report, pause)).to.equal(report);
    expect(waits).to.be.at.least(5);
  });

  it('is the same work for all who ask meanwhile, and none afterwards', async () => {
    const report = manyFigures();
    await proveReport(report, pause);
    const alone = waits;
    const other = manyFigures();
    waits = 0;
    await Promise.all([proveReport(other, pause), proveReport(other, pause)]);
    expect(waits).to.equal(alone);
    await proveReport(other, pause);
    expect(waits).to.equal(alone);
  });

  it('is refused for all who ask, and checked again for who asks later', async () => {
    const report = manyFigures({id: 'Not an id'});
    const errors = await Promise.all([rejection(proveReport(report)), rejection(proveReport(report))]);
    expect(errors.map(({name}) => name)).to.eql(['ReportError', 'ReportError']);
    report.id = 'an-id';
    expect(await proveReport(report)).to.equal(report);
  });

  it('is no report: what is not an object is refused', async () => {
    for (const input of [undefined, null, 'report', 1]) {
      expect((await rejection(proveReport(input))).name, String(input)).to.equal('ReportError');
    }
  });

  describe('where a step takes long', () => {
    const {now} = Date;
    const {setTimeout} = window;
    let turns: number;
    beforeEach(() => {
      // Each look at the clock is a second later.
      let time = now();
      Date.now = () => (time += 1_000);
      turns = 0;
      window.setTimeout = ((run: () => void, delay?: number, ...rest: unknown[]) => {
        if (!delay) turns++;
        return setTimeout(run, delay, ...rest);
      }) as typeof window.setTimeout;
    });
    afterEach(() => {
      Date.now = now;
      window.setTimeout = setTimeout;
    });

    const bring: Array<[way: string, give: (card: QdMetric, report: Report) => void]> = [
      ['as an object', (card, report) => (card.report = report)],
      ['by its id', (card, {id}) => (card.report = id)],
      [
        'inside the tag',
        (card, report) => {
          const script = document.createElement('script');
          script.type = 'application/json';
          script.textContent = JSON.stringify(report);
          card.append(script);
        },
      ],
    ];
    for (const [way, give] of bring) {
      it(`gives the page its turns when it comes ${way}`, async () => {
        const report = manyFigures({id: fresh('report')});
        registerReport(report.id, report);
        const place = await fixture<HTMLElement>(html`<div></div>`);
        const card = document.createElement('qd-metric');
        card.indicator = 'figure-6000';
        give(card, report);
        const ready = new Promise((resolve) => card.addEventListener('qd-ready', resolve, {once: true}));
        turns = 0;
        place.append(card);
        await ready;
        expect(card.state).to.equal('ready');
        expect(turns).to.be.at.least(5);
      });
    }

    it('gives it to a script that loads a report', async () => {
      const report = manyFigures({id: fresh('report')});
      registerReport(report.id, report);
      expect(await loadReport(report.id)).to.equal(report);
      expect(turns).to.be.at.least(5);
    });
  });
});
