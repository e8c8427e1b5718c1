import type { SourceSpan } from '../../source-map.ts';
import type { DocumentTrace, TracedParagraph, TracedPiece, TracedRun } from './trace-document.ts';
import { rangeEnd, rangeStart } from './write-comment.ts';

/** Place in the XML where a mark goes: between runs, or inside one that must be split there. */
interface MarkPlace {
  readonly raw: number;
  /** The run to close before and open again after. */
  readonly run?: TracedRun;
  /** The `w:t` to close and open again too. */
  readonly piece?: TracedPiece;
  /** The empty-element paragraph to open. */
  readonly emptyParagraph?: TracedParagraph;
}

/** Range of a comment in the XML (批注范围). */
export interface CommentRange {
  readonly start: MarkPlace;
  readonly end: MarkPlace;
}

/**
 * Finds the range of a comment: exactly its spans where they are text of the document; the whole paragraph where they
 * are not; the run of the text box or of the note reference for text Word takes no comments in. Undefined when nothing is found.
 */
export function findCommentRange(
  xml: string,
  trace: DocumentTrace,
  spans: readonly SourceSpan[],
  noteOf: (span: SourceSpan) => string | undefined,
): CommentRange | undefined {
  let start: MarkPlace | undefined;
  let end: MarkPlace | undefined;
  for (const span of spans) {
    const range = rangeOfSpan(xml, trace, span, noteOf);
    if (!range) continue;
    if (!start || range.start.raw < start.raw) start = range.start;
    if (!end || range.end.raw > end.raw) end = range.end;
  }
  return start && end && { start, end };
}

function rangeOfSpan(
  xml: string,
  trace: DocumentTrace,
  span: SourceSpan,
  noteOf: (span: SourceSpan) => string | undefined,
): CommentRange | undefined {
  if (span.part === 'footnotes' || span.part === 'endnotes') {
    const run = trace.noteRuns.get(noteOf(span) ?? '');
    return run && rangeOfRun(run);
  }
  const paragraph = span.part === 'document' ? trace.paragraphs[span.paragraph] : undefined;
  if (!paragraph?.isPresent) return undefined;
  if (paragraph.host) return rangeOfRun(paragraph.host);
  const first = paragraph.pieces.find((piece) => piece.start <= span.start && span.start < piece.end);
  const last = paragraph.pieces.find((piece) => piece.start < span.end && span.end <= piece.end);
  if (span.start >= span.end || !first || !last) return rangeOfParagraph(paragraph);
  const start = first.run.outer ? rangeOfRun(first.run.outer).start : startInPiece(xml, paragraph, first, span.start);
  const end = last.run.outer ? rangeOfRun(last.run.outer).end : endInPiece(xml, paragraph, last, span.end);
  return { start, end };
}

function rangeOfRun(run: TracedRun): CommentRange {
  return { start: { raw: run.rawStart }, end: { raw: run.rawEnd } };
}

function rangeOfParagraph(paragraph: TracedParagraph): CommentRange {
  const { contentStart, contentEnd } = paragraph;
  if (contentEnd >= 0) return { start: { raw: contentStart }, end: { raw: contentEnd } };
  const place = { raw: contentStart, emptyParagraph: paragraph };
  return { start: place, end: place };
}

function startInPiece(xml: string, paragraph: TracedParagraph, piece: TracedPiece, offset: number): MarkPlace {
  if (offset > piece.start) return insidePiece(xml, piece, offset, 'before');
  const isFirst = paragraph.pieces.find((other) => other.run === piece.run) === piece;
  return isFirst ? { raw: piece.run.rawStart } : { raw: piece.rawStart, run: piece.run };
}

function endInPiece(xml: string, paragraph: TracedParagraph, piece: TracedPiece, offset: number): MarkPlace {
  if (offset < piece.end) return insidePiece(xml, piece, offset, 'after');
  const isLast = paragraph.pieces.findLast((other) => other.run === piece.run) === piece;
  return isLast ? { raw: piece.run.rawEnd } : { raw: piece.rawEnd, run: piece.run };
}

