import type { Reader } from '../rule.ts';
import type { Settings } from '../settings.ts';
import type { Volume } from '../volume.ts';

/** What a printed figure says (数值类别): an amount, a share, a growth rate, percentage points, a multiple, a rank. */
export type FigureKind = 'amount' | 'share' | 'growth' | 'points' | 'times' | 'rank';

/** Place of a figure in a table (格位): row and column of the grid, from 0. */
export interface FigureCell {
  readonly row: number;
  readonly column: number;
}

/** One quantity of the volume (台账条目): the printed number with its unit is `[start, end)`, UTF-16 units of the text. */
export interface LedgerEntry {
  readonly start: number;
  readonly end: number;
  /** In the base unit: 5.2万元 is 52000. */
  readonly value: number;
  /** Last printed place, in the base unit: 0.1万元 is 1000. */
  readonly place: number;
  /** Canonical base unit: 元、平方米、千克、米、人、%; '' where none is printed. */
  readonly unit: string;
  readonly printedUnit: string;
  readonly kind: FigureKind;
  /** 约、余、多、近、左右. */
  readonly approximate: boolean;
  /** Whose it is: a place or a unit; '' for the book's own place. */
  readonly subject: string;
  /** What it counts. */
  readonly indicator: string;
  /** 口径: 规模以上、现价、户籍; '' where none is printed. */
  readonly scope: string;
  /** `1990`, `1990-06`, `1990-06-30`, `1986～1990`; '' where not known. */
  readonly period: string;
  /** Index into `volume.nodes`. */
  readonly node: number;
  /** Index into `volume.blocks`. */
  readonly block: number;
  readonly cell?: FigureCell;
}

/** Every quantity of a volume, in text order (数据台账). */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
}

/** Reads the ledger of a volume; rules ask the book for it, so it is read once a review. */
export const readLedger: Reader<Ledger> = (_volume: Volume, _settings: Settings): Ledger => ({ entries: [] });

/** Key by which an editor's verdict on a figure is remembered (数据认定键): survives edits elsewhere. */
export function keyOfFigure({ subject, indicator, scope, period, unit, value }: LedgerEntry): string {
  return [subject, indicator, scope, period, unit, Number(value.toPrecision(12))].join('|');
}
