import { keepShape } from '../keep-shape.ts';
import type { FigureColumns } from './figure-columns.ts';
import { findUnitAt } from './figure-units.ts';
import { hashIndicator } from './hash-indicator.ts';
import { nameLine, TOTAL } from './name-line.ts';
import type { TableHead } from './read-table-figures.ts';

const PLACES = '县市省区州国镇乡村';
/** 全 */
const WHOLE = 0x5168;
const PERSONS = findUnitAt('人', 0);
const PEOPLE = hashIndicator('人口', 0, 2);

/** Hashes what each figure counts (指标散列); 0 where nothing is named. */
export function hashNames(text: string, columns: FigureColumns, tables: ReadonlyMap<number, TableHead>): Int32Array {
  const names = new Int32Array(columns.length);
  let block = -1;
  let cells: CellNames | undefined;
  for (let index = 0; index < columns.length; index += 1) {
    const row = columns.row[index]!;
    if (row < 0) {
      names[index] = hashProse(text, columns, index);
      continue;
    }
    if (columns.block[index] !== block) {
      block = columns.block[index]!;
      const head = tables.get(block);
      cells = head === undefined ? undefined : new CellNames(head);
    }
    names[index] = columns.from[index] === 0 ? 0 : (cells?.hash(row, columns.column[index]!) ?? 0);
  }
  return names;
}

function hashProse(text: string, columns: FigureColumns, index: number): number {
  const start = columns.indicatorStart[index]!;
  const end = columns.indicatorEnd[index]!;
  // 全县706954人: the people of the place.
  if (end - start === 2 && text.charCodeAt(start) === WHOLE && PLACES.includes(text.charAt(start + 1))) {
    return columns.unit[index] === PERSONS ? PEOPLE : 0;
  }
  return hashIndicator(text, start, end);
}

const BARE = /^(?:数量|数额|金额|指标|数据|本年|实绩|完成数?|合计)$/u;

/** No hash: those are odd, or 0. */
const COLUMN = 2;

type NamedLines = Pick<TableHead, 'topic' | 'rows' | 'columns'>;

/** Hashes of the rows and columns of one table, each read once. */
class CellNames {
  private readonly head: NamedLines;
  private readonly columns: Int32Array;
  /** Columns that say nothing of what is counted: a year, 数量. */
  private readonly bare: Uint8Array;
  /** Hashes of the rows that are items, `COLUMN` of those where the column says what is counted; read when first asked for. */
  private readonly rows: (number | undefined)[] = [];

  constructor(head: NamedLines) {
    this.head = head;
    this.columns = Int32Array.from(head.columns, ({ label }) => this.name(label));
    this.bare = Uint8Array.from(head.columns, ({ label }) => (label === '' || BARE.test(label) ? 1 : 0));
  }

  hash(row: number, column: number): number {
    const own = (this.rows[row] ??= this.readRow(row));
    if (own === COLUMN) return this.columns[column]!;
    // A row that is an item: its own name where the column is a year or says only 数量.
    return this.bare[column] === 0 ? 0 : own;
  }

  private readRow(row: number): number {
    const line = this.head.rows[row];
    return line === undefined || line.from !== 0 || TOTAL.test(line.label) ? COLUMN : this.name(line.label);
  }

  private name(label: string): number {
    const name = nameLine(label, this.head.topic);
    return hashIndicator(name, 0, name.length);
  }
}

keepShape(new CellNames({ topic: '', rows: [], columns: [] }));
