import { describe, expect, test } from 'vitest';

import type { Alignment } from './alignment.ts';
import { decodeAlignment, encodeAlignment } from './encode-alignment.ts';

const row = (kind: Alignment['rows'][number]['kind'], before: number[], after: number[], moved = false) => ({
  kind,
  moved,
  before,
  after,
});
const alignment: Alignment = {
  rows: [
    row('same', [0], [0]),
    row('same', [1], [1]),
    row('same', [5], [2], true),
    row('split', [2], [3, 4]),
    row('removed', [3], []),
    row('merged', [4, 6], [5]),
    row('added', [], [6]),
    row('edited', [7], [7]),
    row('same', [8], [8]),
  ],
  nodes: [0, 2, 1, -1, -1, 300],
};

describe('a packed alignment', () => {
  test('comes back as it was', () => {
    expect(decodeAlignment(encodeAlignment(alignment))).toEqual(alignment);
    expect(decodeAlignment(encodeAlignment({ rows: [], nodes: [] }))).toEqual({ rows: [], nodes: [] });
  });

  test('of a book that did not change is a few bytes a book, not a block', () => {
    const rows = Array.from({ length: 10_000 }, (_, block) => row('same', [block], [block]));
    expect(encodeAlignment({ rows, nodes: [0] }).length).toBeLessThan(12);
  });

  test('is refused when it is cut, longer, of another version or of vast numbers', () => {
    const bytes = encodeAlignment(alignment);
    for (let end = 0; end < bytes.length; end += 1) {
      expect(() => decodeAlignment(bytes.slice(0, end)), String(end)).toThrow(RangeError);
    }
    expect(() => decodeAlignment(Uint8Array.from([...bytes, 0]))).toThrow(RangeError);
    expect(() => decodeAlignment(Uint8Array.from([2, ...bytes.slice(1)]))).toThrow(RangeError);
    const vast = [255, 255, 255, 255, 15];
    expect(() => decodeAlignment(Uint8Array.from([1, 0, ...vast, 12, ...vast]))).toThrow(RangeError);
    const [rows, run] = [1, 12];
    // A kind that there is not, more rows than were announced, no row at all.
    for (const bytes of [
      [13, 0, 0],
      [run, 2],
      [run, 0, run, 1],
    ]) {
      expect(() => decodeAlignment(Uint8Array.from([1, 0, rows, ...bytes])), bytes.join()).toThrow(RangeError);
    }
  });
});
