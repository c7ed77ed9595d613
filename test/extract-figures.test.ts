import {expect} from '@open-wc/testing';
import {extractFigures, type ExtractedFigure} from '../src/extract-figures.js';
import report from '../seeds/qingdao-2024-h1.json';

const sourceText = async () => (await fetch(new URL('../seeds/qingdao-2024-h1.txt', import.meta.url))).text();

/** `921.61亿次`: the qualifier, value, scale and unit of each indicator, as written. */
function indicators(text: string): string[] {
  return extractFigures(text)
    .filter((row) => row.isKpi)
    .map(({qualifier, value, scale, unit}) => [qualifier, value + scale + unit].filter(Boolean).join(' '));
}

describe('extractFigures', () => {
  const sentences: Array<[text: string, figures: string[]]> = [
    [
      '全市生产总值达1.2万亿元,同比增长5.6%,增速比上年下降3.2个百分点。',
      ['1.2万亿元', '5.6%', '3.2个百分点'],
    ],
    ['节约资金约200万元,签约30个项目,附近3家。', ['约 200万元', '30个', '3家']],
    ['目前30家企业入驻,近3年累计投入3亿2000万元。', ['30家', '320000000元']],
    ['投入资金三千二百万元,惠及两万三千户,新建十二所学校。', ['3200万元', '23000户', '12所']],
    ['服务群众20多万人次,上百家企业参与。', ['多 20万人次', '上 100家']],
    ['获得１２３．４亿元的投资,1,234.5万元补贴。', ['123.4亿元', '1234.5万元']],
    ['综合排名居全省第二,位居全国31个省份第3名。', ['第 2', '第 3名']],
    ['满意度达99.8%以上,指数达到98.5。', ['以上 99.8%', '98.5']],
    [
      '新增用户不足500万户,不超过80件,至少20项,将近40台。',
      ['不足 500万户', '不超过 80件', '至少 20项', '将近 40台'],
    ],
    ['办理时限压缩至3个工作日,增速为-3.2%。', ['3个工作日', '-3.2%']],
    ['综合考评等级为“优秀”,连续3年获评。', ['优秀']],
    ['全年完成投资856.3亿元，占年度计划的107.5%。', ['856.3亿元', '107.5%']],
    [
      '城镇新增就业1.5万人,粮食总产量650万吨,新能源汽车保有量突破12万辆。',
      ['1.5万人', '650万吨', '突破 12万辆'],
    ],
    ['建成充电桩2.3万个，5G基站1.8万个，实现县城以上全覆盖。', ['2.3万个', '1.8万个']],
    ['百分之三十的企业完成改造。', ['30%']],
  ];
  for (const [text, figures] of sentences) {
    it(`finds what ${text} reports`, () => expect(indicators(text)).to.deep.equal(figures));
  }

  const others: Array<[text: string, number: string, kind: ExtractedFigure['kind']]> = [
    ['2024年召开会议', '2024', 'date'],
    ['1—6月,实现收入', '1', 'date'],
    ['1—6月,实现收入', '6', 'date'],
    ['截至10月底', '10', 'date'],
    ['2021—2025年规划', '2021', 'date'],
    ['印发于2024-06-30', '2024-06-30', 'date'],
    ['二〇二四年', '2024', 'date'],
    ['第一次会议', '1', 'ordinal'],
    ['第三届大会', '3', 'ordinal'],
    ['第二批方案', '2', 'ordinal'],
    ['首批试点', '1', 'ordinal'],
    ['1.推进改革', '1', 'ordinal'],
    ['(2)推进改革', '2', 'ordinal'],
    ['连续4年改革', '4', 'duration'],
    ['城市云脑2.0工程', '2.0', 'version'],
    ['升级到V3.1.2', '3.1.2', 'version'],
    ['印发《城市体检30条》', '30', 'name'],
    ['深化“双12”改革', '12', 'name'],
    ['“一五十百千万”工程', '一五十百千万', 'name'],
    ['第三方机构', '3', 'name'],
    ['百强企业', '100', 'name'],
    ['打通国家省市区4级系统', '4', 'ordinal'],
    ['搭建1个平台、6个库、N个应用', '6', 'name'],
    ['成立100周年', '100', 'duration'],
    ['7×24小时服务', '7', 'name'],
    ['12345热线', '12345', 'name'],
    ['5G网络', '5', 'name'],
    ['位列全国333个城市第一梯队', '333', 'base'],
    ['力争建成30个园区', '30', 'count'],
    ['到2025年底,建成30个园区', '30', 'count'],
    ['创建五星级景区', '5', 'rating'],
    ['每批3—5家', '3', 'name'],
  ];
  for (const [text, value, kind] of others) {
    it(`takes ${value} in ${text} for a ${kind}, not an indicator`, () => {
      const row = extractFigures(text).find((candidate) => candidate.value === value);
      if (text.startsWith('创建')) expect(row).to.include({kind});
      else expect(row).to.include({kind, isKpi: false});
    });
  }

  for (const text of [
    '一体化统一一定一批一流',
    '一、上半年\n(一)聚焦\n一是加大。二是统筹',
    '市区两级联动',
    '数十家、几百户、百姓、千方百计',
    '四川、三亚、五台山、十四五时期',
    '首先要首要',
    '百度公司万物互联',
  ]) {
    it(`finds no number in ${JSON.stringify(text)}`, () => expect(extractFigures(text)).to.deep.equal([]));
  }

  it('leaves aims under a heading of plans alone', () => {
    expect(indicators('一、上半年工作\n建成3所。\n二、下半年工作打算\n建成20所。')).to.deep.equal(['3所']);
  });

  it('tells which way a figure went', () => {
    const rows = extractFigures('收入同比增长5.6%,能耗下降3.2%,共有8家,提高到72%,减少了9件');
    expect(rows.map((row) => row.direction)).to.deep.equal(['up', 'down', '', 'up', 'down']);
  });

  it('names what is counted', () => {
    const label = (text: string) => extractFigures(text)[0]!.label;
    expect(label('推动58项任务落地落实')).to.equal('任务');
    expect(label('累计上线便民服务应用279个')).to.equal('便民服务应用');
    expect(label('总量超过50PB')).to.equal('总量');
    expect(label('一体化政务服务能力总体指数被国务院评为“非常高”')).to.equal('一体化政务服务能力总体指数');
  });

  it('gives the rows of the contract and nothing more', () => {
    expect(Object.keys(extractFigures('共30家')[0]!)).to.have.members(
      'start end value scale unit qualifier kind label isKpi direction'.split(' '),
    );
  });

  it('finds every observation of the seed and no other indicator', async () => {
    const rows = extractFigures(await sourceText()).filter((row) => row.isKpi);
    const found = rows.map(({start, end, value, unit}) => ({start, end, value, unit}));
    const expected = report.observations.map(({value, unit, provenance}) => ({
      start: provenance.figureStart,
      end: provenance.figureEnd,
      value,
      unit,
    }));
    expect(found).to.deep.equal(expected.sort((a, b) => a.start - b.start));
  });

  for (const [what, piece] of [
    ['digits', '1'],
    ['Chinese numerals', '一百'],
    ['grouped digits', '1,234'],
    ['figures', '数量约30万个以上,'],
    ['open quotation marks', '《“'],
    ['lone digits', '1 '],
    ['points', '1.'],
    ['dashes', '-'],
  ] as const) {
    it(`comes to an end on 800,000 characters of ${what}, which the square of their number would not`, function () {
      this.timeout(20_000);
      expect(extractFigures(piece.repeat(800_000 / piece.length))).to.be.an('array');
    });
  }
});
