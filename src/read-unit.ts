/** What a unit counts in: it decides the kind of figure. */
export type UnitFamily = 'share' | 'money' | 'measure' | 'time' | 'classifier';

const WORDS: Record<Exclude<UnitFamily, 'share'>, string> = {
  money: '元人民币 元 美元 欧元 港元 日元 英镑',
  measure:
    '个百分点 百分点 平方公里 平方千米 平方米 立方米 公里 千米 海里 厘米 毫米 米 公顷 亩 吨标准煤 吨 公斤 千克 克 ' +
    '千瓦时 千瓦 兆瓦 瓦 度 升 倍 成 标准箱 标箱 分贝 摄氏度',
  time: '个工作日 工作日 个月 个小时 小时 分钟 秒 季度 年度 周年 年 月 日 天 周 世纪',
  classifier:
    '个 项 家 种 位 名 人 件 条 次 批 类 所 处 座 支 份 台 套 辆 艘 架 户 场 期 篇 部 门 张 宗 笔 起 单 路 只 头 棵 株 ' +
    '本 册 幅 块 片 道 级 届 轮 组 对 间 栋 幢 层 例 款 枚 颗 根 段 页 字 题 课 岁 列 趟 则 户次 人次 项次 架次 件次 ' +
    '车次 班次 场次 辆次 艘次 航次 列次 例次 台次 台套 卡 核 机架 标准机架 床 梯队 方阵 星级 强 代 轮次 批次 人份 剂 剂次 ' +
    '工时 学时 村 县',
};

const families = new Map<string, UnitFamily>();
for (const family of ['money', 'measure', 'time', 'classifier'] as const) {
  for (const word of WORDS[family].split(' ')) families.set(word, family);
}

const alternatives = [...families.keys()].sort((a, b) => b.length - a.length).join('|');
const LATIN = '[KMGTPEZ]i?B|[KMGT]bps|[kMGT]?Hz|[kMGT]Wh?|[kcm]?m[²³]?|km2|kg|[KMGTPEZ]?FLOPS|P|TEU';
const UNIT = new RegExp(`([ \\u00a0]?)(?:([%％‰])|(${LATIN})(?![A-Za-z\\d])|(℃)|(${alternatives}))`, 'y');

/** The unit that begins at an offset, after at most one space; `undefined` where the words are no known unit. */
export function readUnit(
  text: string,
  at: number,
): {start: number; end: number; unit: string; family: UnitFamily} | undefined {
  UNIT.lastIndex = at;
  const match = UNIT.exec(text);
  if (!match) return undefined;
  const [whole, space = '', percent, latin, degree, word] = match;
  if (word && space) return undefined;
  const unit = whole.slice(space.length);
  const family = percent ? 'share' : latin || degree ? 'measure' : families.get(word!)!;
  return {start: at + space.length, end: at + whole.length, unit, family};
}
