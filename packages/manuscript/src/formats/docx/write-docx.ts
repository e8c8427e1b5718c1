import { strToU8, zipSync } from 'fflate';
import type { Block, Cell, Table, Volume } from '@xiuzhi/review';
import { escapeXml } from './escape-xml.ts';
import { CONTENT_TYPES, DOCUMENT_RELATIONSHIPS, PACKAGE_RELATIONSHIPS, STYLES } from './docx-skeleton.ts';
import {
  COMMENT_ID_GAP,
  rangeEnd,
  rangeStart,
  WORD_NAMESPACE,
  writeComment,
  type CommentWords,
} from './write-comment.ts';

/** Comment on logical `[start, end)` of a volume (批注). */
export interface VolumeComment extends CommentWords {
  readonly start: number;
  readonly end: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Writes a volume as a plain .docx (导出 Word): headings as Heading 1–9, tables with merged cells, notes as footnotes,
 * images as their alternative text, comments at their characters.
 */
export async function writeDocx(volume: Volume, comments: readonly VolumeComment[] = []): Promise<Uint8Array> {
  const writer = new BodyWriter(volume, comments);
  const body = writer.write();
  const files: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELATIONSHIPS,
    'word/document.xml': `${XML}<w:document ${WORD_NAMESPACE}><w:body>${body}${SECTION}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/footnotes.xml': `${XML}<w:footnotes ${WORD_NAMESPACE}>${SEPARATORS}${writer.notes.join('')}</w:footnotes>`,
    'word/comments.xml': `${XML}<w:comments ${WORD_NAMESPACE}>${comments
      .map((comment, index) => writeComment(writer.commentId(index), comment))
      .join('')}</w:comments>`,
    'word/_rels/document.xml.rels': DOCUMENT_RELATIONSHIPS,
  };
  const packed = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(packed), { level: 6, mtime: new Date(1980, 0, 1) });
}

const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1588" w:bottom="1440" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
const SEPARATORS =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
  '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';
const BODY_WIDTH = 8730;

class BodyWriter {
  readonly notes: string[] = [];
  private readonly volume: Volume;
  private readonly firstId: number;
  private readonly starts = new Map<number, number[]>();
  private readonly ends = new Map<number, number[]>();
  private readonly marks: number[];

  constructor(volume: Volume, comments: readonly VolumeComment[]) {
    this.volume = volume;
    this.firstId = volume.blocks.filter((block) => block.kind === 'note').length + COMMENT_ID_GAP;
    const written = writtenStretches(volume.blocks);
    for (const [index, comment] of comments.entries()) {
      const { start, end } = keepPairs(volume.text, clampToText(comment, written));
      append(this.starts, start, index);
      append(this.ends, end, index);
    }
    this.marks = [...new Set([...this.starts.keys(), ...this.ends.keys()])].sort((a, b) => a - b);
  }

  commentId(index: number): number {
    return this.firstId + index;
  }

  write(): string {
    const { blocks } = this.volume;
    const parts: string[] = [];
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at]!;
      let after = at + 1;
      while (blocks[after]?.kind === 'note') after++;
      // A footnote hangs on the block before it; without one it has to be a paragraph.
      const notes = blocks.slice(at + 1, after).map((note) => this.writeNote(note));
      parts.push(
        block.table ? this.writeTable(block.table, notes.join('')) : this.writeParagraph(block, notes.join('')),
      );
      // Two tables that touch would become one, and Word wants a paragraph at the end.
      if (block.table && (blocks[after]?.table || after === blocks.length)) parts.push('<w:p/>');
      at = after - 1;
    }
    return parts.join('');
  }

  private writeParagraph(block: Block, after: string): string {
    const style = this.styleOf(block);
    const settings = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
    return `<w:p>${settings}${this.writeText(block.start, block.end)}${after}</w:p>`;
  }

  private styleOf(block: Block): string {
    if (block.kind === 'heading') return `Heading${Math.min(this.volume.nodes[block.node]!.level, 9)}`;
    return block.kind === 'caption' || block.kind === 'image' ? 'Caption' : block.kind === 'note' ? '' : 'BodyText';
  }

  /** Comments cannot lie in a footnote: those of its text go around the reference. */
  private writeNote(note: Block): string {
    const id = this.notes.length + 1;
    const text = escapeXml(this.volume.text.slice(note.start, note.end));
    this.notes.push(
      `<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r>${REFERENCE}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p></w:footnote>`,
    );
    const [starts, ends] = this.marksWithin(note.start, note.end);
    return `${starts}<w:r>${REFERENCE}<w:footnoteReference w:id="${id}"/></w:r>${ends}`;
  }

  private marksWithin(start: number, end: number): [string, string] {
    let starts = '';
    let ends = '';
    for (const at of this.marksFrom(start)) {
      if (at > end) break;
      if (at < end || start === end)
        starts += (this.starts.get(at) ?? []).map((index) => rangeStart(this.commentId(index))).join('');
      ends += (this.ends.get(at) ?? []).map((index) => rangeEnd(this.commentId(index))).join('');
    }
    return [starts, ends];
  }

  private *marksFrom(start: number): Generator<number> {
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.marks[middle]! < start) low = middle + 1;
      else high = middle;
    }
    for (; low < this.marks.length; low++) yield this.marks[low]!;
  }

  /** Runs of `[start, end)` with the comment marks in them; a mark at an end belongs to the text before it. */
  private writeText(start: number, end: number): string {
    let xml = '';
    let from = start;
    for (const at of this.marksFrom(start)) {
      if (at > end) break;
      xml += writeRun(this.volume.text.slice(from, at));
      from = at;
      const ends = this.ends.get(at) ?? [];
      const starts = at < end || start === end ? (this.starts.get(at) ?? []) : [];
      const closing = at > start || start === end ? ends.filter((index) => !starts.includes(index)) : [];
      xml += closing.map((index) => rangeEnd(this.commentId(index))).join('');
      xml += starts
        .map(
          (index) => rangeStart(this.commentId(index)) + (ends.includes(index) ? rangeEnd(this.commentId(index)) : ''),
        )
        .join('');
    }
    return xml + writeRun(this.volume.text.slice(from, end));
  }

  private writeTable(table: Table, after: string): string {
    const owner = layOwners(table);
    const width = Math.floor(BODY_WIDTH / table.columns);
    const grid = `<w:gridCol w:w="${width}"/>`.repeat(table.columns);
    let rows = '';
    for (let row = 0; row < table.rows; row++) {
      let cells = '';
      for (let column = 0; column < table.columns;) {
        const cell = owner[row * table.columns + column];
        const isLast = row === table.rows - 1 && column + (cell?.columnSpan ?? 1) >= table.columns;
        cells += this.writeCell(cell, row, width, isLast ? after : '');
        column += cell?.columnSpan ?? 1;
      }
      rows += `<w:tr>${cells}</w:tr>`;
    }
    return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;
  }

  private writeCell(cell: Cell | undefined, row: number, width: number, after: string): string {
    const span = cell?.columnSpan ?? 1;
    const merge = !cell || cell.rowSpan === 1 ? '' : cell.row === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
    const settings = `<w:tcPr><w:tcW w:w="${width * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr>`;
    const text = cell?.row === row ? this.writeText(cell.start, cell.end) : '';
    return `<w:tc>${settings}<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>${text}${after}</w:p></w:tc>`;
  }
}

