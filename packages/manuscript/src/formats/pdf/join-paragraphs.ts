import type { DraftBlock, DraftRun } from '../../volume-draft.ts';
import { joinRuns } from '../../volume-draft.ts';
import { median, type PdfLine } from './lay-lines.ts';

/** A sentence may end a full line; anything else that ends a shorter one is a number or a word that did not fit. */
const SENTENCE_END = /[。！？：；][”’』」）)]?$/;

/** Edges of the column a line stands in, and the pitch of its lines. */
interface Measure {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  readonly lines: number;
}

/**
 * Joins lines to paragraphs (接行): a line goes on the one before it when that one reached the right edge and this one
 * is neither indented nor of another size. Rows of tables stay lines.
 */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let before: { line: PdfLine; measure: Measure } | undefined;
  for (const lines of pages) {
    const measures = measureColumns(lines);
    for (const line of lines) {
      const measure = measures.get(line.column)!;
      const runs: DraftRun[] = [
        { text: line.text, source: { part: 'text', paragraph: line.page, start: line.offset } },
      ];
      if (before && continues(line, measure, before.line, before.measure)) joinRuns(blocks.at(-1)!.runs, runs);
      else blocks.push({ kind: 'paragraph', runs });
      before = { line, measure };
    }
  }
  return blocks;
}

function measureColumns(lines: readonly PdfLine[]): Map<number, Measure> {
  const columns = new Map<number, PdfLine[]>();
  for (const line of lines) columns.set(line.column, [...(columns.get(line.column) ?? []), line]);
  const measures = new Map<number, Measure>();
  for (const [column, own] of columns) {
    const prose = own.filter((line) => !line.text.includes('\t'));
    const left = leftEdge(prose.map((line) => line.left));
    const widest = Math.max(...prose.map((line) => line.right));
    // The one table or title that sticks out is not the edge, and the rows of a table stand closer than lines.
    const wide = prose.filter(({ right }) => right - left > 0.6 * (widest - left));
    const pitches = wide.slice(1).map((line, index) => line.down - wide[index]!.down);
    measures.set(column, {
      left,
      right: median(wide.map(({ right }) => right)),
      lines: wide.length,
      pitch: median(pitches.filter((pitch) => pitch > 0)),
    });
  }
  return measures;
}

function continues(line: PdfLine, here: Measure, before: PdfLine, there: Measure): boolean {
  if (line.text.includes('\t') || before.text.includes('\t')) return false;
  const size = Math.max(line.size, before.size);
  if (Math.abs(line.size - before.size) > 0.12 * size) return false;
  // Where hardly a line is wide there is no edge to reach.
  if (there.lines < 2 && SENTENCE_END.test(before.text)) return false;
  const slack = there.right - before.right;
  if (line.left - here.left > 0.8 * size || slack > (SENTENCE_END.test(before.text) ? 1.6 : 5) * size) return false;
  // A heading fills no line; a column of short lines has no right edge of its own.
  if (before.right - before.left < 8 * size) return false;
  const isSameColumn = line.page === before.page && line.column === before.column;
  return !isSameColumn || here.pitch === 0 || line.down - before.down <= 1.5 * here.pitch;
}

/** The leftmost place where some lines begin: less than them stick out, more are indented. */
function leftEdge(lefts: readonly number[]): number {
  const sorted = [...lefts].sort((a, b) => a - b);
  const enough = Math.max(2, 0.15 * sorted.length);
  const edge = sorted.find((left) => sorted.filter((other) => Math.abs(other - left) < 2).length >= enough);
  return edge ?? sorted[0] ?? 0;
}
