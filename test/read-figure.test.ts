import {expect} from '@open-wc/testing';
import {readFigure} from '../src/read-figure.js';

describe('readFigure', () => {
  const cases: Array<[text: string, value: string, scale: number, unit: string, qualifier?: string]> = [
    ['超9200万元', '9200', 4, '元', 'over'],
    ['逾9200万元', '9200', 4, '元', 'over'],
    ['突破100家', '100', 0, '家', 'over'],
    ['近30万路', '30', 4, '路', 'nearly'],
    ['将近40台', '40', 0, '台', 'nearly'],
    ['接近40台', '40', 0, '台', 'nearly'],
    ['18万余个', '18', 4, '个', 'over'],
    ['20多万人', '20', 4, '人', 'over'],
    ['三千多万元', '3000', 4, '元', 'over'],
    ['20来个', '20', 0, '个', 'over'],
    ['3年多', '3', 0, '年', 'over'],
    ['上百家', '100', 0, '家', 'over'],
    ['近千家', '1000', 0, '家', 'nearly'],
    ['30%以上', '30', 0, '%', 'at-least'],
    ['不低于30%', '30', 0, '%', 'at-least'],
    ['至少20项', '20', 0, '项', 'at-least'],
    ['约为25%', '25', 0, '%', 'about'],
    ['大约25%', '25', 0, '%', 'about'],
    ['25%左右', '25', 0, '%', 'about'],
    ['150万左右', '150', 4, '', 'about'],
    ['不足500万户', '500', 4, '户', 'under'],
    ['不到30家', '30', 0, '家', 'under'],
    ['低于5%', '5', 0, '%', 'under'],
    ['不超过3个工作日', '3', 0, '个工作日', 'at-most'],
    ['至多3项', '3', 0, '项', 'at-most'],
    ['5%以内', '5', 0, '%', 'at-most'],
    ['5%以下', '5', 0, '%', 'at-most'],
    ['前3位', '3', 0, '位', 'at-most'],
    ['第9位', '9', 0, '位'],
    ['首位', '1', 0, '位'],
    ['第一梯队', '1', 0, '梯队'],
    ['1.1万亿条', '1.1', 12, '条'],
    ['3179.85TB', '3179.85', 0, 'TB'],
    ['超过400个', '400', 0, '个', 'over'],
    ['4300余架次', '4300', 0, '架次', 'over'],
    ['１２３．４亿', '123.4', 8, ''],
    ['1,234.5万元', '1234.5', 4, '元'],
    ['-3.2%', '-3.2', 0, '%'],
    ['0.5 %', '0.5', 0, '%'],
    ['26 PB', '26', 0, 'PB'],
    ['30％', '30', 0, '%'],
    ['百分之三十', '30', 0, '%'],
    ['三千二百万', '3200', 4, ''],
    ['一百二十三', '123', 0, ''],
    ['一百零三', '103', 0, ''],
    ['一万零五', '10005', 0, ''],
    ['十二', '12', 0, ''],
    ['二十', '20', 0, ''],
    ['两万三千', '23000', 0, ''],
    ['一万三千亿元', '13000', 8, '元'],
    ['三亿二千万元', '320000000', 0, '元'],
    ['3亿2000万元', '320000000', 0, '元'],
    ['三点五亿元', '3.5', 8, '元'],
    ['百万人次', '100', 4, '人次'],
    ['5百分点', '5', 0, '百分点'],
    ['30千瓦', '30', 0, '千瓦'],
    ['89.41万项次', '89.41', 4, '项次'],
    ['2.5万亿千瓦时', '2.5', 12, '千瓦时'],
  ];
  for (const [text, value, scale, unit, qualifier] of cases) {
    it(`reads ${text} whole`, () => {
      const reading = readFigure(text);
      expect(reading).to.include({value, scale, unit, printed: text});
      expect(reading!.qualifier).to.equal(qualifier);
    });
  }

  const inSentence: Array<[behaviour: string, text: string, printed: string]> = [
    ['takes no hedge from 节约', '节约200万元', '200万元'],
    ['takes no hedge from 附近', '附近3家', '3家'],
    ['takes no hedge from 目前', '目前3位', '3位'],
    ['takes no hedge from 达', '达300项', '300项'],
    ['takes no hedge from 以来', '2024年以来', '2024年'],
    ['takes no hedge from 近3年, the last three', '近3年', '3年'],
    ['keeps a hedge after a verb', '累计约200万元', '约200万元'],
    ['takes the longer hedge', '总数不超过80件', '不超过80件'],
    ['keeps a dash out of the number', '1-6月', '6月'],
    ['ends before 个 when 多 begins another word', '30家多数企业', '30家'],
    ['ends before a comma between clauses', '共30,200家', '30,200家'],
  ];
  for (const [behaviour, text, printed] of inSentence) {
    it(behaviour, () => {
      const digits = printed.replace(/^\D+/, '').slice(0, 1);
      const reading = readFigure(
        text,
        text.lastIndexOf(digits, text.indexOf(printed) + printed.indexOf(digits)),
      );
      expect(reading!.printed).to.equal(printed);
    });
  }

  for (const text of ['', '青岛', '一五十百千万', '二一三百', '第', '超', '%']) {
    it(`finds no figure in ${JSON.stringify(text)}`, () => expect(readFigure(text)).to.equal(undefined));
  }

  it('reads at the offset only', () => {
    expect(readFigure('共30家', 0)).to.equal(undefined);
    expect(readFigure('共30家', 1)).to.include({start: 1, end: 3, printedStart: 1, printedEnd: 4});
  });
});
