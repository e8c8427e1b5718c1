import type { DraftCell, DraftRun, DraftTable } from '../../volume-draft.ts';

/** Cell as Word writes it: a horizontal span, and whether it goes on the cell above. */
export interface WordCell {
  columnSpan: number;
  merge: 'none' | 'restart' | 'continue';
  runs: DraftRun[];
}

/** Row as Word writes it; `before` grid places are left out at its start. */
export interface WordRow {
  before: number;
  /** The row is deleted in a tracked change. */
  isDeleted: boolean;
  readonly cells: WordCell[];
}

/** Lays rows of a Word table on its grid: vertical merges become row spans, places no cell covers empty cells. */
export function layTableCells(rows: readonly WordRow[]): DraftTable {
  const width = (row: WordRow) => row.cells.reduce((sum, cell) => sum + cell.columnSpan, row.before);
  const columns = rows.reduce((most, row) => Math.max(most, width(row)), 0);
  const cells: DraftCell[] = [];
  let above = new Map<number, DraftCell>();
  for (const [index, row] of rows.entries()) {
    const here = new Map<number, DraftCell>();
    let column = 0;
    const place = (columnSpan: number, runs: DraftRun[]): DraftCell => {
      const cell = { row: index, column, rowSpan: 1, columnSpan, runs };
      cells.push(cell);
      return cell;
    };
    if (row.before > 0) place(row.before, []);
    column += row.before;
    for (const cell of row.cells) {
      const upper = above.get(column);
      if (cell.merge === 'continue' && upper?.columnSpan === cell.columnSpan) {
        upper.rowSpan++;
        upper.runs.push(...cell.runs);
        here.set(column, upper);
      } else {
        const placed = place(cell.columnSpan, cell.runs);
        if (cell.merge !== 'none') here.set(column, placed);
      }
      column += cell.columnSpan;
    }
    if (column < columns) place(columns - column, []);
    above = here;
  }
  return { rows: rows.length, columns, cells };
}
