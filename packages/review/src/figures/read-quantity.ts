import type { Figure } from './read-figure.ts';

/** A number with its unit in running text (数量): 5.2万元. `value` is in the bare unit, `place` the last place printed. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly place: number;
  readonly unit: string;
  /** 万 or 亿 where printed. */
  readonly scale: string;
}

const UNITS =
  '平方千米|平方公里|平方米|立方米|公顷|公里|千米|千克|公斤|人次|户次|元|人|户|个|家|件|所|处|名|次|吨|米|亩|头|只|台|辆|艘|座|条|项|篇|册|卷|套|张|种|宗|起|例|幅|枚|株|棵|间|眼|口|尾|份|部|场|支|班|对|村|乡|镇|票|枪|顶|床|组|块|孔';
const QUANTITY = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)(万|亿)?(${UNITS})(?![～—\\-－])`, 'uy');
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Reads the quantity that starts at `at`; undefined where there is none or it is only approximate (余、多). */
export function readQuantity(text: string, at: number, end: number): Quantity | undefined {
  QUANTITY.lastIndex = at;
  const found = QUANTITY.exec(text);
  if (found === null || at + found[0].length > end) return undefined;
  const scale = SCALES[found[2] ?? ''] ?? 1;
  const digits = (found[1] ?? '').replaceAll(',', '');
  const point = digits.indexOf('.');
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  return {
    start: at,
    end: at + found[0].length,
    value: Math.round(Number(digits) * 10 ** decimals * scale) / 10 ** decimals,
    place: scale / 10 ** decimals,
    unit: found[3] ?? '',
    scale: found[2] ?? '',
  };
}

/** The quantity as a figure of its own scale, for exact addition. */
export function toFigure({ value, place }: Quantity): Figure {
  return { value, decimals: place < 1 ? Math.round(-Math.log10(place)) : 0 };
}

/** Prints a value in the scale of a printed quantity (以万、亿计): 94803 beside 2.4万公顷 → 9.4803万. */
export function printInScale(value: number, { scale }: Quantity): string {
  return `${Number((value / (SCALES[scale] ?? 1)).toPrecision(12))}${scale}`;
}