const REFERENCE = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';

function writeRun(text: string): string {
  if (text === '') return '';
  const pieces = text
    .split('\t')
    .map((piece) => (piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`));
  return `<w:r>${pieces.join('<w:tab/>')}</w:r>`;
}

/** The cell of each grid place; undefined where a table leaves one open. */
function layOwners(table: Table): (Cell | undefined)[] {
  const owner = Array.from<Cell | undefined>({ length: table.rows * table.columns });
  for (const cell of table.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        owner[row * table.columns + column] = cell;
  return owner;
}

/** Stretches of text that are written as runs, in order: blocks, and the cells of tables. */
function writtenStretches(blocks: readonly Block[]): { start: number; end: number }[] {
  return blocks.flatMap((block): readonly { start: number; end: number }[] => block.table?.cells ?? [block]);
}

/** Moves a span off the separators, onto the nearest characters. */
function clampToText(
  span: { start: number; end: number },
  written: readonly { start: number; end: number }[],
): { start: number; end: number } {
  let low = 0;
  let high = written.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (written[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const first = written[Math.min(low, written.length - 1)];
  if (!first) return { start: 0, end: 0 };
  const start = Math.min(Math.max(span.start, first.start), first.end);
  let last = low;
  while (written[last + 1] && written[last + 1]!.start < span.end) last++;
  const end = Math.min(span.end, written[Math.min(last, written.length - 1)]!.end);
  return { start, end: Math.max(start, end) };
}

/** Widens a span so that it cuts no surrogate pair. */
function keepPairs(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const cuts = (at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}

function append(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
