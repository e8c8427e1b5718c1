import type { Cell, Table } from '../volume.ts';
import { isBlankFigure, readFigure, type Figure } from './read-figure.ts';

/** One place of the grid (格): text, and the number where the whole cell is one. */
export interface GridCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Undefined for text; a blank counts as nothing. */
  readonly figure: Figure | undefined;
  readonly blank: boolean;
}

/** A row or a column of the body: its labels from the outermost to the innermost. */
export interface Line {
  readonly path: readonly string[];
}

/** The body of a table as numbers (表身): side-by-side repetitions of the same columns are stacked. */
export interface SumGrid {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly cell: (row: number, column: number) => GridCell | undefined;
}

const MOST_HEADER_ROWS = 4;

/** Reads the body of a table; undefined where it has no header or no numbers to add. */
export function readSumGrid(text: string, table: Table): SumGrid | undefined {
  const places = layCells(text, table);
  const headerRows = countHeaderRows(table, places);
  if (headerRows === 0 || headerRows >= table.rows) return undefined;
  const paths = readHeaderPaths(table, places, headerRows);
  const period = findPeriod(paths);
  const labelColumns = countLabelColumns(places, headerRows, table.rows, period);
  if (labelColumns >= period) return undefined;

  const rows: Line[] = [];
  const body: (GridCell | undefined)[][] = [];
  for (let left = 0; left < paths.length; left += period) {
    for (let row = headerRows; row < table.rows; row += 1) {
      const line = places[row]!;
      rows.push({ path: readLabels(line.slice(left, left + labelColumns)) });
      const shown = line.slice(left + labelColumns, left + period);
      // A merged number is one number: it counts where it is printed and nowhere else.
      body.push(
        shown.map((place, index) => (isOrigin(place, row, left + labelColumns + index) ? place?.cell : undefined)),
      );
    }
  }
  const columns = paths.slice(labelColumns, period).map((path) => ({ path }));
  return { rows, columns, cell: (row, column) => body[row]?.[column] };
}

interface Place {
  readonly cell: GridCell;
  readonly source: Cell;
}

function layCells(text: string, table: Table): (Place | undefined)[][] {
  const places: (Place | undefined)[][] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const line: (Place | undefined)[] = [];
    for (let column = 0; column < table.columns; column += 1) line.push(undefined);
    places.push(line);
  }
  for (const source of table.cells) {
    const printed = text.slice(source.start, source.end);
    const value = printed.replace(/\s+/gu, '');
    const blank = isBlankFigure(value);
    const figure = blank ? undefined : readFigure(value);
    const place = { source, cell: { text: value, start: source.start, end: source.end, figure, blank } };
    for (let row = source.row; row < source.row + source.rowSpan; row += 1) {
      for (let column = source.column; column < source.column + source.columnSpan; column += 1) {
        const line = places[row];
        if (line !== undefined && column < line.length) line[column] = place;
      }
    }
  }
  return places;
}

function isOrigin(place: Place | undefined, row: number, column: number): boolean {
  return place?.source.row === row && place.source.column === column;
}

/** Rows before the first one that holds a number other than a year, merged header cells included. */
function countHeaderRows(table: Table, places: readonly (readonly (Place | undefined)[])[]): number {
  for (let row = 0; row < Math.min(table.rows, MOST_HEADER_ROWS + 1); row += 1) {
    const data = places[row]!.slice(1).some((place) => {
      const figure = place?.cell.figure;
      return figure !== undefined && !(row === 0 && isYear(figure));
    });
    if (data) return row;
  }
  return 0;
}

function isYear({ value, decimals }: Figure): boolean {
  return decimals === 0 && value >= 1800 && value <= 2100;
}

function readHeaderPaths(
  table: Table,
  places: readonly (readonly (Place | undefined)[])[],
  headerRows: number,
): (readonly string[])[] {
  return Array.from({ length: table.columns }, (_, column) =>
    readLabels(Array.from({ length: headerRows }, (__, row) => places[row]![column])),
  );
}

/** Labels along a header, each cell once, empty ones left out. */
function readLabels(line: readonly (Place | undefined)[]): readonly string[] {
  const labels: string[] = [];
  let last: Place | undefined;
  for (const place of line) {
    if (place === undefined || place === last) continue;
    last = place;
    if (place.cell.text !== '') labels.push(place.cell.text);
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
function countLabelColumns(
  places: readonly (readonly (Place | undefined)[])[],
  headerRows: number,
  rows: number,
  period: number,
): number {
  let count = 1;
  for (; count < period; count += 1) {
    let words = 0;
    let figures = 0;
    for (let row = headerRows; row < rows; row += 1) {
      const cell = places[row]![count]?.cell;
      if (cell === undefined || cell.blank) continue;
      if (cell.figure === undefined) words += 1;
      else figures += 1;
    }
    if (words <= figures) break;
  }
  return count;
}
