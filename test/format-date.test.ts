import {expect} from '@open-wc/testing';
import {formatDate} from '../src/format-date.js';

describe('formatDate', () => {
  const cases: Array<[date: string, chinese: string, english: string]> = [
    ['2024-07-18', '2024年7月18日', '18 July 2024'],
    ['2024-07', '2024年7月', 'July 2024'],
    ['2024', '2024年', '2024'],
    ['2024-01-01', '2024年1月1日', '1 January 2024'],
    ['2024-12-31', '2024年12月31日', '31 December 2024'],
    ['2024-02-29', '2024年2月29日', '29 February 2024'],
    ['1949-10-01', '1949年10月1日', '1 October 1949'],
    // Other calendars, and a year that is not of the last century.
    ['1582-10-10', '1582年10月10日', '10 October 1582'],
    ['0099-01-01', '99年1月1日', '1 January 99'],
  ];
  for (const [date, chinese, english] of cases) {
    it(`puts ${date} as far as it is given`, () => {
      expect(formatDate(date, 'zh-CN')).to.equal(chinese);
      expect(formatDate(date, 'en')).to.equal(english);
    });
  }

  it('puts it as a further language has it, and as it was given where nobody knows that language', () => {
    expect(formatDate('2024-07-18', 'fr')).to.equal('18 juillet 2024');
    expect(formatDate('2024-07-18', 'no language')).to.equal('2024-07-18');
  });
});
