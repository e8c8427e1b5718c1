import type { Table } from '../volume.ts';
import { cellRead, NUMBER, readCell } from './read-cell.ts';

/** The cells of one table by their places, and what each holds; read once for all who lay out a table. */
export class TableCells {
  readonly table: Table;
  /** By place (row × columns + column): the cell there, or -1. */
  readonly places: Int32Array;
  /** The same, but a merged cell only where it begins. */
  readonly origins: Int32Array;
  /** By cell: kind, value, printed decimals. */
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly decimals: Uint8Array;
  /** By cell: 1 where it is nothing but digits and a point. */
  readonly plain: Uint8Array;
  private readonly text: string;
  private readonly texts: (string | undefined)[] = [];

  constructor(text: string, table: Table) {
    const { cells, rows, columns } = table;
    this.text = text;
    this.table = table;
    this.places = new Int32Array(rows * columns).fill(-1);
    this.kinds = new Uint8Array(cells.length);
    this.values = new Float64Array(cells.length);
    this.decimals = new Uint8Array(cells.length);
    this.plain = new Uint8Array(cells.length);
    this.origins = this.lay();
  }

  /** A cell as printed, without spaces. */
  textOf(cell: number): string {
    return (this.texts[cell] ??= readText(this.text, this.table.cells[cell]!.start, this.table.cells[cell]!.end));
  }

  private lay(): Int32Array {
    const { text, places, kinds, values, decimals, plain } = this;
    const { cells, rows, columns } = this.table;
    const merged: number[] = [];
    for (let index = 0; index < cells.length; index += 1) {
      const { row, column, rowSpan, columnSpan, start, end } = cells[index]!;
      const kind = readCell(text, start, end);
      kinds[index] = kind;
      if (kind >= NUMBER) {
        values[index] = cellRead.value;
        decimals[index] = cellRead.decimals;
        plain[index] = cellRead.plain ? 1 : 0;
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
    return keepOrigins(places, merged, this.table);
  }
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

function readText(text: string, start: number, end: number): string {
  const printed = text.slice(start, end);
  for (let at = start; at < end; at += 1) if (mayBeSpace(text.charCodeAt(at))) return printed.replace(/\s+/gu, '');
  return printed;
}

/** Cheap first look: everything that \s matches, and a little more. */
function mayBeSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x3000) || code === 0xfeff;
}
