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
  const long: number[] = [];
  for (const [index, line] of lines.entries()) if (line.width >= LONG && isText(index)) long.push(index);
  const limits = localLimits(lines, long);
  let followed = 0;
  let cut = 0;
  let full = 0;
  let indented = 0;
  let flush = 0;
  for (const [index, line] of lines.entries()) {
    if (line.text === '' || !isText(index)) continue;
    const next = lines[index + 1];
    if (line.indent >= 2 && line.indent <= 8) indented++;
    else if (line.indent === 0) flush++;
    if (line.width < LONG || !next || next.text === '' || !isText(index + 1)) continue;
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

/** For every line the width that nine of ten long lines around it keep to. */
function localLimits(lines: readonly Line[], long: readonly number[]): Int32Array {
  const limits = new Int32Array(lines.length);
  let at = 0;
  for (let order = 0; order < long.length; order++) {
    const near = long.slice(Math.max(0, order - WINDOW), order + WINDOW + 1).map((index) => lines[index]!.width);
    near.sort((a, b) => a - b);
    const limit = near[Math.floor((near.length - 1) * 0.9)]!;
    const until = order + 1 < long.length ? long[order + 1]! : lines.length;
    while (at < until) limits[at++] = limit;
  }
  return limits;
}
