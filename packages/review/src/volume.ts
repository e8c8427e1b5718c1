/**
 * Volume (书稿): one book as the engine reads it. All positions are UTF-16 units of `text`, half-open `[start, end)`.
 *
 * `text` is the logical text (逻辑文本): hard-wrapped lines joined, one block a line, blocks separated by `\n`;
 * a table is one block whose rows are separated by `\n` and whose cells by `\t` (a merged cell stands once, at its
 * top left; broken cells are joined).
 */
export interface Volume {
  readonly text: string;
  /** In text order; never overlapping; every character but the separators belongs to exactly one block. */
  readonly blocks: readonly Block[];
  /** Outline nodes (篇目) in text order. Node 0 is the volume itself (level 0, empty title, whole text). */
  readonly nodes: readonly OutlineNode[];
}

export type BlockKind = 'heading' | 'paragraph' | 'table' | 'caption' | 'note' | 'image';

/** Block (块): heading, paragraph, table, caption (图表题、单位行), footnote or image. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** Index into `nodes` of the innermost node this block belongs to; a heading belongs to the node it opens. */
  readonly node: number;
  readonly table?: Table;
}

/** Table (表) as a grid; `cells` in reading order, each cell once. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
}

/** Cell (单元格): a merged cell covers `rowSpan` × `columnSpan` grid places; its text is `[start, end)` of the volume. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly start: number;
  readonly end: number;
}

/** Outline node (篇目节点): 编、章、节、目 or 类目、分目、条目. */
export interface OutlineNode {
  readonly title: string;
  /** 0 the volume, 1 the highest heading, and so on; children are deeper than their parent, levels may be skipped. */
  readonly level: number;
  /** Index of the parent node; -1 for node 0. */
  readonly parent: number;
  /** From the first character of the heading to the end of the last block below it, sub-nodes included. */
  readonly start: number;
  readonly end: number;
}
