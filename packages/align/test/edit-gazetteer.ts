import type { Side, SideBlock, SideCell, SideNode } from '../src/index.ts';

/** A block that is to be written again: its text, with the cells of a table by their places in it. */
interface Draft {
  readonly kind: string;
  readonly level: number;
  readonly text: string;
  readonly table?: SideBlock['table'];
  /** What the row of this block must be. */
  readonly row: { readonly kind: string; readonly before: readonly number[]; readonly moved: boolean };
}

/** A revision that was made by a script: the side, and the rows that its alignment must have. */
export interface Scripted {
  readonly after: Side;
  readonly rows: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** One row as a line. */
export function printRow(kind: string, moved: boolean, before: readonly number[], after: readonly number[]): string {
  return `${moved ? 'moved ' : ''}${kind} ${before.join()}→${after.join()}`;
}

/**
 * Edits a book by a script: words in paragraphs, cells and rows of tables, paragraphs added, removed, split and merged,
 * three sections moved. The same every time.
 */
export function editGazetteer(book: Side): Scripted {
  let seed = 20_260_101;
  const pick = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const taken = new Set<number>();
  /** Blocks of a kind that nothing was done to, nor to their neighbours. */
  const choose = (count: number, suits: (block: SideBlock, index: number) => boolean) => {
    const chosen: number[] = [];
    // A small book has not so many.
    for (let tries = 100 * count; tries > 0 && chosen.length < count; tries -= 1) {
      const index = 1 + pick(book.blocks.length - 2);
      if ([-2, -1, 0, 1, 2].some((step) => taken.has(index + step)) || !suits(book.blocks[index]!, index)) continue;
      chosen.push(index);
      taken.add(index).add(index + 1);
    }
    return chosen;
  };
  const isProse = (least: number) => (block: SideBlock) =>
    block.kind === 'paragraph' && block.end - block.start >= least;
  const edited = new Set(choose(260, isProse(30)));
  const cells = new Set(choose(40, (block) => (block.table?.rows ?? 0) > 3));
  const lengthened = new Set(choose(10, (block) => (block.table?.rows ?? 0) > 3));
  const removed = new Set(choose(15, isProse(30)));
  const added = new Set(choose(15, isProse(30)));
  const split = new Set(choose(20, isProse(80)));
  const merged = new Set(choose(20, (block, index) => isProse(30)(block) && isProse(30)(book.blocks[index + 1]!)));
  const ofSecondLevel = book.nodes.filter(({ level }) => level === 2);
  const sections = [3, 40, 90].flatMap((nth) => ofSecondLevel[nth] ?? []);
  const sectionOf = (block: SideBlock) => sections.find(({ start, end }) => block.start >= start && block.end <= end);

  const drafts: Draft[] = [];
  const moved: Draft[] = [];
  // Far from where they stood: of two neighbours that change places the shorter one is said to have moved.
  const goal = ofSecondLevel[65]?.start ?? 0;
  let before = 0;
  book.blocks.forEach((block, index) => {
    if (block.start <= goal) before = drafts.length;
    if (removed.has(index)) return;
    const isMoved = sectionOf(block) !== undefined;
    const target = isMoved ? moved : drafts;
    const text = book.text.slice(block.start, block.end);
    const level = block.kind === 'heading' ? book.nodes[block.node]!.level : 0;
    const put = (own: string, kind: string, before: number[], table = moveTable(block.table, -block.start)) =>
      target.push({
        kind: block.kind,
        level,
        text: own,
        table,
        row: { kind, before, moved: isMoved && kind !== 'added' },
      });
    const cut = 5 + pick(Math.max(1, text.length - 12));
    // White space alone that went is no edit.
    const other = pick(2) === 0 || text.slice(cut, cut + 2).trim() === '' ? '改写' : '';
    if (edited.has(index)) put(text.slice(0, cut) + other + text.slice(cut + 2), 'edited', [index]);
    else if (cells.has(index))
      editCell(text, block.table!, -block.start, pick, (own, table) => put(own, 'edited', [index], table));
    else if (lengthened.has(index))
      insertRow(text, block.table!, -block.start, (own, table) => put(own, 'edited', [index], table));
    else if (split.has(index)) {
      put(text.slice(0, text.length >> 1), 'split', [index]);
      put(text.slice(text.length >> 1), '', [index]);
    } else if (merged.has(index)) put(text + textOf(book, index + 1), 'merged', [index, index + 1]);
    else if (!merged.has(index - 1)) put(text, 'same', [index]);
    if (added.has(index)) put(`甲市乙县新增第${index}段：本段文字为测试所写，原稿中没有。`, 'added', []);
  });
  const all = [...drafts.slice(0, before), ...moved, ...drafts.slice(before)];
  const after = writeDrafts(all);
  const rows = all.flatMap(({ row }, at) =>
    row.kind === '' ? [] : [printRow(row.kind, row.moved, row.before, row.kind === 'split' ? [at, at + 1] : [at])],
  );
  for (const index of removed) rows.push(printRow('removed', false, [index], []));
  const counts = Object.fromEntries(
    Object.entries({ edited, cells, lengthened, removed, added, split, merged }).map(([name, { size }]) => [
      name,
      size,
    ]),
  );
  return { after, rows, counts: { ...counts, moved: moved.length } };
}

const textOf = (book: Side, index: number) => book.text.slice(book.blocks[index]!.start, book.blocks[index]!.end);

function moveTable(table: SideBlock['table'], shift: number): SideBlock['table'] {
  const cells = table?.cells.map((cell) => ({ ...cell, start: cell.start + shift, end: cell.end + shift }));
  return table && { ...table, cells: cells! };
}

type Write = (text: string, table: SideBlock['table']) => void;

function editCell(
  text: string,
  table: NonNullable<SideBlock['table']>,
  shift: number,
  pick: (below: number) => number,
  write: Write,
): void {
  const filled = table.cells.filter(({ start, end }) => end > start);
  const cell = filled[pick(filled.length)]!;
  const length = 3 - (cell.end - cell.start);
  const cells = table.cells.map((own) => {
    const move = (at: number) => at + shift + (at > cell.start ? length : 0);
    return { ...own, start: own === cell ? cell.start + shift : move(own.start), end: move(own.end) };
  });
  write(`${text.slice(0, cell.start + shift)}改动值${text.slice(cell.end + shift)}`, { ...table, cells });
}

/** One more row at the end of the table, of cells that stand nowhere else. */
function insertRow(text: string, table: NonNullable<SideBlock['table']>, shift: number, write: Write): void {
  let own = `${text}\n`;
  const cells: SideCell[] = [...moveTable(table, shift)!.cells];
  for (let column = 0; column < table.columns; column += 1) {
    if (column > 0) own += '\t';
    cells.push({ row: table.rows, column, rowSpan: 1, columnSpan: 1, start: own.length, end: own.length + 2 });
    own += '另计';
  }
  write(own, { ...table, rows: table.rows + 1, cells });
}

function writeDrafts(drafts: readonly Draft[]): Side {
  const pieces: string[] = [];
  const blocks: SideBlock[] = [];
  const nodes: SideNode[] = [{ title: '', level: 0, parent: -1, start: 0, end: 0 }];
  let open = [0];
  let start = 0;
  for (const { kind, level, text, table } of drafts) {
    const end = start + text.length;
    if (level > 0) {
      open = open.filter((node) => nodes[node]!.level < level);
      nodes.push({ title: text, level, parent: open[open.length - 1]!, start, end });
      open.push(nodes.length - 1);
    }
    for (const node of open) nodes[node] = { ...nodes[node]!, end };
    blocks.push({ kind, start, end, node: open[open.length - 1]!, table: moveTable(table, start) });
    pieces.push(text);
    start = end + 1;
  }
  return { text: pieces.join('\n'), blocks, nodes };
}
