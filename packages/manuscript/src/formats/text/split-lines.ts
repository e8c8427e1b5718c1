import { textWidth } from './display-width.ts';

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
  let at = 0;
  for (const breaking of text.matchAll(/\r\n|[\n\r\f\v\u0085\u2028\u2029]|$/g)) {
    const raw = text.slice(at, breaking.index);
    const kept = raw.trimStart();
    const lead = raw.slice(0, raw.length - kept.length);
    const indent = lead === '' ? 0 : textWidth(lead.replaceAll('\t', '    '));
    const trimmed = kept.trimEnd();
    lines.push({ text: trimmed, start: at + lead.length, indent, width: indent + textWidth(trimmed) });
    at = breaking.index + breaking[0].length;
  }
  return lines;
}
