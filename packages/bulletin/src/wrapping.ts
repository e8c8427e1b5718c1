import type { Line } from './scan-lines.ts';

/** How the running text of a file is broken into lines. */
export interface Wrapping {
  /** Of a full line, in Chinese characters; null where each line is a paragraph. */
  readonly width: number | null;
  /** Paragraphs begin two characters in, and nothing else does. */
  readonly hasIndents: boolean;
  /** Empty lines stand between paragraphs, and nowhere else. */
  readonly hasGaps: boolean;
  /** First lines of paragraphs are shorter, though the blanks before them are lost. */
  readonly hasShortFirstLines: boolean;
}

/** A line ends a character or two early where the next may not begin a line, and three before a long number. */
const SLACK = 3;
/** First lines lack two characters; marks that are set close make up for one. */
const SHORTER = 0.75;
const LONGER = 5;
const LEAST_WIDTH = 12;
const MOST_WIDTH = 64;

/** True for the end of a sentence, with what closes behind it. */
export function endsSentence(text: string): boolean {
  return /[。！？…!?][”’』」）)》]*$/u.test(text);
}

/** True for a line that goes to the right edge. */
export function isFull(line: Line, wrapping: Wrapping): boolean {
  const indent = wrapping.hasIndents ? line.indent : 0;
  return wrapping.width !== null && line.width + indent >= wrapping.width - SLACK;
}

/** Measures the lines between head and tail. */
export function measureWrapping(lines: readonly Line[]): Wrapping {
  const long = lines.filter(({ width, isHeading }) => width >= LEAST_WIDTH && !isHeading);
  const width = findWidth(long);
  const plain = { width, hasIndents: false, hasGaps: false, hasShortFirstLines: false };
  if (width === null) return plain;
  const indented = lines.filter(({ indent }) => isParagraphIndent(indent));
  const hasIndents =
    indented.length >= 1 &&
    indented.length < lines.length * 0.7 &&
    // What begins two characters in comes behind the end of a sentence, or of a title.
    lines.filter(
      (line, at) =>
        isParagraphIndent(line.indent) && at > 0 && isFull(lines[at - 1]!, plain) && !endsText(lines[at - 1]!),
    ).length <=
      indented.length * 0.1;
  const pairs = lines.slice(1).map((line, at) => ({ line, before: lines[at]! }));
  const broken = pairs.filter(({ before }) => isFull(before, plain) && !endsText(before));
  const ended = pairs.filter(({ before }) => !isFull(before, plain) && endsSentence(before.text));
  const hasGaps =
    ended.length >= 2 &&
    broken.length >= 2 &&
    broken.filter(({ line }) => line.isAfterBlank).length <= broken.length * 0.15 &&
    ended.filter(({ line }) => line.isAfterBlank).length >= ended.length * 0.8;
  const first = pairs.filter(
    ({ line, before }) =>
      endsSentence(before.text) && before.width < width - 6 && !endsText(line) && isFull(line, plain),
  );
  const hasShortFirstLines =
    first.length >= 2 && first.filter(({ line }) => line.width <= width - SHORTER).length >= first.length * 0.9;
  return { width, hasIndents, hasGaps, hasShortFirstLines };
}

/** True where a line is too long to be the first of a paragraph. */
export function isNoFirstLine(line: Line, { width, hasShortFirstLines }: Wrapping): boolean {
  return width !== null && hasShortFirstLines && line.width > width - SHORTER;
}

/** True for the blanks that open a paragraph. */
export function isParagraphIndent(indent: number): boolean {
  return indent >= 1.5 && indent <= 2.5;
}

/** True where a line ends a sentence, or a part of one that may end a paragraph. */
export function endsText({ text }: Line): boolean {
  return endsSentence(text) || /[）)】：:；;]$/u.test(text);
}

/** The width that many lines come up to; lines that are paragraphs end in full stops and have no width in common. */
function findWidth(lines: readonly Line[]): number | null {
  const broken = lines.filter((line) => !endsText(line));
  const isIndented = lines.some(({ indent }) => isParagraphIndent(indent));
  // Where each line happens to end a sentence, the blanks before paragraphs show that lines are no paragraphs.
  const told = broken.length < lines.length * 0.34 && isIndented ? lines : broken;
  if (told.length < 2 || (told === broken && broken.length < lines.length * 0.34)) return null;
  // Titles are shorter, first lines are, and a line of many marks is longer: most lines are as wide as the page.
  const counts = new Map<number, number>();
  for (const line of told) {
    const whole = Math.round(widthOf(line));
    counts.set(whole, (counts.get(whole) ?? 0) + 1);
  }
  const [width] = [...counts].sort(([a, many], [b, more]) => more - many || b - a)[0]!;
  if (width > MOST_WIDTH || width < LEAST_WIDTH) return null;
  const near = told.filter((line) => widthOf(line) >= width - SLACK).length;
  const beyond = lines.filter((line) => widthOf(line) > width + LONGER).length;
  return near >= 2 && near >= told.length * 0.4 && beyond <= lines.length * 0.1 ? width : null;
}

function widthOf({ width, indent }: Line): number {
  return width + (isParagraphIndent(indent) ? indent : 0);
}
