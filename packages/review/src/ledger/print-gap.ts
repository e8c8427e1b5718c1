import type { LedgerEntry } from './ledger.ts';

/** Prints the difference of two figures in their base unit, in 万 or 亿 where it is large (差额). */
export function printGap(one: LedgerEntry, two: LedgerEntry): string {
  return `${printValue(Math.abs(one.value - two.value))}${one.unit}`;
}

/** Prints a value in the base unit: 12.5万, 3.2亿, 460. */
export function printValue(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${Number((value / 1e8).toPrecision(8))}亿`;
  if (size >= 1e4) return `${Number((value / 1e4).toPrecision(8))}万`;
  return String(Number(value.toPrecision(8)));
}
