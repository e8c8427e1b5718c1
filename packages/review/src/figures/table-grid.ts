import type { Table } from '../volume.ts';
import { BLANK, NUMBER, WORDS } from './read-cell.ts';
import type { TableCells } from './table-cells.ts';

/** A row or column of the body of a table (行、列): its labels from the outermost to the innermost. */
export interface Line {
  readonly path: readonly string[];
}

const MOST_HEADER_ROWS = 4;

/** The body of a table as numbers (表身): side-by-side repetitions of the same columns are stacked. Cells are numbers of `table.cells`. */
export class TableGrid {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly headerRows: number;
  readonly labelColumns: number;
  /** By cell: kind, value, printed decimals. */
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly decimals: Uint8Array;
  private readonly labels: { columns?: string; rows?: string } = {};
  private readonly names: { columns?: readonly string[]; rows?: readonly string[] } = {};
  private readonly cells: TableCells;
  private readonly source: Table;
  private readonly period: number;
  private readonly bodyRows: number;
  /** By place: the cell that begins there, or -1. */
  private readonly origins: Int32Array;

  private constructor(cells: TableCells, headerRows: number, paths: readonly (readonly string[])[]) {
    const source = cells.table;
    this.cells = cells;
    this.source = source;
    this.kinds = cells.kinds;
    this.values = cells.values;
    this.decimals = cells.decimals;
    this.origins = cells.origins;
    this.headerRows = headerRows;
    this.period = findPeriod(paths);
    this.labelColumns = countLabelColumns(cells, headerRows, this.period);
    this.bodyRows = source.rows - headerRows;
    this.columns = paths.slice(this.labelColumns, this.period).map((path) => ({ path }));
    const rows: Line[] = [];
    for (let left = 0; left < source.columns; left += this.period)
      for (let row = headerRows; row < source.rows; row += 1)
        rows.push({ path: readLabels(cells, row * source.columns + left, 1, this.labelColumns) });
    this.rows = rows;
  }

  /** Reads the body of a table; undefined where it has no header or no numbers. */
  static read(cells: TableCells): TableGrid | undefined {
    const { rows, columns } = cells.table;
    if (rows < 2 || columns < 2) return undefined;
    const headerRows = countHeaderRows(cells);
    if (headerRows === 0 || headerRows >= rows) return undefined;
    const paths: (readonly string[])[] = [];
    for (let column = 0; column < columns; column += 1) paths.push(readLabels(cells, column, columns, headerRows));
    const grid = new TableGrid(cells, headerRows, paths);
    return grid.labelColumns >= grid.period ? undefined : grid;
  }

  /** The cell printed at a row and column of the body; -1 where there is none. A merged cell stands where it begins and nowhere else. */
  cellAt(row: number, column: number): number {
    const panel = row < this.bodyRows ? 0 : Math.floor(row / this.bodyRows);
    const top = this.headerRows + row - panel * this.bodyRows;
    const left = panel * this.period + this.labelColumns + column;
    return this.origins[top * this.source.columns + left]!;
  }

  /** Every label of the columns or rows in one string, for a first look. */
  labelsOf(axis: 'columns' | 'rows'): string {
    this.labels[axis] ??= this.namesOf(axis).join('\n');
    return this.labels[axis];
  }

  /** The labels of each column or row in one. */
  namesOf(axis: 'columns' | 'rows'): readonly string[] {
    this.names[axis] ??= this[axis].map(({ path }) => (path.length === 1 ? path[0]! : path.join('·')));
    return this.names[axis];
  }

  startOf(cell: number): number {
    return this.source.cells[cell]!.start;
  }

  endOf(cell: number): number {
    return this.source.cells[cell]!.end;
  }

  textOf(cell: number): string {
    return this.cells.textOf(cell);
  }
}

/** Rows before the first one that holds a number other than a year or the number of a month, merged header cells included. */
function countHeaderRows({ table, places, kinds, values, decimals }: TableCells): number {
  for (let row = 0; row < Math.min(table.rows, MOST_HEADER_ROWS + 1); row += 1) {
    let numbers = 0;
    let years = 0;
    let ordinals = 0;
    for (let column = 1; column < table.columns; column += 1) {
      const cell = places[row * table.columns + column]!;
      if (cell < 0 || kinds[cell]! < NUMBER) continue;
      numbers += 1;
      const value = values[cell]!;
      if (decimals[cell] === 0 && value >= 1800 && value <= 2100) years += 1;
      if (value === column || value === column - 1) ordinals += 1;
    }
    if (numbers === 0) continue;
    const first = places[row * table.columns]!;
    const isUnderHeader = row > 0 && (first < 0 || table.cells[first]!.row < row || kinds[first] === BLANK);
    if (years === numbers && (row === 0 || isUnderHeader)) continue;
    if (row === 0 && ordinals === numbers && numbers >= 3) continue;
    return row;
  }
  return 0;
}

/** Labels along a header, each cell once, empty ones left out. */
function readLabels(cells: TableCells, from: number, step: number, count: number): readonly string[] {
  const labels: string[] = [];
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const cell = cells.places[from + index * step]!;
    if (cell < 0 || cell === last) continue;
    last = cell;
    const label = cells.textOf(cell);
    if (label !== '') labels.push(label);
  }
  return labels;
}

/** Columns of one panel where the same columns are printed several times side by side; all columns otherwise. */
function findPeriod(paths: readonly (readonly string[])[]): number {
  const keys = paths.map((path) => path.join('/'));
  for (let period = 2; period <= keys.length / 2; period += 1) {
    if (keys.length % period !== 0) continue;
    if (keys.every((key, index) => key !== '' && key === keys[index % period])) return period;
  }
  return keys.length;
}

/** Leading columns that hold names: the first always, the next ones while most of their cells are words. */
function countLabelColumns({ table, places, kinds }: TableCells, headerRows: number, period: number): number {
  let count = 1;
  for (; count < period; count += 1) {
    let words = 0;
    let figures = 0;
    for (let row = headerRows; row < table.rows; row += 1) {
      const cell = places[row * table.columns + count]!;
      if (cell < 0 || kinds[cell] === BLANK) continue;
      if (kinds[cell] === WORDS) words += 1;
      else figures += 1;
    }
    if (words <= figures) break;
  }
  return count;
}
