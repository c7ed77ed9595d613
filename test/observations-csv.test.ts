import {expect} from '@open-wc/testing';
import {observationsCsv} from '../src/observations-csv.js';
import {parseReport} from '../src/parse-report.js';
import {reportExcerpt} from '../src/report-excerpt.js';
import seed from '../seeds/qingdao-2024-h1.json';
import type {Report} from '../src/schema.js';
import {anObservation, aReport} from './fixtures.js';

const HEADER =
  '"indicator","label_zh","label_en","area_zh","area_en","item_zh","item_en","kind","qualifier","value","scale",' +
  '"unit","printed","basis","quote","figure_start","figure_end","publisher","source_url","source_published"';

const lines = (csv: string) => csv.slice(1).split('\r\n');

describe('observationsCsv', () => {
  it('writes a byte order mark, a header, and every cell quoted, lines ended by CRLF', () => {
    const report = seed as unknown as Report;
    const turnover = report.observations.filter(({indicator}) => indicator === 'data-exchange-turnover');
    expect(observationsCsv(report, turnover)).to.equal(
      `\uFEFF${HEADER}\r\n` +
        '"data-exchange-turnover","数据累计交易额","Cumulative value of data traded",' +
        '"聚焦数据要素市场化配置改革,释放数据要素价值","Market-based reform of data allocation: unlocking the value of data",' +
        '"加快推进数据产业化","Developing data as an industry","amount","over","9200","4","元","超9200万元","cumulative",' +
        '"数据要素产业园引育数据商和第三方服务机构80家;青岛大数据交易中心和海洋大数据交易服务平台累计交易额超9200万元。",' +
        '"606","611","青岛市大数据局","http://www.qingdao.gov.cn/ywdt/zwzl/smhd/smhd2024/sdsjj_199206/202407/t20240718_8132919.shtml",' +
        '"2024-07-18"\r\n',
    );
  });

  const guarded: Array<[given: string, cell: string]> = [
    ['=1+1', `"'=1+1"`],
    ['+49', `"'+49"`],
    ['-2+3', `"'-2+3"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['＝1', `"'＝1"`],
    ['a=1', '"a=1"'],
    ['say "so"', '"say ""so"""'],
    ['="', `"'="""`],
  ];
  for (const [given, cell] of guarded) {
    it(`writes ${JSON.stringify(given)} as ${JSON.stringify(cell)}`, () => {
      const observations = [anObservation({label: {'zh-CN': given}})];
      expect(observationsCsv(aReport({observations}), observations)).to.include(
        `\r\n"parks",${cell},${cell},`,
      );
    });
  }

  it('keeps a decimal below zero a number, and guards the figure with its unit', () => {
    const observations = [anObservation({printed: '-3.2%', value: '-3.2', unit: '%'})];
    expect(observationsCsv(aReport({observations}), observations)).to.include(`"-3.2","0","%","'-3.2%"`);
  });

  it('leaves empty what the report does not say', () => {
    const {text, sha256} = aReport().source;
    const report = aReport({observations: [anObservation()], source: {text, sha256}});
    expect(lines(observationsCsv(report, report.observations))[1]).to.equal(
      '"parks","新建公园","New parks","","","","","count","","12","0","个","12个","","全市新建公园12个，较为集中。",' +
        '"106","108","某市园林局","",""',
    );
  });
});

describe('reportExcerpt', () => {
  it('is a report of its own, with source and date, and the observations given', async () => {
    const report = parseReport(seed);
    const some = report.observations.slice(3, 6);
    const excerpt = parseReport(JSON.parse(reportExcerpt(report, some)));
    expect(excerpt.observations).to.deep.equal(some);
    expect(excerpt.source).to.deep.equal(report.source);
    expect(excerpt.areas).to.deep.equal(report.areas);
  });

  it('writes what JSON.stringify would, also where a page gave lists a toJSON of their own', () => {
    const report = aReport({observations: [anObservation({label: {'zh-CN': '引号"\\\n'}})]});
    const plain = JSON.stringify(JSON.parse(reportExcerpt(report, report.observations)));
    const prototype = Array.prototype as unknown as {toJSON?: () => string};
    prototype.toJSON = () => 'no list';
    try {
      expect(JSON.parse(reportExcerpt(report, report.observations)).observations).to.have.length(1);
    } finally {
      delete prototype.toJSON;
    }
    expect(JSON.parse(plain).observations[0].label['zh-CN']).to.equal('引号"\\\n');
    expect(JSON.parse(reportExcerpt(report, [])).observations).to.deep.equal([]);
  });
});
