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

/** Lays the pieces of a page in lines, in reading order (成行): columns one after the other, then turned text. */
export function layLines(items: readonly PdfItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let offset = 0;
  let column = 0;
  for (const turn of [0, 1, 2, 3]) {
    const stretches = cutRows(items.filter((item) => item.turn === turn && item.text.trim() !== ''));
    for (const region of partColumns(stretches)) {
      for (const row of groupRows(region)) {
        const text = row.map(writeStretch).join('\t').trim();
        if (text === '') continue;
        const size = Math.max(...row.map((stretch) => stretch.size));
        const { left } = row[0]!;
        lines.push({ text, page, offset, left, right: row.at(-1)!.right, down: row[0]!.down, size, column });
        offset += text.length + 1;
      }
      column++;
    }
  }
  return lines;
}

/** Rows of pieces on one base line, cut where a gap is as wide as between cells or columns. */
function cutRows(items: readonly PdfItem[]): Stretch[] {
  const sorted = [...items].sort((a, b) => a.down - b.down);
  const rows: PdfItem[][] = [];
  let base: PdfItem | undefined;
  for (const item of sorted) {
    // A raised figure has a smaller size and stands less than half a line higher.
    if (base && item.down - base.down <= 0.45 * Math.max(item.size, base.size)) {
      rows.at(-1)!.push(item);
      if (item.size > base.size) base = item;
    } else {
      rows.push([item]);
      base = item;
    }
  }
  return rows.flatMap((row) => cutRow(row.sort((a, b) => a.left - b.left)));
}

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

function groupRows(stretches: readonly Stretch[]): Stretch[][] {
  const rows: Stretch[][] = [];
  for (const stretch of stretches) {
    if (rows.at(-1)?.[0]!.down === stretch.down) rows.at(-1)!.push(stretch);
    else rows.push([stretch]);
  }
  return rows;
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

const LEAST_OF_COLUMN = 6;

/**
 * Parts a page of two columns (双栏) at the gutter in its middle: what crosses the gutter stands above or below, and
 * ends the columns. A table has a gutter too, but its cells are short.
 */
function partColumns(stretches: readonly Stretch[]): Stretch[][] {
  const gutter = findGutter(stretches);
  if (gutter === undefined) return stretches.length > 0 ? [[...stretches]] : [];
  const regions: Stretch[][] = [];
  let left: Stretch[] = [];
  let right: Stretch[] = [];
  let across: Stretch[] = [];
  const endColumns = () => {
    regions.push(left, right);
    left = [];
    right = [];
  };
  for (const stretch of stretches) {
    if (stretch.left < gutter && stretch.right > gutter) {
      endColumns();
      across.push(stretch);
      continue;
    }
    regions.push(across);
    across = [];
    (stretch.right <= gutter ? left : right).push(stretch);
  }
  regions.push(across);
  endColumns();
  return regions.filter((region) => region.length > 0);
}

function findGutter(stretches: readonly Stretch[]): number | undefined {
  const start = Math.min(...stretches.map((stretch) => stretch.left));
  const end = Math.max(...stretches.map((stretch) => stretch.right));
  const size = median(stretches.map((stretch) => stretch.size));
  let best: { at: number; crossing: number } | undefined;
  for (let at = start + 0.35 * (end - start); at <= start + 0.65 * (end - start); at += size / 2) {
    const crossing = stretches.filter(
      (stretch) => stretch.left < at + size / 2 && stretch.right > at - size / 2,
    ).length;
    if (!best || crossing < best.crossing) best = { at, crossing };
  }
  if (!best || best.crossing > 0.15 * stretches.length) return undefined;
  const { at } = best;
  const full = (side: readonly Stretch[], width: number) =>
    side.length >= LEAST_OF_COLUMN && median(side.map((stretch) => stretch.right - stretch.left)) > 0.7 * width;
  const before = stretches.filter((stretch) => stretch.right <= at);
  const after = stretches.filter((stretch) => stretch.left >= at);
  return full(before, at - start) && full(after, end - at) ? at : undefined;
}

/** The middle of some numbers; 0 of none (中位数). */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
