import { readTables, TableShelf } from '../figures/table-shelf.ts';
import type { Book, Reader } from '../rule.ts';
import type { Settings } from '../settings.ts';
import type { Volume } from '../volume.ts';
import { APPROXIMATE, FigureColumns, KINDS, RANGE } from './figure-columns.ts';
import { FIGURE_UNITS } from './figure-units.ts';
import { describeFigure } from './describe-figure.ts';
import { findOwnPlace, type OwnPlace } from './find-own-place.ts';
import { hashNames } from './hash-names.ts';
import { readTableFigures, type TableHead } from './read-table-figures.ts';
import { ProseScanner } from './scan-prose.ts';

/** What a printed figure says (数值类别): an amount, a share, a growth rate, percentage points, a multiple, a rank. */
export type FigureKind = (typeof KINDS)[number];

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
  /** Made when first asked for. */
  readonly entries: readonly LedgerEntry[];
}

/** The ledger with its lean columns, for rules over the whole book. */
export interface LeanLedger extends Ledger {
  readonly volume: Volume;
  readonly columns: FigureColumns;
  /** Block index → what its table is about. */
  readonly tables: ReadonlyMap<number, TableHead>;
  readonly own: OwnPlace;
  /** Start, end, day (YYYYMMDD) and block of each single date of the running text, four numbers a date. */
  readonly dates: readonly number[];
  /** Hash of the name of what each figure counts, 0 where it has none; read when first asked for. */
  readonly names: Int32Array;
  readonly entry: (index: number) => LedgerEntry;
}

/** Reads the ledger of a volume; rules ask the book for it, so it is read once a review. */
export const readLedger: Reader<LeanLedger> = (volume, settings) =>
  readLeanLedger(volume, settings, new TableShelf(volume));

/** Ledgers by the shelf whose tables they read: each as long as its review. */
const LEDGERS = new WeakMap<TableShelf, LeanLedger>();

/** The ledger of the book under review; its tables are those that the rules of tables have read already. */
export function ledgerOf({ volume, settings, read }: Book): LeanLedger {
  const shelf = read(readTables);
  let ledger = LEDGERS.get(shelf);
  if (ledger === undefined) LEDGERS.set(shelf, (ledger = readLeanLedger(volume, settings, shelf)));
  return ledger;
}

function readLeanLedger(volume: Volume, settings: Settings, shelf: TableShelf): LeanLedger {
  // A figure in every twenty characters or so: longer columns are grown.
  const columns = new FigureColumns(1024 + Math.floor(volume.text.length / 24));
  const tables = new Map<number, TableHead>();
  const scanner = new ProseScanner(volume.text, columns);
  const year = (settings.recordedYear ?? 0) * 10_000;
  volume.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph' || block.kind === 'note') scanner.scan(block.start, block.end, index, year);
    else if (block.kind === 'table') {
      const cells = shelf.cellsOf(block);
      const head = cells && readTableFigures(volume, index, cells, columns, year);
      if (head !== undefined) tables.set(index, head);
    }
  });
  const own = findOwnPlace(volume, settings);
  let entries: readonly LedgerEntry[] | undefined;
  let names: Int32Array | undefined;
  const entry = (index: number): LedgerEntry => makeEntry({ volume, columns, tables, own }, index);
  return {
    volume,
    columns,
    tables,
    own,
    dates: scanner.dates,
    entry,
    get names() {
      names ??= hashNames(volume.text, columns, tables);
      return names;
    },
    get entries() {
      entries ??= Array.from({ length: columns.length }, (_, index) => entry(index));
      return entries;
    },
  };
}

function makeEntry(ledger: Omit<LeanLedger, 'entries' | 'entry' | 'names' | 'dates'>, index: number): LedgerEntry {
  const { volume, columns } = ledger;
  const unit = FIGURE_UNITS[columns.unit[index]!]!;
  const { subject, indicator, scope } = describeFigure(ledger, index);
  const block = columns.block[index]!;
  const row = columns.row[index]!;
  return {
    start: columns.start[index]!,
    end: columns.end[index]!,
    value: Number(columns.value[index]!.toPrecision(12)),
    place: Number(columns.place[index]!.toPrecision(12)),
    unit: unit.base,
    printedUnit: unit.printed,
    kind: KINDS[columns.kind[index]!]!,
    approximate: (columns.flags[index]! & (APPROXIMATE | RANGE)) !== 0,
    subject,
    indicator,
    scope,
    period: printPeriod(columns.from[index]!, columns.to[index]!),
    node: volume.blocks[block]!.node,
    block,
    ...(row < 0 ? {} : { cell: { row, column: columns.column[index]! } }),
  };
}

function printPeriod(from: number, to: number): string {
  if (from === 0) return '';
  return from === to ? printDay(from) : `${printDay(from)}～${printDay(to)}`;
}

function printDay(day: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(Math.floor(day / 10_000));
  const month = Math.floor(day / 100) % 100;
  if (month === 0) return year;
  return day % 100 === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day % 100)}`;
}

/** Key by which an editor's verdict on a figure is remembered (数据认定键): survives edits elsewhere. */
export function keyOfFigure({ subject, indicator, scope, period, unit, value }: LedgerEntry): string {
  return [subject, indicator, scope, period, unit, Number(value.toPrecision(12))].join('|');
}
