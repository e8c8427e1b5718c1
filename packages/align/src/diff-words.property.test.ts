import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { diffSequences } from './diff-sequences.ts';
import { diffWords } from './diff-words.ts';

const text = fc
  .array(fc.constantFrom('全县', '粮食', '产量', '增长', '1', '2.5', '%', '，', '。', '𠮷', '𠮶', ' ', 'GDP', '\n'), {
    maxLength: 60,
  })
  .map((words) => words.join(''));

test('both texts come back from the pieces, which alternate and cut no character', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diffWords(before, after);
      const without = (kind: string) => changes.flatMap((each) => (each.kind === kind ? [] : each.text)).join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
      changes.forEach((change, index) => {
        expect(change.text).not.toBe('');
        expect(change.kind).not.toBe(changes[index - 1]?.kind);
        expect(change.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      });
    }),
    { numRuns: 1000 },
  );
});

test('a text compared with itself has no change', () => {
  fc.assert(
    fc.property(text, (own) => {
      expect(diffWords(own, own).filter(({ kind }) => kind !== 'same')).toEqual([]);
    }),
  );
});

test.each([false, true])(
  'partners are equal and in order, as many as can be while they are few (patient: %s)',
  (patient) => {
    const numbers = fc.array(fc.nat(5), { maxLength: 40 });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const partners = [...diffSequences(a, b, patient)];
        const pairs = partners.flatMap((inB, inA) => (inB < 0 ? [] : [[inA, inB] as const]));
        expect(pairs.every(([inA, inB]) => a[inA] === b[inB])).toBe(true);
        expect(pairs.every(([, inB], index) => index === 0 || pairs[index - 1]![1] < inB)).toBe(true);
        if (!patient) expect(pairs).toHaveLength(countLongest(a, b));
      }),
      { numRuns: 1000 },
    );
  },
);

/** Length of the longest common subsequence, by the table of the textbook. */
function countLongest(a: readonly number[], b: readonly number[]): number {
  let last = Array.from({ length: b.length + 1 }, () => 0);
  for (const own of a) {
    const next = [0];
    b.forEach((other, at) => next.push(own === other ? last[at]! + 1 : Math.max(last[at + 1]!, next[at]!)));
    last = next;
  }
  return last[b.length]!;
}
