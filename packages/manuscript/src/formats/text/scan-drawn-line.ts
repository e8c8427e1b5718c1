import { isHorizontalStroke, isVerticalStroke } from './box-strokes.ts';
import { unitWidth } from './display-width.ts';
import type { Line } from './split-lines.ts';

/** Line of a drawn table by display columns. */
export interface ScannedLine {
  readonly line: Line;
  /** Display column of each UTF-16 unit of the text. */
  readonly columns: readonly number[];
  /** Display width of a stroke: 1 or 2. */
  readonly strokeWidth: number;
  /** Vertical strokes as offsets in the text. */
  readonly strokes: readonly number[];
  /** Sideways strokes as `[from, to)` display columns. */
  readonly rules: readonly (readonly [number, number])[];
  /** The line has strokes only. */
  readonly isBare: boolean;
}

/** Scans a line of a drawn table; `strokeWidth` is how wide the font draws strokes and other ambiguous characters. */
export function scanDrawnLine(line: Line, strokeWidth: number): ScannedLine {
  const { text } = line;
  const columns: number[] = [];
  const strokes: number[] = [];
  const rules: [number, number][] = [];
  let column = line.indent;
  let isBare = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    columns.push(column);
    if (isVerticalStroke(code)) strokes.push(at);
    else if (isHorizontalStroke(code)) {
      const last = rules.at(-1);
      if (last && last[1] === column) last[1] = column + strokeWidth;
      else rules.push([column, column + strokeWidth]);
    } else if (code !== 0x20 && code !== 0x3000) isBare = false;
    column += unitWidth(text, at, strokeWidth);
  }
  return { line, columns, strokeWidth, strokes, rules, isBare };
}
