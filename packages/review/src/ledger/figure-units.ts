/** A unit as printed and what it is in the base unit (计量单位). */
export interface FigureUnit {
  readonly printed: string;
  /** Canonical base unit. */
  readonly base: string;
  readonly factor: number;
  /** Counted pieces have no rounding; measured ones do. */
  readonly counted: boolean;
}

/** Base unit → printed units with their factors. */
const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  元: { 元: 1, 人民币元: 1, 角: 0.1 },
  美元: { 美元: 1 },
  港元: { 港元: 1, 港币: 1 },
  平方米: { 平方米: 1, '㎡': 1, 亩: 2000 / 3, 公顷: 10_000, 平方公里: 1e6, 平方千米: 1e6, 公亩: 100 },
  立方米: { 立方米: 1, 'm³': 1, 土方: 1, 升: 0.001, 公升: 0.001, 毫升: 1e-6 },
  立方米每秒: { '立方米/秒': 1, 立方米每秒: 1 },
  千克: { 千克: 1, 公斤: 1, 斤: 0.5, 市斤: 0.5, 吨: 1000, 克: 0.001, 毫克: 1e-6, 担: 50 },
  米: { 米: 1, 公里: 1000, 千米: 1000, 华里: 500, 里: 500, 厘米: 0.01, 毫米: 0.001, 海里: 1852, 丈: 10 / 3 },
  瓦: { 瓦: 1, 千瓦: 1000, 兆瓦: 1e6 },
  千瓦时: { 千瓦时: 1, 千瓦小时: 1, 千瓦·时: 1, 度: 1, 度电: 1 },
  伏: { 伏: 1, 千伏: 1000 },
  千伏安: { 千伏安: 1, 兆伏安: 1000 },
  马力: { 马力: 1 },
  '℃': { '℃': 1, 摄氏度: 1, 度: 1 },
  吨公里: { 吨公里: 1 },
  人公里: { 人公里: 1 },
  小时: { 小时: 1 },
  天: { 天: 1 },
  年: { 年: 1 },
  岁: { 岁: 1, 周岁: 1 },
  '%': { '%': 1, '％': 1, 成: 10 },
  '‰': { '‰': 1 },
  百分点: { 个百分点: 1, 百分点: 1 },
  倍: { 倍: 1 },
  门: { 门: 1 },
  人: { 人: 1, 名: 1, 口人: 1 },
  元每亩: { '元/亩': 1 },
};

const COUNTERS =
  '人次 户次 人日 户 个 家 件 所 处 次 头 只 台 辆 艘 座 条 项 篇 册 卷 套 张 种 宗 起 例 幅 枚 株 棵 间 眼 份 部 场 支 班 对 村 票 顶 床 组 块 孔 匹 羽 尾 盏 盘 架 挂 粒 把 副 道 段 面 栋 幢 排 层 队 类 届 线 路 盒 瓶 箱 包 袋 桶 根 口 标台 台套 台件 台次 车次 趟 封 本 吨位 班次 例次 节 区 乡 镇 片 群 宗次 单 担次 字 盆 集 首 出 尊 标箱 箱 羽只 方 万';

const COUNTED_BASES = new Set(['人', '门']);

function listUnits(): FigureUnit[] {
  const units: FigureUnit[] = [{ printed: '', base: '', factor: 1, counted: true }];
  for (const [base, printed] of Object.entries(MEASURES)) {
    for (const [name, factor] of Object.entries(printed)) {
      if (units.some((unit) => unit.printed === name)) continue;
      units.push({ printed: name, base, factor, counted: COUNTED_BASES.has(base) });
    }
  }
  for (const name of COUNTERS.split(' ')) {
    if (name === '万' || units.some((unit) => unit.printed === name)) continue;
    units.push({ printed: name, base: name === '方' ? '立方米' : name, factor: 1, counted: true });
  }
  return units;
}

/** Every unit; 0 is “no unit printed”. */
export const FIGURE_UNITS: readonly FigureUnit[] = listUnits();

/** Base units by number, so that lean figures can be compared without strings. */
const BASES = [...new Set(FIGURE_UNITS.map(({ base }) => base))];
export const BASE_OF_UNIT = Uint8Array.from(FIGURE_UNITS, ({ base }) => BASES.indexOf(base));

/** First character → units that begin with it, longest first. */
const BY_FIRST = new Map<number, number[]>();
FIGURE_UNITS.forEach(({ printed }, index) => {
  if (printed === '') return;
  const code = printed.charCodeAt(0);
  BY_FIRST.set(code, [...(BY_FIRST.get(code) ?? []), index]);
});
for (const list of BY_FIRST.values()) {
  list.sort((a, b) => FIGURE_UNITS[b]!.printed.length - FIGURE_UNITS[a]!.printed.length);
}
const SLOT = new Uint8Array(65_536);
const LISTS: (readonly number[])[] = [[]];
for (const [code, list] of BY_FIRST) SLOT[code] = LISTS.push(list) - 1;

/** Index of the longest unit that begins at `at`; 0 where none does. */
export function findUnitAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const slot = SLOT[text.charCodeAt(at)]!;
  if (slot === 0) return 0;
  for (const index of LISTS[slot]!) {
    const { printed } = FIGURE_UNITS[index]!;
    if (printed.length === 1 || text.startsWith(printed, at)) return index;
  }
  return 0;
}
