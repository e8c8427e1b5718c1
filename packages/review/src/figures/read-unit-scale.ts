const UNIT =
  /^(万|亿|十万|百万|千万)?(元|人|户|吨|公斤|千克|公顷|亩|公里|千米|平方米|平方公里|千瓦时|头|只|个|台|辆|件|人次|所|名|张|立方米)$/u;
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 十万: 1e5, 百万: 1e6, 千万: 1e7 };

/** A unit as its name and its multiple: 万元 → 元, 10000; undefined where it is none that is compared. */
export function readUnitScale(unit: string): { readonly name: string; readonly scale: number } | undefined {
  const found = UNIT.exec(unit);
  if (found === null) return undefined;
  return { name: found[2] === '名' ? '人' : found[2]!, scale: SCALES[found[1] ?? ''] ?? 1 };
}
