/** What became of the blocks of a row. */
export const ROW_KINDS = ['same', 'edited', 'split', 'merged', 'added', 'removed'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** One row of the side-by-side view: block numbers of both sides. `same` ignores white space. */
export interface AlignedRow {
  readonly kind: RowKind;
  /** Stands elsewhere among its neighbours than before. */
  readonly moved: boolean;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Alignment (对齐) of two revisions: every block of both sides stands in exactly one row. */
export interface Alignment {
  /** In the order of `after`; removed blocks stand where they stood. */
  readonly rows: readonly AlignedRow[];
  /** Outline node of `before` → that of `after`, -1 where it is gone. */
  readonly nodes: readonly number[];
}
