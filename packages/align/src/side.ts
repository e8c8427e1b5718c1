/** A side of an alignment: one revision of a book; a volume of the review engine is one. Positions are UTF-16 units of `text`. */
export interface Side {
  readonly text: string;
  readonly blocks: readonly SideBlock[];
  readonly nodes: readonly SideNode[];
}

/** A block of a side; `node` is the index of the innermost outline node it belongs to. */
export interface SideBlock {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly node: number;
  readonly table?: SideTable;
}

/** A table of a side; `cells` in reading order. */
export interface SideTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly SideCell[];
}

/** A cell of a side; a merged one stands once, at its top left. */
export interface SideCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly start: number;
  readonly end: number;
}

/** An outline node of a side; `parent` is an index, -1 for node 0, the book itself. */
export interface SideNode {
  readonly title: string;
  readonly level: number;
  readonly parent: number;
  readonly start: number;
  readonly end: number;
}
