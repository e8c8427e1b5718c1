import { joinRuns, trimRuns, type DraftCell, type DraftRun, type DraftTable } from '../../volume-draft.ts';
import { isHorizontalStroke, isVerticalStroke } from './box-strokes.ts';
import { displayWidth } from './display-width.ts';
import { layTableGrid, type TableGrid } from './lay-table-grid.ts';
import type { Line } from './split-lines.ts';

/**
 * Parses one table drawn with box strokes (制表符表格) by display columns. Columns are all vertical positions found;
 * where a stroke is missing between two places they are one merged cell. Undefined when there is no column at all.
 */
export function parseDrawnTable(lines: readonly Line[]): DraftTable | undefined {
  const wide = lines.map((line) => scanLine(line, 2));
  const narrow = lines.map((line) => scanLine(line, 1));
  const scanned = countPositions(narrow) < countPositions(wide) ? narrow : wide;
  const grid = layTableGrid(scanned);
  if (!grid) return undefined;
  const runs = grid.cells.map((): DraftRun[] => []);
  for (const [index, line] of scanned.entries()) placeText(line, index, grid, runs);
  const cells = grid.cells.map((cell, index): DraftCell => ({ ...cell, runs: runs[index]! }));
  return { rows: grid.rows, columns: grid.columns, cells };
}

/** Line of a drawn table by display columns. */
export interface ScannedLine {
  readonly line: Line;
  /** Display column of each UTF-16 unit of the text. */
  readonly columns: Int32Array;
  /** Display width of a stroke: 1 or 2. */
  readonly strokeWidth: number;
  /** Vertical strokes as offsets in the text. */
  readonly strokes: readonly number[];
  /** Sideways strokes as `[from, to)` display columns. */
  readonly rules: readonly (readonly [number, number])[];
  /** The line has strokes only. */
  readonly isBare: boolean;
}

function scanLine(line: Line, strokeWidth: number): ScannedLine {
  const { text } = line;
  const columns = new Int32Array(text.length);
  const strokes: number[] = [];
  const rules: [number, number][] = [];
  let column = line.indent;
  let isBare = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    columns[at] = column;
    if (isVerticalStroke(code)) strokes.push(at);
    else if (isHorizontalStroke(code)) {
      const last = rules.at(-1);
      if (last && last[1] === column) last[1] = column + strokeWidth;
      else rules.push([column, column + strokeWidth]);
    } else if (code !== 0x20 && code !== 0x3000) isBare = false;
    column += displayWidth(code, strokeWidth);
    if (code > 0xffff) columns[++at] = column;
  }
  return { line, columns, strokeWidth, strokes, rules, isBare };
}

function countPositions(lines: readonly ScannedLine[]): number {
  return new Set(lines.flatMap((line) => line.strokes.map((at) => line.columns[at]!))).size;
}

function placeText(scanned: ScannedLine, index: number, grid: TableGrid, runs: DraftRun[][]): void {
  const { line } = scanned;
  const edges = [-1, ...scanned.strokes, line.text.length];
  const edgeColumns = grid.edgesOfLine[index]!;
  for (let part = 0; part + 1 < edges.length; part++) {
    const from = edges[part]! + 1;
    const to = edges[part + 1]!;
    if (from >= to) continue;
    const left = Math.min(part === 0 ? 0 : edgeColumns[part - 1]!, grid.columns - 1);
    const right = Math.max(part + 2 === edges.length ? grid.columns : edgeColumns[part]!, left + 1);
    for (const [start, end] of textPieces(scanned, from, to, index, left, right, grid)) {
      const column = columnAt(scanned.columns[start]!, left, right, grid);
      const run = { text: line.text.slice(start, end), source: source(line.start + start) };
      joinRuns(runs[grid.cellAt(index, column)]!, trimRuns([run]));
    }
  }
}

const source = (start: number) => ({ part: 'text', paragraph: 0, start }) as const;

/** The stretches of `[from, to)` that are text: rules out, and cut where the grid has an edge the line did not draw. */
function textPieces(
  scanned: ScannedLine,
  from: number,
  to: number,
  index: number,
  left: number,
  right: number,
  grid: TableGrid,
): [number, number][] {
  const { text } = scanned.line;
  const pieces: [number, number][] = [];
  let start = -1;
  let cell = -1;
  for (let at = from; at < to; at++) {
    const column = columnAt(scanned.columns[at]!, left, right, grid);
    const isRule = isHorizontalStroke(text.charCodeAt(at)) && (scanned.isBare || grid.isRuled(index, column));
    const isSpace = /\s/.test(text[at]!);
    const here = isRule ? -1 : grid.cellAt(index, column);
    // A word that hangs over an undrawn edge stays whole: only white space may cut.
    if (start >= 0 && (isRule || (here !== cell && at > start && /\s/.test(text[at - 1]!)))) {
      pieces.push([start, at]);
      start = -1;
    }
    if (start < 0 && !isRule && !isSpace) {
      start = at;
      cell = here;
    }
  }
  if (start >= 0) pieces.push([start, to]);
  return pieces;
}

function columnAt(position: number, left: number, right: number, grid: TableGrid): number {
  let column = left;
  while (column + 1 < right && position >= grid.edges[column + 1]!) column++;
  return column;
}