const UNIT = /&(?:#x([0-9a-f]+)|#(\d+)|\w+);|\r\n|[^&]/giuy;

/** The raw place of a text offset; one inside a surrogate pair moves `before` or `after` it. */
function insidePiece(xml: string, piece: TracedPiece, offset: number, side: 'before' | 'after'): MarkPlace {
  const { run } = piece;
  const edge = side === 'before' ? { raw: piece.rawStart, run } : { raw: piece.rawEnd, run };
  const content = xml.slice(piece.contentStart, piece.contentEnd);
  if (piece.contentStart < 0 || content.includes('<')) return edge;
  let at = piece.start;
  UNIT.lastIndex = 0;
  while (at < offset) {
    const from = UNIT.lastIndex;
    const unit = UNIT.exec(content);
    if (!unit) return edge;
    const code = unit[1] ? Number.parseInt(unit[1], 16) : Number(unit[2] ?? unit[0].codePointAt(0));
    at += code > 0xffff ? 2 : 1;
    if (at > offset && side === 'before') return from === 0 ? edge : { raw: piece.contentStart + from, run, piece };
  }
  return { raw: piece.contentStart + UNIT.lastIndex, run, piece };
}

interface Marks {
  place: MarkPlace;
  starts: string;
  ends: string;
}

/** Writes the marks of all ranges into the XML; `ranges` carries the comment id of each. */
export function insertMarks(xml: string, ranges: readonly (CommentRange & { readonly id: number })[]): string {
  const marks = new Map<number, Marks>();
  const at = (place: MarkPlace): Marks => {
    const known = marks.get(place.raw);
    if (known) {
      // The same point as an edge of a run and as a place inside it: the outer one is enough.
      if (!place.run) known.place = place;
      return known;
    }
    const fresh = { place, starts: '', ends: '' };
    marks.set(place.raw, fresh);
    return fresh;
  };
  for (const { id, start, end } of ranges) {
    if (start.raw === end.raw) at(start).starts += rangeStart(id) + rangeEnd(id);
    else {
      at(start).starts += rangeStart(id);
      at(end).ends += rangeEnd(id);
    }
  }
  const edits = new Map<number, { until: number; text: string }>();
  for (const { place, starts, ends } of marks.values()) {
    edits.set(place.raw, writeEdit(xml, place, ends + starts));
    if (place.piece) keepSpaces(xml, place.piece, edits);
  }
  return applyEdits(xml, edits);
}

function writeEdit(xml: string, place: MarkPlace, marks: string): { until: number; text: string } {
  const { raw, run, piece, emptyParagraph } = place;
  if (emptyParagraph) {
    const from = xml.lastIndexOf('/>', raw);
    return { until: from, text: `>${marks}</w:p>` };
  }
  if (piece) return { until: raw, text: `</w:t></w:r>${marks}${run!.opening}<w:t xml:space="preserve">` };
  if (run) return { until: raw, text: `</w:r>${marks}${run.opening}` };
  return { until: raw, text: marks };
}

/** The first half of a split text may end in white space, which Word drops unless told to keep it. */
function keepSpaces(xml: string, piece: TracedPiece, edits: Map<number, { until: number; text: string }>): void {
  const tag = xml.slice(piece.rawStart, piece.contentStart);
  if (/\bxml:space\s*=/.test(tag)) return;
  const at = piece.rawStart + '<w:t'.length;
  edits.set(at, { until: at, text: ' xml:space="preserve"' });
}

function applyEdits(xml: string, edits: ReadonlyMap<number, { until: number; text: string }>): string {
  const parts: string[] = [];
  let from = 0;
  for (const raw of [...edits.keys()].sort((a, b) => a - b)) {
    const { until, text } = edits.get(raw)!;
    parts.push(xml.slice(from, Math.min(raw, until)), text);
    from = raw;
  }
  parts.push(xml.slice(from));
  return parts.join('');
}
