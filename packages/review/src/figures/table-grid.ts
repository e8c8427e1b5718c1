import type { Table } from '../volume.ts';
import { BLANK, NUMBER, WORDS, cellRead, readCell } from './read-cell.ts';

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
  private readonly source: Table;
  private readonly text: string;
  private readonly period: number;
  private readonly bodyRows: number;
  /** By place: the cell that begins there, or -1. */
  private readonly origins: Int32Array;

  private constructor(
    text: string,
    source: Table,
    laid: Laid,
    headerRows: number,
    paths: readonly (readonly string[])[],
  ) {
    this.text = text;
    this.source = source;
    this.kinds = laid.kinds;
    this.values = laid.values;
    this.decimals = laid.decimals;
    this.origins = laid.origins;
    this.headerRows = headerRows;
    this.period = findPeriod(paths);
    this.labelColumns = countLabelColumns(source, laid, headerRows, this.period);
    this.bodyRows = source.rows - headerRows;
    this.columns = paths.slice(this.labelColumns, this.period).map((path) => ({ path }));
    const rows: Line[] = [];
    for (let left = 0; left < source.columns; left += this.period)
      for (let row = headerRows; row < source.rows; row += 1)
        rows.push({ path: readLabels(text, source, laid.places, row * source.columns + left, 1, this.labelColumns) });
    this.rows = rows;
  }

  /** Reads the body of a table; undefined where it has no header or no numbers. */
  static read(text: string, source: Table): TableGrid | undefined {
    if (source.rows < 2 || source.columns < 2) return undefined;
    const laid = layCells(text, source);
    const headerRows = countHeaderRows(source, laid);
    if (headerRows === 0 || headerRows >= source.rows) return undefined;
    const paths: (readonly string[])[] = [];
    for (let column = 0; column < source.columns; column += 1)
      paths.push(readLabels(text, source, laid.places, column, source.columns, headerRows));
    const grid = new TableGrid(text, source, laid, headerRows, paths);
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
    this.labels[axis] ??= this[axis].map(({ path }) => path.join('·')).join('\n');
    return this.labels[axis];
  }

  startOf(cell: number): number {
    return this.source.cells[cell]!.start;
  }

  endOf(cell: number): number {
    return this.source.cells[cell]!.end;
  }

  textOf(cell: number): string {
    return readText(this.text, this.source, cell);
  }
}

interface Laid {
  /** By place (row × columns + column): the cell there, or -1. */
  readonly places: Int32Array;
  /** The same, but a merged cell only where it begins. */
  readonly origins: Int32Array;
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly decimals: Uint8Array;
}

function layCells(text: string, { cells, rows, columns }: Table): Laid {
  const places = new Int32Array(rows * columns).fill(-1);
  const kinds = new Uint8Array(cells.length);
  const values = new Float64Array(cells.length);
  const decimals = new Uint8Array(cells.length);
  const merged: number[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const { row, column, rowSpan, columnSpan, start, end } = cells[index]!;
    const kind = readCell(text, start, end);
    kinds[index] = kind;
    if (kind >= NUMBER) {
      values[index] = cellRead.value;
      decimals[index] = cellRead.decimals;
    }
    if (rowSpan === 1 && columnSpan === 1) {
      if (row < rows && column < columns) places[row * columns + column] = index;
      continue;
    }
    merged.push(index);
    const bottom = Math.min(rows, row + rowSpan);
    const right = Math.min(columns, column + columnSpan);
    for (let down = row; down < bottom; down += 1)
      for (let across = column; across < right; across += 1) places[down * columns + across] = index;
  }
  return { places, origins: keepOrigins(places, merged, { cells, rows, columns }), kinds, values, decimals };
}

/** The places without what merged cells reach over. */
function keepOrigins(places: Int32Array, merged: readonly number[], { cells, rows, columns }: Table): Int32Array {
  if (merged.length === 0) return places;
  const origins = places.slice();
  for (const index of merged) {
    const { row, column, rowSpan, columnSpan } = cells[index]!;
    for (let down = row; down < Math.min(rows, row + rowSpan); down += 1)
      for (let across = column; across < Math.min(columns, column + columnSpan); across += 1) {
        const place = down * columns + across;
        if (origins[place] === index && (down !== row || across !== column)) origins[place] = -1;
      }
  }
  return origins;
}

/** Rows before the first one that holds a number other than a year or the number of a month, merged header cells included. */
function countHeaderRows(table: Table, laid: Laid): number {
  for (let row = 0; row < Math.min(table.rows, MOST_HEADER_ROWS + 1); row += 1) {
    let numbers = 0;
    let years = 0;
    let ordinals = 0;
    for (let column = 1; column < table.columns; column += 1) {
      const cell = laid.places[row * table.columns + column]!;
      if (cell < 0 || laid.kinds[cell]! < NUMBER) continue;
      numbers += 1;
      const value = laid.values[cell]!;
      if (laid.decimals[cell] === 0 && value >= 1800 && value <= 2100) years += 1;
      if (value === column || value === column - 1) ordinals += 1;
    }
    if (numbers === 0) continue;
    const first = laid.places[row * table.columns]!;
    const isUnderHeader = row > 0 && (first < 0 || table.cells[first]!.row < row || laid.kinds[first] === BLANK);
    if (years === numbers && (row === 0 || isUnderHeader)) continue;
    if (row === 0 && ordinals === numbers && numbers >= 3) continue;
    return row;
  }
  return 0;
}

function readText(text: string, { cells }: Table, cell: number): string {
  const printed = text.slice(cells[cell]!.start, cells[cell]!.end);
  return /[\s\u3000]/u.test(printed) ? printed.replace(/[\s\u3000]+/gu, '') : printed;
}

/** Labels along a header, each cell once, empty ones left out. */
function readLabels(
  text: string,
  table: Table,
  places: Int32Array,
  from: number,
  step: number,
  count: number,
): readonly string[] {
  const labels: string[] = [];
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const cell = places[from + index * step]!;
    if (cell < 0 || cell === last) continue;
    last = cell;
    const label = readText(text, table, cell);
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
function countLabelColumns(table: Table, { places, kinds }: Laid, headerRows: number, period: number): number {
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
