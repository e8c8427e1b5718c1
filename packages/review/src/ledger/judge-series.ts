import { CHANGE, PLANNED, RANGE } from './figure-columns.ts';
import { BASE_OF_UNIT, findUnitAt } from './figure-units.ts';
import { findSeries } from './find-rivals.ts';
import type { LeanLedger } from './ledger.ts';
import type { MagnitudeDoubt } from './judge-magnitude.ts';
import { ContextReader } from './read-context.ts';

const LEFT_OUT = CHANGE | RANGE | PLANNED;
const MEASURES = new Set(['元', '吨', '平方米'].map((unit) => BASE_OF_UNIT[findUnitAt(unit, 0)]!));
/** Years on both sides within which an indicator cannot grow ten thousand times. */
const NEAR = 80_000;

/** Figures ten thousand times off the same indicator in the years around (漏印万、亿). */
export function judgeSeries(ledger: LeanLedger): MagnitudeDoubt[] {
  const { columns } = ledger;
  const reader = new ContextReader(ledger);
  const doubts: MagnitudeDoubt[] = [];
  for (const group of findSeries(ledger, LEFT_OUT, MEASURES)) {
    for (const index of group) {
      if (columns.row[index]! >= 0) continue;
      const far = listFar(ledger, group, index);
      if (far.length < 2) continue;
      const context = reader.read(index);
      if (context.name.length < 3) continue;
      const same = far.filter((other) => {
        const { name, entity, modifier } = reader.read(other);
        return name === context.name && entity === context.entity && modifier === context.modifier;
      });
      const other = same[0];
      if (same.length < 2 || other === undefined) continue;
      doubts.push({ figure: index, other, reason: '与前后年份的同一指标相差约万倍，似漏或多“万”' });
    }
  }
  return doubts;
}

/** The figures of the years around, where they all are ten thousand times off; empty where one is not. */
function listFar({ columns: { from, value } }: LeanLedger, group: readonly number[], index: number): number[] {
  const far: number[] = [];
  for (const other of group) {
    if (other === index || Math.abs(from[other]! - from[index]!) > NEAR || value[other]! <= 0) continue;
    if (!isTenThousandOff(value[other]!, value[index]!)) return [];
    far.push(other);
  }
  return far;
}

function isTenThousandOff(other: number, value: number): boolean {
  const ratio = Math.max(other, value) / Math.min(other, value);
  return ratio > 2500 && ratio < 40_000;
}
