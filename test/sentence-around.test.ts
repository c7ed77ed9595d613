import {expect} from '@open-wc/testing';
import {sentenceAround} from '../widgets/sentence-around.js';
import {aReport} from './fixtures.js';

describe('sentenceAround', () => {
  const text = '一是建园。依托“绿云”平台,建园12个!效果很好。”二是护园。“山海”平台上线';
  const report = aReport({passages: [{quote: text, start: 50, end: 50 + text.length}]});
  const at = (quote: string, shift = 0) => {
    const start = 50 + text.indexOf(quote) + shift;
    return {quote, start, end: start + quote.length};
  };

  const cases: Array<[behaviour: string, name: string, sentence: string]> = [
    ['takes the sentence from full stop to full stop', '“绿云”', '依托“绿云”平台,建园12个!'],
    ['begins with the line', '建园', '一是建园。'],
    ['leaves a closing quotation mark with its own sentence', '护园', '二是护园。'],
    ['ends with the line', '“山海”', '“山海”平台上线'],
    ['keeps a closing quotation mark', '很好', '效果很好。”'],
  ];
  for (const [behaviour, name, sentence] of cases) {
    it(behaviour, () => {
      const found = sentenceAround(report, at(name));
      expect(found.quote).to.equal(sentence);
      expect(text.slice(found.start - 50, found.end - 50)).to.equal(sentence);
    });
  }

  it('gives the passage itself where the text is another one, or absent', () => {
    const elsewhere = at('护园', 1);
    expect(sentenceAround(report, elsewhere)).to.equal(elsewhere);
    const passage = at('护园');
    expect(sentenceAround(aReport(), passage)).to.equal(passage);
  });
});
