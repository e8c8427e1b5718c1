import type { ScannedLine } from './scan-drawn-line.ts';
import { areRecords } from './are-records.ts';

/** Place and extent of a cell in the grid. */
interface GridCell {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Grid of a drawn table (表格网): what lies where, asked by line of the file and column of the grid. */
export interface TableGrid {
  readonly rows: number;
  readonly columns: number;
  /** Display columns of the vertical edges, `columns + 1` of them. */
  readonly edges: readonly number[];
  readonly cells: readonly GridCell[];
  /** For each line, for each of its vertical strokes, the index of the edge it draws. */
  readonly edgesOfLine: readonly (readonly number[])[];
  /** True where a line draws a rule across a column. */
  isRuled(line: number, column: number): boolean;
  /** The cell (index in `cells`) a line shows in a column. */
  cellAt(line: number, column: number): number;
}

const MOST_EDGES = 300;
const MOST_PLACES = 5_000_000;

/**
 * Lays the grid of one drawn table; undefined when fewer than two vertical edges, no text
 * lines, or more than any printed table has are drawn.
 */
export function layTableGrid(lines: readonly ScannedLine[]): TableGrid | undefined {
  const edges = findEdges(lines);
  if (edges.length < 2 || edges.length > MOST_EDGES || edges.length * lines.length > MOST_PLACES) return undefined;
  const columns = edges.length - 1;
  const edgesOfLine = lines.map((line) => matchEdges(line, edges));
  const ruled = lines.map((line) => ruledColumns(line, edges));
  const bands = findBands(ruled).flatMap((band) => splitBand(band, lines));
  if (bands.length === 0) return undefined;
  const joinsRight = bands.map((band) => findRightJoins(band.lines, edgesOfLine, columns));
  const joinsDown = bands.map(({ ruledBelow }) => ruledBelow.map((isRuled) => !isRuled));
  const { cells, owner } = mergePlaces(joinsRight, joinsDown, columns);
  const bandOfLine = lines.map(() => 0);
  for (const [index, band] of bands.entries()) for (const line of band.covers) bandOfLine[line] = index;
  return {
    rows: bands.length,
    columns,
    edges,
    cells,
    edgesOfLine,
    isRuled: (line, column) => ruled[line]![column]!,
    cellAt: (line, column) => owner[bandOfLine[line]! * columns + column]!,
  };
}

/** All vertical positions of the table, those one stroke apart taken as one; beyond the usual right border none. */
function findEdges(lines: readonly ScannedLine[]): number[] {
  const counts = new Map<number, number>();
  const rights = new Map<number, number>();
  for (const { strokes, columns } of lines) {
    for (const at of strokes) count(counts, columns[at]!);
    if (strokes.length > 1) count(rights, columns[strokes.at(-1)!]!);
  }
  const right = mostCommon(rights);
  const ruledPositions = new Set(
    lines.flatMap((line) => (line.rules.length > 0 ? line.strokes.map((at) => line.columns[at]!) : [])),
  );
  const gap = lines[0]?.strokeWidth ?? 2;
  const edges: number[] = [];
  for (const position of [...counts.keys()].sort((a, b) => a - b)) {
    if (position > right) break;
    const previous = edges.at(-1);
    if (previous !== undefined && position - previous <= gap) {
      if (counts.get(position)! > counts.get(previous)!) edges[edges.length - 1] = position;
    } else if (ruledPositions.has(position) || counts.get(position)! >= Math.max(2, lines.length / 8))
      edges.push(position);
  }
  return edges;
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostCommon(counts: ReadonlyMap<number, number>): number {
  let best = Infinity;
  let most = 0;
  for (const [key, times] of counts) if (times > most || (times === most && key > best)) [best, most] = [key, times];
  return best;
}

/** The edge each stroke of a line draws: the nearest, in order. */
function matchEdges(line: ScannedLine, edges: readonly number[]): number[] {
  const matched: number[] = [];
  let least = 0;
  for (const at of line.strokes) {
    const position = line.columns[at]!;
    let best = Math.min(least, edges.length - 1);
    for (let edge = best + 1; edge < edges.length; edge++)
      if (Math.abs(edges[edge]! - position) <= Math.abs(edges[best]! - position)) best = edge;
    matched.push(best);
    least = best + 1;
  }
  return matched;
}

/** Columns whose whole width a line fills with a rule (most of it will do: strokes are lost in retyping). */
function ruledColumns(line: ScannedLine, edges: readonly number[]): boolean[] {
  const ruled: boolean[] = [];
  for (let column = 0; column + 1 < edges.length; column++) {
    const from = edges[column]! + line.strokeWidth;
    const to = edges[column + 1]!;
    let drawn = 0;
    for (const [low, high] of line.rules) drawn += Math.max(0, Math.min(high, to) - Math.max(low, from));
    ruled.push(to > from ? drawn >= (to - from) * 0.7 : line.rules.length > 0);
  }
  return ruled;
}

interface Band {
  /** Lines of text between two rules. */
  readonly lines: number[];
  /** The lines above and the (partial) rule below, whose text belongs to this band. */
  readonly covers: number[];
  readonly ruledBelow: boolean[];
}

/** Rows of the grid: stretches of lines between rules; a rule may cross some of the columns only. */
function findBands(ruled: readonly (readonly boolean[])[]): Band[] {
  const bands: Band[] = [];
  let band: Band = { lines: [], covers: [], ruledBelow: [] };
  for (const [line, columns] of ruled.entries()) {
    band.covers.push(line);
    if (!columns.some(Boolean)) {
      band.lines.push(line);
      continue;
    }
    if (band.lines.length > 0) {
      band.ruledBelow.push(...columns);
      bands.push(band);
      band = { lines: [], covers: [], ruledBelow: [] };
    } else if (bands.length > 0) {
      // Two rules with nothing between them count as one.
      const last = bands.at(-1)!;
      for (const [column, drawn] of columns.entries()) last.ruledBelow[column] ||= drawn;
      last.covers.push(...band.covers.splice(0));
    }
  }
  if (band.lines.length > 0) bands.push(band);
  const last = bands.at(-1);
  if (last && band !== last) last.covers.push(...band.covers);
  if (last) last.ruledBelow.fill(true);
  return bands;
}

/** A band of records without rules between them becomes a band a line. */
function splitBand(band: Band, lines: readonly ScannedLine[]): Band[] {
  if (!areRecords(band.lines.map((line) => lines[line]!))) return [band];
  const [first] = band.lines;
  const last = band.lines.at(-1);
  return band.lines.map((line) => ({
    lines: [line],
    covers: band.covers.filter((it) => it === line || (line === first && it < line) || (line === last && it > line)),
    ruledBelow: line === last ? band.ruledBelow : band.ruledBelow.map(() => true),
  }));
}

function findRightJoins(
  lines: readonly number[],
  edgesOfLine: readonly (readonly number[])[],
  columns: number,
): boolean[] {
  const drawn = new Int32Array(columns + 1);
  for (const line of lines) for (const edge of edgesOfLine[line]!) drawn[edge]!++;
  const joins: boolean[] = [];
  for (let column = 1; column <= columns; column++) joins.push(column < columns && drawn[column]! * 2 < lines.length);
  return joins;
}

/** Joins the places of the grid into rectangles; a joined shape that is none is cut back into its rows. */
function mergePlaces(
  joinsRight: readonly (readonly boolean[])[],
  joinsDown: readonly (readonly boolean[])[],
  columns: number,
): { cells: GridCell[]; owner: Int32Array } {
  const rows = joinsRight.length;
  const owner = new Int32Array(rows * columns).fill(-1);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue;
      let columnSpan = 1;
      while (joinsRight[row]![column + columnSpan - 1] && owner[row * columns + column + columnSpan] === -1)
        columnSpan++;
      let rowSpan = 1;
      while (row + rowSpan < rows && continuesDown(row + rowSpan, column, columnSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) owner[r * columns + c] = cells.length;
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return { cells, owner };

  function continuesDown(row: number, column: number, columnSpan: number): boolean {
    for (let c = column; c < column + columnSpan; c++) {
      if (!joinsDown[row - 1]![c] || owner[row * columns + c] !== -1) return false;
      if (joinsRight[row]![c] !== c < column + columnSpan - 1) return false;
    }
    return !(column > 0 && joinsRight[row]![column - 1]);
  }
}
