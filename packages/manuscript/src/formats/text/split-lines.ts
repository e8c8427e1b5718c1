import { spanWidth } from './display-width.ts';

/** Line of a text file (物理行), white space at both ends left out of `text`. */
export interface Line {
  /** Text without white space at both ends. */
  readonly text: string;
  /** UTF-16 offset of `text` in the file. */
  readonly start: number;
  /** Display columns before `text`. */
  readonly indent: number;
  /** Display columns of indent and text. */
  readonly width: number;
}

/** Splits decoded text into lines at any line or page break. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : LF;
    if (code > CR && code !== NEXT_LINE && code !== LINE_SEPARATOR && code !== PARAGRAPH_SEPARATOR) continue;
    if (code < LF) continue;
    lines.push(readLine(text, from, at));
    if (code === CR && text.charCodeAt(at + 1) === LF) at++;
    from = at + 1;
  }
  return lines;
}

const LF = 0x0a;
const CR = 0x0d;
const NEXT_LINE = 0x85;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;
const TAB = 0x09;

function readLine(text: string, from: number, to: number): Line {
  let start = from;
  let indent = 0;
  for (; start < to && isSpace(text.charCodeAt(start)); start++)
    indent += text.charCodeAt(start) === TAB ? 4 : spanWidth(text, start, start + 1);
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { text: text.slice(start, end), start, indent, width: indent + spanWidth(text, start, end) };
}

/** White space as `trim` knows it (空白). */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= TAB && code <= CR);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  if (code > 0x3000) return code === 0xfeff;
  return (
    code <= 0x200a ||
    code === LINE_SEPARATOR ||
    code === PARAGRAPH_SEPARATOR ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
