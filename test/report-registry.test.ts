import {expect} from '@open-wc/testing';
import {
  findReport,
  loadReport,
  onRegister,
  registerBundledReport,
  registerReport,
  reportIds,
} from '../src/report-registry.js';
import type {Report} from '../src/schema.js';
import {aReport, fresh} from './fixtures.js';

async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('was expected to reject');
}

describe('the registry of reports', () => {
  const forms: Array<[what: string, loader: (report: Report) => unknown]> = [
    ['an object', (report) => report],
    ['a function', (report) => () => report],
    ['an async function', (report) => async () => report],
    ['a JSON module', (report) => () => Promise.resolve({default: report})],
  ];
  for (const [what, loader] of forms) {
    it(`loads a report registered as ${what}`, async () => {
      const id = fresh('report');
      const report = aReport();
      registerReport(id, loader(report));
      expect(await loadReport(id)).to.equal(report);
    });
  }

  it('asks a loader only when the report is asked for, and once', async () => {
    const id = fresh('report');
    let asked = 0;
    registerReport(id, async () => {
      asked++;
      return aReport();
    });
    expect(asked).to.equal(0);
    const [first, second] = await Promise.all([loadReport(id), loadReport(id)]);
    expect(first).to.equal(second);
    expect(await loadReport(id)).to.equal(first);
    expect(findReport(id)).to.equal(first);
    expect(asked).to.equal(1);
  });

  it('asks a loader that failed again', async () => {
    const id = fresh('report');
    let works = false;
    registerReport(id, async () => {
      if (!works) throw new Error('offline');
      return aReport();
    });
    expect((await rejection(loadReport(id))).message).to.equal('offline');
    works = true;
    expect((await loadReport(id)).id).to.equal('parks-2030');
  });

  it('rejects what a loader throws', async () => {
    const id = fresh('report');
    registerReport(id, () => {
      throw new Error('offline');
    });
    expect((await rejection(loadReport(id))).message).to.equal('offline');
  });

  for (const wrong of [null, undefined, 5, 'text', [], {}, {...aReport(), format: 2}]) {
    it(`refuses ${JSON.stringify(wrong)?.slice(0, 30)} with a ReportError`, async () => {
      const id = fresh('report');
      registerReport(id, () => wrong);
      expect((await rejection(loadReport(id))).name).to.equal('ReportError');
    });
  }

  it('lists its ids in the order in which they came', () => {
    const [first, second] = [fresh('report'), fresh('report')];
    registerReport(first, aReport());
    registerReport(second, aReport());
    registerReport(first, aReport());
    const ids = reportIds();
    expect(ids.filter((id) => id === first || id === second)).to.deep.equal([first, second]);
    ids.length = 0;
    expect(reportIds()).to.include(first);
  });

  it('lets a later registration replace an earlier one', async () => {
    const id = fresh('report');
    registerReport(id, aReport({id: 'first'}));
    expect((await loadReport(id)).id).to.equal('first');
    registerReport(id, aReport({id: 'second'}));
    expect((await loadReport(id)).id).to.equal('second');
  });

  it('keeps a replaced report from coming back late', async () => {
    const id = fresh('report');
    let answer!: (report: Report) => void;
    registerReport(id, () => new Promise<Report>((resolve) => (answer = resolve)));
    const early = loadReport(id);
    registerReport(id, aReport({id: 'second'}));
    await loadReport(id);
    answer(aReport({id: 'first'}));
    expect((await early).id).to.equal('first');
    expect((await loadReport(id)).id).to.equal('second');
  });

  for (const id of ['no-such', '', '__proto__', 'constructor', 'toString']) {
    it(`does not know ${JSON.stringify(id)}, and says what it knows`, async () => {
      const known = fresh('report');
      registerReport(known, aReport());
      expect(findReport(id)).to.equal(undefined);
      expect((await rejection(loadReport(id))).message)
        .to.include(`"${id}"`)
        .and.to.include(known);
    });
  }

  it('trusts a bundled report, which is there at once after it has been loaded', async () => {
    const id = fresh('report');
    const report = {id} as Report;
    registerBundledReport(id, () => Promise.resolve(report));
    expect(await loadReport(id)).to.equal(report);
    expect(findReport(id)).to.equal(report);
  });

  it('calls back on every registration until that is ended', () => {
    let calls = 0;
    const end = onRegister(() => calls++);
    registerReport(fresh('report'), aReport());
    registerReport(fresh('report'), aReport());
    expect(calls).to.equal(2);
    end();
    registerReport(fresh('report'), aReport());
    expect(calls).to.equal(2);
  });
});
