import { joinRuns, type DraftCell, type DraftRun, type DraftTable } from '../../volume-draft.ts';
import { isHorizontalStroke, isVerticalStroke } from './box-strokes.ts';
import { unitWidth } from './display-width.ts';
import { layTableGrid, type TableGrid } from './lay-table-grid.ts';
import { scanDrawnLine, type ScannedLine } from './scan-drawn-line.ts';
import { isSpace, type Line } from './split-lines.ts';

/**
 * Parses one table drawn with box strokes (制表符表格) by display columns. Columns are all vertical positions found;
 * where a stroke is missing between two places they are one merged cell. Undefined when there is no column or no row at all.
 */
export function parseDrawnTable(lines: readonly Line[]): DraftTable | undefined {
  const strokeWidth = chooseStrokeWidth(lines);
  const scanned = lines.map((line) => scanDrawnLine(line, strokeWidth));
  const grid = layTableGrid(scanned);
  if (!grid) return undefined;
  const runs = grid.cells.map((): DraftRun[] => []);
  for (const [index, line] of scanned.entries()) placeText(line, index, grid, runs);
  const cells = grid.cells.map((cell, index): DraftCell => ({ ...cell, runs: runs[index]! }));
  return { rows: grid.rows, columns: grid.columns, cells };
}

/** How wide the font draws strokes: the width at which they stand at fewer different columns. */
function chooseStrokeWidth(lines: readonly Line[]): 1 | 2 {
  const narrow = new Set<number>();
  const wide = new Set<number>();
  for (const { text, indent } of lines) {
    let column = indent;
    let ambiguous = 0;
    for (let at = 0; at < text.length; at++) {
      if (isVerticalStroke(text.charCodeAt(at))) {
        narrow.add(column);
        wide.add(column + ambiguous);
      }
      const width = unitWidth(text, at, 1);
      column += width;
      if (width === 1 && unitWidth(text, at, 2) === 2) ambiguous++;
    }
  }
  return narrow.size < wide.size ? 1 : 2;
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
      let until = end;
      while (until > start && isSpace(line.text.charCodeAt(until - 1))) until--;
      const run = { text: line.text.slice(start, until), source: source(line.start + start) };
      joinRuns(runs[grid.cellAt(index, column)]!, [run]);
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
  let column = left;
  for (let at = from; at < to; at++) {
    const position = scanned.columns[at]!;
    while (column + 1 < right && position >= grid.edges[column + 1]!) column++;
    const code = text.charCodeAt(at);
    const isRule = isHorizontalStroke(code) && (scanned.isBare || grid.isRuled(index, column));
    const here = isRule ? -1 : grid.cellAt(index, column);
    // A word that hangs over an undrawn edge stays whole: only white space may cut.
    if (start >= 0 && (isRule || (here !== cell && at > start && isSpace(text.charCodeAt(at - 1))))) {
      pieces.push([start, at]);
      start = -1;
    }
    if (start < 0 && !isRule && !isSpace(code)) {
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
