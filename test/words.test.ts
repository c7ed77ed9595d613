import {expect} from '@open-wc/testing';
import {faultWords} from '../widgets/fault-words.js';
import {shorten, type FaultCode} from '../widgets/fault.js';
import {frameWords} from '../widgets/frame-words.js';
import '../widgets/looks.js';
import {addWords, defineWords, dotted, languageOf} from '../widgets/words.js';
import {fresh} from './fixtures.js';

describe('dotted', () => {
  it('puts a dot between what there is, never at the start of a line', () => {
    expect(dotted('a', '', undefined, false, 'b')).to.equal('a\u00a0· b');
    expect(dotted('a')).to.equal('a');
    expect(dotted()).to.equal('');
  });
});

describe('defineWords', () => {
  it('has the words of each language, English for an added one’s missing words', () => {
    const table = fresh('table');
    const words = defineWords<{yes: string; no: string}>(table, {
      'zh-CN': {yes: '是', no: '否'},
      en: {yes: 'yes', no: 'no'},
    });
    expect(words('zh-CN').yes).to.equal('是');
    expect(words('en').no).to.equal('no');
    addWords('xx', {[table]: {yes: 'ja'}});
    expect(words('xx')).to.deep.equal({yes: 'ja', no: 'no'});
  });
});

describe('languageOf', () => {
  const cases: Array<[tag: string | null | undefined, language: string]> = [
    [undefined, 'zh-CN'],
    [null, 'zh-CN'],
    ['', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['en-US', 'en'],
    ['fr', 'en'],
  ];
  for (const [tag, language] of cases) {
    it(`is ${language} for ${JSON.stringify(tag)}`, () => expect(languageOf(tag)).to.equal(language));
  }
});

describe('frameWords', () => {
  it('names the source button after the figure', () => {
    expect(frameWords('zh-CN').sourceOf('公园')).to.equal('公园，出处');
    expect(frameWords('en').sourceOf('Parks')).to.equal('Parks, source');
  });
});

describe('faultWords', () => {
  const codes: FaultCode[] = [
    'unknown-report',
    'unknown-indicator',
    'load-failed',
    'timeout',
    'too-large',
    'invalid-report',
    'not-a-share',
    'not-comparable',
  ];
  for (const code of codes) {
    for (const language of ['zh-CN', 'en']) {
      it(`has a whole sentence for ${code} in ${language}, whatever is known of it`, () => {
        const {sentence} = faultWords(language);
        for (const fault of [
          {code},
          {code, what: ''},
          {code, what: 'a', why: 'b', known: ['c', 'd']},
          {code, what: 'x'.repeat(20_000), why: 'y'.repeat(20_000), known: ['z'.repeat(20_000)]},
        ]) {
          const text = sentence(fault, 'qd-metric');
          expect(text).to.match(/[.。]$/);
          expect(text).not.to.match(/undefined|null|NaN|\[object/);
          expect(text.length).to.be.below(800);
        }
        if (!['too-large', 'invalid-report'].includes(code)) {
          expect(sentence({code, what: 'a'}, 'qd-metric')).to.include('<qd-metric>');
        }
      });
    }
  }
});

describe('shorten', () => {
  it('keeps what is short, and marks what it cuts', () => {
    expect(shorten('abc', 3)).to.equal('abc');
    expect(shorten('abcd', 3)).to.equal('abc…');
  });
});
