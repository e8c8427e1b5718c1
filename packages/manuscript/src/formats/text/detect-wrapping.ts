import type { Line } from './split-lines.ts';

/** How a file breaks its lines (折行方式). */
export interface Wrapping {
  /** Lines are cut at a fixed width: a paragraph runs over several lines. */
  readonly isHardWrapped: boolean;
  /** Paragraphs begin with an indent, so that a line without one goes on the line before. */
  readonly marksParagraphsByIndent: boolean;
  /** Display columns at which the lines around a line are cut; 0 where unknown. */
  limitAt(line: number): number;
}

const SENTENCE_END = /[。！？：；!?:;][”’」』）)]*$/;
const LONG = 40;
const WINDOW = 20;

/** Detects hard wrapping from the running-text lines of a file; `isText` tells which lines are running text. */
export function detectWrapping(lines: readonly Line[], isText: (line: number) => boolean): Wrapping {
  const running = Uint8Array.from(lines, (_, index) => (isText(index) ? 1 : 0));
  const long: number[] = [];
  for (let index = 0; index < lines.length; index++)
    if (lines[index]!.width >= LONG && running[index] === 1) long.push(index);
  const limits = localLimits(lines, long);
  let followed = 0;
  let cut = 0;
  let full = 0;
  let indented = 0;
  let flush = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (running[index] === 0) continue;
    if (line.indent >= 2 && line.indent <= 8) indented++;
    else if (line.indent === 0) flush++;
    if (line.width < LONG || running[index + 1] !== 1) continue;
    followed++;
    if (!SENTENCE_END.test(line.text)) cut++;
    if (line.width >= limits[index]! - 6) full++;
  }
  const isHardWrapped = followed >= 3 && cut >= followed * 0.4 && full >= followed * 0.6;
  return {
    isHardWrapped,
    marksParagraphsByIndent: isHardWrapped && indented * 20 >= indented + flush,
    limitAt: (line) => limits[line]!,
  };
}

/** For every line the width that nine of ten long lines around it keep to: a window of sorted widths slides along. */
function localLimits(lines: readonly Line[], long: readonly number[]): Int32Array {
  const limits = new Int32Array(lines.length);
  const near: number[] = long.slice(0, WINDOW).map((index) => lines[index]!.width);
  near.sort((a, b) => a - b);
  let at = 0;
  for (let order = 0; order < long.length; order++) {
    const coming = long[order + WINDOW];
    if (coming !== undefined) insert(near, lines[coming]!.width);
    const gone = long[order - WINDOW - 1];
    if (gone !== undefined) near.splice(placeOf(near, lines[gone]!.width), 1);
    const limit = near[Math.floor((near.length - 1) * 0.9)]!;
    const until = order + 1 < long.length ? long[order + 1]! : lines.length;
    while (at < until) limits[at++] = limit;
  }
  return limits;
}

function insert(sorted: number[], width: number): void {
  sorted.splice(placeOf(sorted, width), 0, width);
}

/** First place of a width in sorted widths, or where it would stand. */
function placeOf(sorted: readonly number[], width: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < width) low = middle + 1;
    else high = middle;
  }
  return low;
}
