import type { SourceSpan } from '../../source-map.ts';
import { escapeXml } from './escape-xml.ts';
import type { DocumentTrace, TracedParagraph, TracedPiece } from './trace-document.ts';

/** One edit at a place of the document (修订): the text there is struck out and `replacement` put behind it. */
export interface DocxEdit {
  readonly spans: readonly SourceSpan[];
  readonly replacement: string;
}

/** Who revised, and when, as Word shows it. */
export interface Reviser {
  readonly author: string;
  readonly date: Date;
}

/** A stretch of the XML and what stands there after the edit. */
export interface XmlEdit {
  readonly from: number;
  readonly to: number;
  readonly xml: string;
}

/**
 * Writes an edit as a tracked change (修订痕迹): undefined where the place is not plain text of the body, is somebody
 * else's insertion, or runs over two paragraphs: there nothing is changed unseen.
 */
export function placeRevision(
  xml: string,
  trace: DocumentTrace,
  edit: DocxEdit,
  reviser: Reviser,
  nextId: () => number,
): XmlEdit[] | undefined {
  const [span, ...others] = edit.spans;
  if (span === undefined || others.length > 0 || span.part !== 'document') return undefined;
  const paragraph = trace.paragraphs[span.paragraph];
  if (!paragraph?.isPresent || paragraph.host) return undefined;
  const pieces = paragraph.pieces.filter((piece) => piece.start < span.end && piece.end > span.start);
  if (pieces.length === 0 || pieces.some((piece) => !isPlain(xml, paragraph, piece))) return undefined;
  if (pieces[0]!.start > span.start || pieces.at(-1)!.end < span.end) return undefined;
  const who = `w:author="${escapeXml(reviser.author)}" w:date="${reviser.date.toISOString().replace(/\.\d+Z$/u, 'Z')}"`;
  const edits: XmlEdit[] = [];
  for (const piece of pieces) {
    const from = rawPlace(xml, piece, Math.max(span.start, piece.start));
    const to = rawPlace(xml, piece, Math.min(span.end, piece.end));
    if (from === undefined || to === undefined) return undefined;
    const { opening } = piece.run;
    const struck = `<w:del w:id="${nextId()}" ${who}>${opening}<w:delText xml:space="preserve">${xml.slice(from, to)}</w:delText></w:r></w:del>`;
    const added =
      piece === pieces.at(-1) && edit.replacement !== ''
        ? `<w:ins w:id="${nextId()}" ${who}>${opening}<w:t xml:space="preserve">${escapeXml(edit.replacement)}</w:t></w:r></w:ins>`
        : '';
    // White space at the end of the first half would be dropped.
    const tag = xml.slice(piece.rawStart, piece.contentStart);
    const keep = piece.rawStart + '<w:t'.length;
    if (!/\bxml:space\s*=/u.test(tag)) edits.push({ from: keep, to: keep, xml: ' xml:space="preserve"' });
    edits.push({ from, to, xml: `</w:t></w:r>${struck}${added}${opening}<w:t xml:space="preserve">` });
  }
  return edits;
}

/** Text of a run of its own, outside the marks of other revisions, with nothing but characters in it. */
function isPlain(xml: string, paragraph: TracedParagraph, piece: TracedPiece): boolean {
  if (piece.contentStart < 0 || piece.run.outer) return false;
  if (xml.slice(piece.contentStart, piece.contentEnd).includes('<')) return false;
  const before = xml.slice(paragraph.rawStart, piece.run.rawStart);
  return count(before, /<w:(?:ins|moveTo)\s/gu) === count(before, /<\/w:(?:ins|moveTo)>/gu);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const UNIT = /&(?:#x([0-9a-f]+)|#(\d+)|\w+);|\r\n|[^&]/giuy;

/** The raw place of a text offset; undefined inside a character of two units. */
function rawPlace(xml: string, piece: TracedPiece, offset: number): number | undefined {
  const content = xml.slice(piece.contentStart, piece.contentEnd);
  let at = piece.start;
  UNIT.lastIndex = 0;
  while (at < offset) {
    const unit = UNIT.exec(content);
    if (!unit) return undefined;
    const code = unit[1] ? Number.parseInt(unit[1], 16) : Number(unit[2] ?? unit[0].codePointAt(0));
    at += code > 0xffff ? 2 : 1;
  }
  return at === offset ? piece.contentStart + UNIT.lastIndex : undefined;
}
