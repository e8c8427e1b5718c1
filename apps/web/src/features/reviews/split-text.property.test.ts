import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Mark } from './find-marks.ts';
import { type Highlight, primaryMark, splitText } from './split-text.ts';

const START = 100;
const END = 160;

const span = fc
  .tuple(fc.integer({ min: START - 20, max: END + 20 }), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => ({ start, end: start + length }));
const marks = fc
  .array(fc.tuple(span, fc.boolean()), { maxLength: 8 })
  .map((list) =>
    list.map(([{ start, end }, decided], seq): Mark => ({ seq, start, end, decided, severity: 'error', title: '题' })),
  );
const highlights = fc
  .array(fc.tuple(span, fc.constantFrom('hit' as const, 'current' as const, 'place' as const)), { maxLength: 6 })
  .map((list) => list.map(([place, kind]): Highlight => ({ ...place, kind })));

describe('splitText', () => {
  it('covers the text once, in order', () => {
    fc.assert(
      fc.property(marks, highlights, (marks, highlights) => {
        const segments = splitText(START, END, marks, highlights);
        expect(segments[0]!.start).toBe(START);
        expect(segments[segments.length - 1]!.end).toBe(END);
        segments.slice(1).forEach((segment, at) => expect(segment.start).toBe(segments[at]!.end));
      }),
    );
  });

  it('puts every character under exactly its marks and its strongest highlight', () => {
    fc.assert(
      fc.property(marks, highlights, (marks, highlights) => {
        const over = (at: number) => (one: { start: number; end: number }) => one.start <= at && one.end > at;
        for (const segment of splitText(START, END, marks, highlights)) {
          for (let at = segment.start; at < segment.end; at++) {
            expect(segment.marks).toEqual(marks.filter(over(at)));
            const kinds = highlights.filter(over(at)).map(({ kind }) => kind);
            const strongest = (['current', 'place', 'hit'] as const).find((kind) => kinds.includes(kind)) ?? null;
            expect(segment.highlight).toBe(strongest);
          }
        }
      }),
    );
  });
});

describe('primaryMark', () => {
  const mark = (seq: number, length: number, decided = false): Mark => ({
    seq,
    start: 0,
    end: length,
    decided,
    severity: 'query',
    title: '题',
  });
  it.each([
    ['the selected one', [mark(1, 2), mark(2, 9, true)], 2, 2],
    ['an undecided one before a decided one', [mark(1, 2, true), mark(2, 9)], null, 2],
    ['the shortest', [mark(1, 9), mark(2, 3)], null, 2],
    ['the earlier of equals', [mark(4, 3), mark(2, 3)], null, 2],
  ])('is %s', (_name, list, selected, expected) => {
    expect(primaryMark(list, selected)?.seq).toBe(expected);
  });
});
