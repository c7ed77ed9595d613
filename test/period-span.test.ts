import {expect} from '@open-wc/testing';
import {periodSpan} from '../src/period-span.js';

describe('periodSpan', () => {
  const cases: Array<[period: string, start: string, end: string]> = [
    ['2023', '2023-01-01', '2023-12-31'],
    ['2025-06', '2025-06-01', '2025-06-30'],
    ['2024-12', '2024-12-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-H1', '2024-01-01', '2024-06-30'],
    ['2024-H2', '2024-07-01', '2024-12-31'],
    ['2024-Q1', '2024-01-01', '2024-03-31'],
    ['2024-Q3', '2024-07-01', '2024-09-30'],
    ['2024-Q4', '2024-10-01', '2024-12-31'],
  ];
  for (const [period, start, end] of cases) {
    it(`takes ${period} from ${start} to ${end}`, () => {
      expect(periodSpan(period)).to.deep.equal({start, end});
    });
  }

  for (const period of ['', '23', '2023-13', '2024-H3', '2024-Q5', '2024-06-30', 'previous']) {
    it(`knows no period “${period}”`, () => expect(periodSpan(period)).to.equal(undefined));
  }
});
