import {expect} from '@open-wc/testing';
import {displayText} from '../src/display-text.js';

describe('displayText', () => {
  const cases: Array<[behaviour: string, text: string, shown: string]> = [
    [
      'sets punctuation beside Han full width',
      '改革,释放;成效:好(区)!吗?',
      '改革，释放；成效：好（区）！吗？',
    ],
    ['leaves numbers and times alone', '1,234.5 9:30 (2024)', '1,234.5 9:30 (2024)'],
    ['leaves Latin sentences alone', 'APP (beta), v1; really?', 'APP (beta), v1; really?'],
    ['needs a Han character on one side only', '数据,APP', '数据，APP'],
    [
      'sets both brackets of a pair alike',
      '(SMILE指数)百强占比(%),规划(2024)',
      '（SMILE指数）百强占比（%），规划（2024）',
    ],
    ['counts Chinese quotation marks as Han', '“a”,b', '“a”，b'],
    ['leaves full stops, which addresses and decimals need', '见gov.cn.', '见gov.cn.'],
    ['leaves what is full width already', '改革，释放', '改革，释放'],
    ['gives an empty text back', '', ''],
  ];
  for (const [behaviour, text, shown] of cases) {
    it(behaviour, () => {
      expect(displayText(text, 'zh-CN')).to.equal(shown);
    });
  }

  it('keeps every sign in its place', () => {
    const text = '新建12个,改建(含扩建)3个;其中:公园!?';
    expect(displayText(text, 'zh-CN')).to.have.length(text.length);
  });

  it('changes nothing in another language', () => {
    expect(displayText('改革,释放', 'en')).to.equal('改革,释放');
  });

  it('shows what is no text as text', () => {
    expect(displayText(2024 as never, 'zh-CN')).to.equal('2024');
  });

  it('takes long texts in no time', () => {
    const text = '长,'.repeat(10_000);
    expect(displayText(text, 'zh-CN')).to.equal('长，'.repeat(10_000));
  });
});
