/** Piece of text on a page; `down` grows downwards, in points, and all are in the direction of the text. */
export interface PdfItem {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly down: number;
  readonly size: number;
  /** Quarter turns against the page. */
  readonly turn: number;
}

/** Line of text on a page; `top` is its place below the first line, `column` parts what stands side by side or apart. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  /** Offset of the line in the text of its page. */
  readonly offset: number;
  readonly left: number;
  readonly right: number;
  readonly down: number;
  readonly size: number;
  readonly column: number;
}

/** Pieces of one line that stand close together. */
interface Stretch {
  readonly items: PdfItem[];
  left: number;
  right: number;
  readonly down: number;
  size: number;
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[\ud840-\ud888][\udc00-\udfff]/;
/** Gaps in parts of the height of the letters. */
const GAP = { latin: 0.15, word: 0.6, cell: 1.9 };

/**
 * Lays the pieces of a page in lines, in reading order (成行): columns one after the other where `inColumns` says to look for
 * them, turned text last.
 */
export function layLines(items: readonly PdfItem[], page: number, inColumns: boolean): PdfLine[] {
  const lines: PdfLine[] = [];
  let offset = 0;
  let column = 0;
  for (const turn of [0, 1, 2, 3]) {
    const own = items.filter((item) => item.turn === turn && item.text.trim() !== '');
    for (const region of inColumns ? partColumns(own) : [groupRows(own)]) {
      for (const row of region.map(cutRow)) {
        const text = row.map(writeStretch).join('\t').trim();
        if (text === '') continue;
        const size = Math.max(...row.map((stretch) => stretch.size));
        const { left, down } = row[0]!;
        lines.push({ text, page, offset, left, right: row.at(-1)!.right, down, size, column });
        offset += text.length + 1;
      }
      column++;
    }
  }
  return lines;
}

/** Pieces on one base line, from left to right; rows from the top. */
function groupRows(items: readonly PdfItem[]): PdfItem[][] {
  const rows: PdfItem[][] = [];
  let base: PdfItem | undefined;
  for (const item of [...items].sort((a, b) => a.down - b.down)) {
    // A raised figure has a smaller size and stands less than half a line higher.
    if (base && item.down - base.down <= 0.45 * Math.max(item.size, base.size)) {
      rows.at(-1)!.push(item);
      if (item.size > base.size) base = item;
    } else {
      rows.push([item]);
      base = item;
    }
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** Cuts a row where a gap is as wide as between cells. */
function cutRow(row: readonly PdfItem[]): Stretch[] {
  const stretches: Stretch[] = [];
  const down = row.reduce((most, item) => (item.size > most.size ? item : most)).down;
  for (const item of row) {
    const last = stretches.at(-1);
    if (last && item.left - last.right <= GAP.cell * Math.max(item.size, last.size)) {
      last.items.push(item);
      last.right = Math.max(last.right, item.right);
      last.size = Math.max(last.size, item.size);
    } else stretches.push({ items: [item], left: item.left, right: item.right, down, size: item.size });
  }
  return stretches;
}

function writeStretch(stretch: Stretch): string {
  let text = '';
  let right = stretch.left;
  for (const item of stretch.items) {
    const gap = (item.left - right) / item.size;
    const isBeside = CJK.test(text.slice(-2)) || CJK.test(item.text.slice(0, 2));
    if (text !== '' && gap > (isBeside ? GAP.word : GAP.latin) && !/\s$/.test(text) && !/^\s/.test(item.text))
      text += ' ';
    text += item.text;
    right = Math.max(right, item.right);
  }
  return dropSetGaps(text.trim());
}

/** The quarter of a blank that typesetters put between Chinese and figures comes out as a blank (中西文间距). */
function dropSetGaps(text: string): string {
  return text.replaceAll(/(?<=\p{Script=Han}) (?=[\dA-Za-z])|(?<=[\dA-Za-z%]) (?=\p{Script=Han})/gu, '');
}

const LEAST_OF_COLUMNS = 10;

/**
 * Parts a page of two columns (双栏) at the gutter in its middle: what crosses the gutter stands above or below, and
 * ends the columns. A table has a gutter too, but its cells are short.
 */
function partColumns(items: readonly PdfItem[]): PdfItem[][][] {
  const rows = groupRows(items);
  const gutter = findGutter(items, rows);
  if (gutter === undefined) return rows.length > 0 ? [rows] : [];
  const regions: PdfItem[][][] = [];
  let sides: [PdfItem[][], PdfItem[][]] = [[], []];
  let across: PdfItem[][] = [];
  for (const row of rows) {
    if (row.some((item) => item.left < gutter && item.right > gutter)) {
      regions.push(...sides);
      sides = [[], []];
      across.push(row);
      continue;
    }
    regions.push(across);
    across = [];
    const left = row.filter((item) => item.right <= gutter);
    const right = row.filter((item) => item.left >= gutter);
    if (left.length > 0) sides[0].push(left);
    if (right.length > 0) sides[1].push(right);
  }
  return [...regions, across, ...sides].filter((region) => region.length > 0);
}

function findGutter(items: readonly PdfItem[], rows: readonly (readonly PdfItem[])[]): number | undefined {
  const start = Math.min(...items.map((item) => item.left));
  const end = Math.max(...items.map((item) => item.right));
  const half = median(items.map((item) => item.size)) / 4;
  let best: { at: number; crossing: number } | undefined;
  for (let at = start + 0.35 * (end - start); at <= start + 0.65 * (end - start); at += 2 * half) {
    const crossing = items.filter((item) => item.left < at + half && item.right > at - half).length;
    if (!best || crossing < best.crossing) best = { at, crossing };
  }
  if (!best) return undefined;
  const { at } = best;
  // Counted in rows: a table has more pieces than prose.
  const crossing = rows.filter((row) => row.some((item) => item.left < at && item.right > at)).length;
  if (crossing > 0.2 * rows.length) return undefined;
  // Columns of text have lines as wide as they are; a table alone on either side has none.
  const fullLines = (side: readonly PdfItem[], width: number) =>
    groupRows(side)
      .flatMap(cutRow)
      .filter((stretch) => stretch.right - stretch.left > 0.8 * width).length;
  const left = fullLines(
    items.filter((item) => item.right <= at),
    at - start,
  );
  const right = fullLines(
    items.filter((item) => item.left >= at),
    end - at,
  );
  return left > 0 && right > 0 && left + right >= LEAST_OF_COLUMNS ? at : undefined;
}

/** The middle of some numbers; 0 of none (中位数). */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
