import { describe, expect, test } from 'vitest';

import { writeSide } from '../test/write-side.ts';
import { alignVolumes } from './align-volumes.ts';
import { diffSequences } from './diff-sequences.ts';
import { diffWords } from './diff-words.ts';
import { makeFollower } from './make-follower.ts';
import type { Side } from './side.ts';

/** Text of so many characters out of a range, the same every time. */
function scribble(length: number, range: number, seed: number): string {
  let state = seed;
  const codes = new Uint16Array(length).map(() => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return 0x4e00 + ((state >> 8) % range);
  });
  return new TextDecoder('utf-16le').decode(codes);
}

const count = (before: Side, after: Side) => {
  const alignment = alignVolumes(before, after);
  const follow = makeFollower(alignment, before, after);
  follow({ start: 0, end: before.text.length });
  const kinds: Record<string, number> = {};
  for (const { kind, moved } of alignment.rows) {
    const name = moved ? `moved ${kind}` : kind;
    kinds[name] = (kinds[name] ?? 0) + 1;
  }
  return kinds;
};
const cut = (text: string, size: number) =>
  Array.from({ length: Math.floor(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));

/** Each of these takes a second or so; what is quadratic or recursive would take minutes, or the stack. */
describe('books that nobody wrote', () => {
  test('200,000 equal blocks, and one of them more', () => {
    const repeat = (length: number): Side => {
      const blocks = Array.from({ length }, (_, at) => ({
        kind: 'paragraph',
        start: 2 * at,
        end: 2 * at + 1,
        node: 0,
      }));
      return { text: '—\n'.repeat(length), blocks, nodes: [] };
    };
    expect(count(repeat(200_000), repeat(200_001))).toEqual({ same: 200_000, added: 1 });
  }, 60_000);

  test('one block of 1.5 million characters, edited in places and against another one', () => {
    const text = scribble(1_500_000, 3000, 1);
    const edited = cut(text, 5000).map((piece, index) => `${piece.slice(0, 4990)}改动${index}`);
    const [before, after] = [writeSide(text), writeSide(edited.join(''))];
    const place = makeFollower(alignVolumes(before, after), before, after)({ start: 1_000_100, end: 1_000_200 });
    expect(place?.changed).toBe(false);
    expect(Object.keys(count(before, writeSide(scribble(1_500_000, 3000, 2))))).not.toContain('same');
  }, 60_000);

  test('everything different, everything shuffled, everything edited', () => {
    const paragraphs = cut(scribble(500_000, 3000, 3), 50);
    const book = writeSide(...paragraphs);
    const other = writeSide(...cut(scribble(500_000, 3000, 4), 50));
    expect(count(book, other)).toEqual({ removed: 10_000, added: 10_000 });
    expect(count(book, writeSide(...paragraphs.map((text) => `${text.slice(0, 20)}改${text.slice(21)}`)))).toEqual({
      edited: 10_000,
    });
    expect(count(book, writeSide(...paragraphs.toReversed()))).toEqual({ same: 1, 'moved same': 9999 });
  }, 60_000);

  test('a table of 20,000 rows with equal ones, and a row more', () => {
    const rows = cut(scribble(60_000, 40, 5), 3).map((row) => [...row]);
    const later = [...rows.slice(0, 9000), ['新', '增', '行'], ...rows.slice(9000)];
    expect(count(writeSide(rows), writeSide(later))).toEqual({ edited: 1 });
  }, 60_000);

  test('two long sequences with more differences than are searched for', () => {
    const codes = Int32Array.from([...scribble(200_000, 300, 8)], (character) => character.charCodeAt(0));
    const edited = codes.filter((_, index) => index % 100 !== 0);
    const partners = diffSequences(codes, edited);
    const pairs = [...partners.entries()].filter(([, inB]) => inB >= 0);
    expect(pairs.every(([inA, inB]) => codes[inA] === edited[inB])).toBe(true);
    expect(pairs.every(([, inB], index) => index === 0 || pairs[index - 1]![1] < inB)).toBe(true);
    expect(pairs.length).toBeGreaterThan(0.999 * edited.length);
  }, 60_000);

  test('words of two long texts', () => {
    const [before, after] = [scribble(100_000, 500, 6), scribble(100_000, 500, 7)];
    const changes = diffWords(before, after);
    expect(changes.flatMap(({ kind, text }) => (kind === 'added' ? [] : text)).join('') === before).toBe(true);
  }, 60_000);
});
