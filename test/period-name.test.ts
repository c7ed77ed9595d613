import {expect} from '@open-wc/testing';
import {periodName} from '../src/period-name.js';

describe('periodName', () => {
  const cases: Array<[start: string, end: string, chinese: string, english: string]> = [
    ['2024-01-01', '2024-06-30', '2024年上半年', 'First half of 2024'],
    ['2024-07-01', '2024-12-31', '2024年下半年', 'Second half of 2024'],
    ['2024-01-01', '2024-12-31', '2024年', '2024'],
    ['2024-01-01', '2024-03-31', '2024年第一季度', 'First quarter of 2024'],
    ['2024-04-01', '2024-06-30', '2024年第二季度', 'Second quarter of 2024'],
    ['2024-07-01', '2024-09-30', '2024年第三季度', 'Third quarter of 2024'],
    ['2024-10-01', '2024-12-31', '2024年第四季度', 'Fourth quarter of 2024'],
    ['2024-01-01', '2024-05-31', '2024年1月1日—2024年5月31日', '1 January 2024 – 31 May 2024'],
    ['2023-01-01', '2024-06-30', '2023年1月1日—2024年6月30日', '1 January 2023 – 30 June 2024'],
  ];
  for (const [start, end, chinese, english] of cases) {
    it(`is ${english} for ${start} to ${end}`, () => {
      expect(periodName({start, end}, 'zh-CN')).to.equal(chinese);
      expect(periodName({start, end}, 'en')).to.equal(english);
    });
  }
});
