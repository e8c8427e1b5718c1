/** Reign titles that are place names or common words of our time too. */
const ORDINARY = new Set(
  (
    '绍兴 大同 保定 长安 长兴 嘉定 宝应 大安 永泰 建德 永康 永安 永嘉 永和 永宁 永平 永兴 永定 永昌 永寿 永丰 建宁 延平 兴安 ' +
    '兴和 兴平 兴宁 武平 泰和 政和 崇庆 和平 太平 太和 太康 太安 普通 大通 光大 光化 咸宁 建平 建始 武定 康定 隆昌 隆化 凤翔 凤凰 ' +
    '长寿 长乐 宁康 延和 中和 大中 大和 元和 开平 广德 同光 上元 神龙 天宝 先天 仁寿 文德 天成 大有 会同 会昌 保宁 天会 天德 天兴 ' +
    '中平 中兴 中元 嘉兴 嘉禾 嘉平 乾封 德祐 宝丰 至宁 光泽 元氏 明德 大庆 大德 承德 景德 宣化 新昌 兴隆 隆安 升平 统和 太极 清泰 ' +
    '元始 人庆 顺义 开运 保大 建中 建兴 建昌 靖康 神功 天安 天和 天平 天统 中统 正大 大明 大顺 光明 初始 文明 始建国 大象 正定 后元'
  ).split(' '),
);
const DYNASTY = /[汉魏晋宋齐梁陈隋唐周辽金夏元明清宗帝]$/u;

/** Whether a reign title may be a place or a common word here: no dynasty stands before it (在绍兴三十年). */
export function isOrdinaryWord(text: string, start: number, name: string): boolean {
  return ORDINARY.has(name) && !DYNASTY.test(text.charAt(start - 1));
}
