import type { Block, Cell, OutlineNode, Table, Volume } from '@xiuzhi/review';
import { SourceMapBuilder, type SourceMap } from './source-map.ts';
import { textOfRuns, type DraftBlock, type DraftRun, type DraftTable } from './volume-draft.ts';

/**
 * Assembles read blocks into a volume (书稿) and its offset map. Heading levels are shifted so that the highest is 1;
 * empty blocks are dropped, except images and tables.
 */
export function buildVolume(drafts: readonly DraftBlock[]): { volume: Volume; sources: SourceMap } {
  const writer = new LogicalText();
  const blocks: Block[] = [];
  const nodes: Writable<OutlineNode>[] = [{ title: '', level: 0, parent: -1, start: 0, end: 0 }];
  const top = drafts.reduce((least, draft) => Math.min(least, draft.level ?? least), Infinity);
  let node = 0;
  for (const draft of drafts) {
    if (draft.runs.length === 0 && draft.kind !== 'image' && !draft.table) continue;
    if (blocks.length > 0) writer.separate('\n');
    const start = writer.length;
    const table = draft.table && writeTable(writer, draft.table);
    if (!table) writer.write(draft.runs);
    const end = writer.length;
    if (draft.kind === 'heading') {
      const level = (draft.level ?? top) - top + 1;
      while (nodes[node]!.level >= level) node = nodes[node]!.parent;
      nodes.push({ title: textOfRuns(draft.runs), level, parent: node, start, end });
      node = nodes.length - 1;
    }
    for (let open = node; open >= 0; open = nodes[open]!.parent) nodes[open]!.end = end;
    blocks.push({ kind: draft.kind, start, end, node, ...(table && { table }) });
  }
  return { volume: { text: writer.text(), blocks, nodes }, sources: writer.map.build() };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

class LogicalText {
  length = 0;
  readonly map = new SourceMapBuilder();
  private readonly pieces: string[] = [];

  separate(mark: string): void {
    this.pieces.push(mark);
    this.length += mark.length;
  }

  write(runs: readonly DraftRun[]): void {
    for (const { text, source } of runs) {
      if (source) this.map.add(this.length, text.length, source.part, source.paragraph, source.start);
      this.pieces.push(text);
      this.length += text.length;
    }
  }

  text(): string {
    return this.pieces.join('');
  }
}

function writeTable(writer: LogicalText, table: DraftTable): Table {
  const cells: Cell[] = [];
  let row = 0;
  let firstOfRow = true;
  for (const cell of table.cells) {
    for (; row < cell.row; row++) {
      writer.separate('\n');
      firstOfRow = true;
    }
    if (!firstOfRow) writer.separate('\t');
    firstOfRow = false;
    const start = writer.length;
    writer.write(cell.runs);
    const { column, rowSpan, columnSpan } = cell;
    cells.push({ row, column, rowSpan, columnSpan, start, end: writer.length });
  }
  for (; row < table.rows - 1; row++) writer.separate('\n');
  return { rows: table.rows, columns: table.columns, cells };
}
