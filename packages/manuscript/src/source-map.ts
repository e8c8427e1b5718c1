/** The part of a file a position lies in; a plain text file or a PDF has the one part `text`. */
export type SourcePart = 'text' | 'document' | 'footnotes' | 'endnotes';

/**
 * Place in the file (原文位置). Plain text: paragraph 0, UTF-16 offsets in the decoded text without its BOM.
 * PDF: `paragraph` is the page from 0, offsets run over its lines as they were read.
 * Word: `paragraph` counts the `<w:p>` open tags of the part, offsets run over the paragraph's kept text.
 */
export interface SourceSpan {
  readonly part: SourcePart;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

const PARTS: readonly SourcePart[] = ['text', 'document', 'footnotes', 'endnotes'];
const WIDTH = 5;

/**
 * Offset map (偏移映射) from logical text to the file: segments of equal characters, five integers each
 * (logical start, length, part, paragraph, source start), in logical order. Joins and computed numbers are in no segment.
 */
export class SourceMap {
  readonly segments: Int32Array;

  constructor(segments: Int32Array) {
    this.segments = segments;
  }

  /** Places in the file behind logical `[start, end)`, in logical order; characters without a source are left out. */
  toSource(start: number, end: number): SourceSpan[] {
    const found: SourceSpan[] = [];
    const { segments } = this;
    for (let at = this.firstEndingAfter(start) * WIDTH; at < segments.length; at += WIDTH) {
      const from = segments[at]!;
      if (from >= end) break;
      const low = Math.max(from, start);
      const high = Math.min(from + segments[at + 1]!, end);
      const shift = segments[at + 4]! - from;
      found.push({
        part: PARTS[segments[at + 2]!]!,
        paragraph: segments[at + 3]!,
        start: low + shift,
        end: high + shift,
      });
    }
    return found;
  }

  private firstEndingAfter(position: number): number {
    let low = 0;
    let high = this.segments.length / WIDTH;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.segments[middle * WIDTH]! + this.segments[middle * WIDTH + 1]! > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Collects segments in logical order and joins those that continue each other. */
export class SourceMapBuilder {
  private readonly values: number[] = [];

  add(logical: number, length: number, part: SourcePart, paragraph: number, start: number): void {
    if (length === 0) return;
    const { values } = this;
    const last = values.length - WIDTH;
    const code = PARTS.indexOf(part);
    if (last >= 0 && values[last + 2] === code && values[last + 3] === paragraph) {
      const count = values[last + 1]!;
      if (values[last]! + count === logical && values[last + 4]! + count === start) {
        values[last + 1] = count + length;
        return;
      }
    }
    values.push(logical, length, code, paragraph, start);
  }

  build(): SourceMap {
    return new SourceMap(Int32Array.from(this.values));
  }
}

const MAGIC = [0x58, 0x5a, 0x4d, 0x31];

/** Serialised form of a source map: magic `XZM1`, then differences as zigzag varints (about six bytes a segment). */
export function encodeSourceMap(map: SourceMap): Uint8Array {
  const { segments } = map;
  const bytes = [...MAGIC];
  const previous = [0, 0, 0, 0, 0];
  for (let at = 0; at < segments.length; at++) {
    const field = at % WIDTH;
    const value = segments[at]!;
    const difference = field === 1 || field === 2 ? value : value - previous[field]!;
    previous[field] = value;
    let rest = ((difference << 1) ^ (difference >> 31)) >>> 0;
    while (rest > 0x7f) {
      bytes.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** Reads what `encodeSourceMap` wrote; a RangeError for anything else. */
export function decodeSourceMap(bytes: Uint8Array): SourceMap {
  if (MAGIC.some((byte, index) => bytes[index] !== byte)) throw new RangeError('not a source map');
  const values: number[] = [];
  const previous = [0, 0, 0, 0, 0];
  for (let at = MAGIC.length; at < bytes.length;) {
    let rest = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) throw new RangeError('truncated source map');
      rest |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) break;
    }
    const difference = (rest >>> 1) ^ -(rest & 1);
    const field = values.length % WIDTH;
    const value = field === 1 || field === 2 ? difference : difference + previous[field]!;
    previous[field] = value;
    values.push(value);
  }
  if (values.length % WIDTH !== 0) throw new RangeError('truncated source map');
  for (let at = 0; at < values.length; at += WIDTH) {
    const overlaps = at > 0 && values[at]! < values[at - WIDTH]! + values[at - WIDTH + 1]!;
    if (overlaps || values[at + 1]! <= 0 || PARTS[values[at + 2]!] === undefined)
      throw new RangeError('bad source map segment');
  }
  return new SourceMap(Int32Array.from(values));
}
