import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findMarks, reachOf } from './find-marks.ts';
import type { FindingIndex } from './finding-index.ts';

const RULES: FindingIndex['rules'] = [
  { id: 'a', title: '甲', family: 'units', severity: 'error' },
  { id: 'b', title: '乙', family: 'time', severity: 'query' },
];

/** A book of blocks and findings in text order, as the server sends them. */
const books = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 60 }),
        rule: fc.integer({ min: 0, max: 1 }),
        decision: fc.integer({ min: -1, max: 3 }),
      }),
      { maxLength: 40 },
    ),
  )
  .map(([lengths, raw]) => {
    let at = 0;
    const blocks = lengths.map((length, seq) => {
      const block = { seq, start: at, text: '字'.repeat(length) };
      at += length + 1;
      return block;
    });
    const end = at - 1;
    const findings = raw
      .map((finding) => ({ ...finding, start: Math.min(end, Math.floor(finding.at * (end + 1))) }))
      .sort((a, b) => a.start - b.start);
    const index: FindingIndex = {
      rules: RULES,
      rule: findings.map(({ rule }) => rule),
      start: findings.map(({ start }) => start),
      end: findings.map(({ start, length }) => Math.min(end, start + length)),
      block: findings.map(({ start }) => blocks.findLastIndex((block) => block.start <= start)),
      node: findings.map(() => 0),
      decision: findings.map(({ decision }) => decision),
      version: findings.map(() => 0),
      carried: findings.map(() => 0),
      fixable: findings.map(() => 0),
    };
    return { blocks, index };
  });

describe('findMarks', () => {
  it('finds what looking at every finding finds', () => {
    fc.assert(
      fc.property(books, fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }), ({ blocks, index }, shown) => {
        const reach = reachOf(index);
        for (const block of blocks) {
          const end = block.start + block.text.length;
          const expected = index.rule.flatMap((rule, seq) => {
            const wide =
              index.start[seq]! < end && index.end[seq]! > block.start && index.end[seq]! > index.start[seq]!;
            const own = index.block[seq] === block.seq;
            // There is nothing to mark in a block without text.
            return shown[rule] && block.text.length > 0 && (wide || own) ? [seq] : [];
          });
          const found = findMarks(index, reach, shown, block).map((mark) => mark.seq);
          expect(found.sort((a, b) => a - b)).toEqual(expected);
        }
      }),
    );
  });

  it('gives marks with a width, inside their block, by start', () => {
    fc.assert(
      fc.property(books, ({ blocks, index }) => {
        const reach = reachOf(index);
        for (const block of blocks) {
          const marks = findMarks(index, reach, [true, true], block);
          for (const mark of marks) {
            expect(mark.start).toBeGreaterThanOrEqual(block.start);
            expect(mark.end).toBeGreaterThan(mark.start);
            expect(mark.end).toBeLessThanOrEqual(block.start + block.text.length);
            expect(mark.decided).toBe(index.decision[mark.seq] !== -1);
          }
          expect(marks.map((mark) => mark.start)).toEqual(marks.map((mark) => mark.start).sort((a, b) => a - b));
        }
      }),
    );
  });

  it('marks a finding on a whole chapter only where it begins', () => {
    const one = (values: number[]) => values;
    const index: FindingIndex = {
      rules: RULES,
      rule: one([0]),
      start: one([0]),
      end: one([9000]),
      block: one([0]),
      node: one([0]),
      decision: one([-1]),
      version: one([0]),
      carried: one([0]),
      fixable: one([0]),
    };
    const reach = reachOf(index);
    const text = '字'.repeat(100);
    expect(findMarks(index, reach, [true, true], { seq: 0, start: 0, text })).toHaveLength(1);
    expect(findMarks(index, reach, [true, true], { seq: 1, start: 101, text })).toHaveLength(0);
  });
});
