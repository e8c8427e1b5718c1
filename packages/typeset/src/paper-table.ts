/** Table (表格) that breaks across pages: its head is repeated, and pages after the first say 续表. */
export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  /** Rows of the head (表头); a cell may reach over several columns and rows, as in HTML. */
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly PaperRow[];
}

/** Column (栏) of a table: `width` in millimetres, shared out anew where the sum is not that of the page. */
export interface PaperColumn {
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** Cell of the head (表头单元格); spans are 1 unless given. */
export interface HeadCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

/** Row (行): a cell a column, or one line over the whole width. A line break in a cell is kept. */
export type PaperRow = { readonly cells: readonly string[] } | { readonly section: string };
