import {expect} from '@open-wc/testing';
import {bundledReports} from '../seeds/index.js';
import {checkReport} from '../src/check-report.js';
import {figureText} from '../src/figure-text.js';
import {parseReport} from '../src/parse-report.js';
import type {Report} from '../src/schema.js';
import {spokenFigure} from '../src/spoken-figure.js';

const NUMERALS = /\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千万亿]+/g;

for (const [id, load] of Object.entries(bundledReports)) {
  describe(`the bundled report ${id}`, () => {
    let report: Report;
    let text: string;
    before(async () => {
      report = parseReport((await load()).default);
      const source = new URL(`../seeds/${report.source.text}`, import.meta.url);
      text = await (await fetch(source)).text();
    });

    it('is proven by its source text, every figure of it', () => {
      const {proved, observations, faults} = checkReport(report, text);
      expect(faults.map(({message}) => message)).to.deep.equal([]);
      expect(proved).to.equal(observations);
      expect(observations).to.equal(report.observations.length);
      expect(observations).to.be.above(0);
    });

    it('goes by the name it is listed under', () => {
      expect(report.id).to.equal(id);
      expect(report.source.text).to.equal(`${id}.txt`);
    });

    it('accounts for every numeral of the text, the Chinese ones too', () => {
      const spans = [
        ...report.observations.map(({provenance}) => [provenance.figureStart, provenance.figureEnd] as const),
        ...report.ignored!.map(({start, end}) => [start, end] as const),
      ];
      const left = [...text.matchAll(NUMERALS)]
        .filter(
          ({0: word, index}) => !spans.some(([start, end]) => start <= index && index + word.length <= end),
        )
        .map(({0: word, index}) => `${word} at ${index}`);
      expect(left).to.deep.equal([]);
    });

    it('prints each figure as the source does, and speaks both languages', () => {
      for (const observation of report.observations) {
        expect(figureText(observation, 'zh-CN')).to.equal(observation.printed);
        expect(text).to.include(observation.printed);
        expect(figureText(observation, 'en')).not.to.match(/[\u2e80-\uffef]/);
        expect(spokenFigure(observation, 'en')).not.to.match(/[\u2e80-\uffef]/);
      }
    });

    it('holds the whole text, line by line', () => {
      expect(report.passages!.map(({quote}) => quote).join('\n')).to.equal(
        text
          .split('\n')
          .filter((line) => line.trim())
          .join('\n'),
      );
    });
  });
}
