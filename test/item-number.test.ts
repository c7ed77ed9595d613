import {expect} from '@open-wc/testing';
import {hanNumber} from '../widgets/han-number.js';
import {itemNumber} from '../widgets/item-number.js';

describe('hanNumber', () => {
  const cases: Array<[number, string]> = [
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
    [100, '100'],
    [0, '0'],
    [1.5, '1.5'],
  ];
  for (const [number, han] of cases) it(`${number} is ${han}`, () => expect(hanNumber(number)).to.equal(han));
});

describe('itemNumber', () => {
  it('counts by the last part of a number, in the manner of the language', () => {
    expect(itemNumber('3.12', 'zh-CN')).to.equal('十二');
    expect(itemNumber('3.12', 'en')).to.equal('12');
    expect(itemNumber('4', 'zh-CN')).to.equal('四');
  });
});
