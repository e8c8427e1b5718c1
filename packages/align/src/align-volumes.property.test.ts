import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { editBook, type Edit } from '../test/edit-book.ts';
import { writeSide } from '../test/write-side.ts';
import { alignVolumes } from './align-volumes.ts';
import { decodeAlignment, encodeAlignment } from './encode-alignment.ts';
import { makeFollower } from './make-follower.ts';

const squeeze = (text: string) => text.replaceAll(/\s+/g, '');
const isTorn = (text: string, at: number) =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
/** Few characters, some of them pairs that share a half, some of them spaces: what goes wrong goes wrong here. */
const word = (maxLength: number) =>
  fc
    .array(fc.constantFrom('甲', '乙', '丙', '。', '1', '.', ' ', '𠮷', '𠮶', '\u{20fb7}', '　'), { maxLength })
    .map((all) => all.join(''));
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(word(3), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
  );
const block = fc.oneof(
  { weight: 4, arbitrary: word(30) },
  { weight: 2, arbitrary: fc.constantFrom('—', '续表', '第一节 机构', '') },
  { weight: 1, arbitrary: word(6).map((title) => `# ${title}`) },
  { weight: 1, arbitrary: table },
);
const side = fc.array(block, { maxLength: 25 }).map((blocks) => writeSide(...blocks));
/** Two books that share blocks, in another order. */
const sides = fc.oneof(
  fc.tuple(side, side),
  fc
    .tuple(fc.array(block, { minLength: 1, maxLength: 25 }), fc.array(fc.nat(), { maxLength: 25 }))
    .map(([blocks, order]) => [
      writeSide(...blocks),
      writeSide(...order.map((index) => blocks[index % blocks.length]!)),
    ]),
);

describe('any two books', () => {
  test('have every block and node in its place once, and the rows tell what they are', () => {
    fc.assert(
      fc.property(sides, ([before, after]) => {
        const { rows, nodes } = alignVolumes(before, after);
        const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
        expect(rows.flatMap((row) => row.after)).toEqual(numbers(after.blocks.length));
        expect(rows.flatMap((row) => row.before).sort((a, b) => a - b)).toEqual(numbers(before.blocks.length));
        for (const { kind, moved, before: a, after: b } of rows) {
          const shape = { same: [1, 1], edited: [1, 1], split: [1, 2], merged: [2, 1], added: [0, 1], removed: [1, 0] }[
            kind
          ];
          expect([Math.min(a.length, 2), Math.min(b.length, 2)]).toEqual(shape);
          if (moved) expect(['added', 'removed']).not.toContain(kind);
          const texts = [before.blocks[a[0]!], after.blocks[b[0]!]].map(
            (own, index) => own && squeeze([before, after][index]!.text.slice(own.start, own.end)),
          );
          if (kind === 'same') expect(texts[0]).toBe(texts[1]);
        }
        // Rows that were not moved stand in the order of both sides.
        const firsts = rows.filter((row) => !row.moved && row.before.length > 0).map((row) => row.before[0]!);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
        expect(nodes).toHaveLength(before.nodes.length);
        const found = nodes.filter((node) => node >= 0);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((node) => node < after.nodes.length)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test('pack and unpack', () => {
    fc.assert(
      fc.property(sides, ([before, after]) => {
        const alignment = alignVolumes(before, after);
        expect(decodeAlignment(encodeAlignment(alignment))).toEqual(alignment);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decodeAlignment(Uint8Array.from([1, ...bytes]));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('have for every span a place between whole characters, unchanged only where it reads the same', () => {
    fc.assert(
      fc.property(sides, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), ([before, after], part, length) => {
        const start = Math.floor(part * before.text.length);
        const span = { start, end: Math.min(before.text.length, start + length) };
        const place = makeFollower(alignVolumes(before, after), before, after)(span);
        if (!place) return;
        expect(place.start).toBeLessThanOrEqual(place.end);
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeLessThanOrEqual(after.text.length);
        expect([isTorn(after.text, place.start), isTorn(after.text, place.end)]).toEqual([false, false]);
        if (place.changed || isTorn(before.text, span.start) || isTorn(before.text, span.end)) return;
        const own = before.text.slice(span.start, span.end);
        expect(squeeze(after.text.slice(place.start, place.end))).toBe(squeeze(own));
      }),
      { numRuns: 1000 },
    );
  });

  test('which are one have only the same rows, and every span stands where it stood', () => {
    fc.assert(
      fc.property(side, fc.nat(), fc.nat(20), (book, from, length) => {
        const alignment = alignVolumes(book, book);
        expect(alignment.rows.every((row) => row.kind === 'same' && !row.moved)).toBe(true);
        expect(alignment.nodes).toEqual([...book.nodes.keys()]);
        const start = from % (book.text.length + 1);
        const span = { start, end: Math.min(book.text.length, start + length) };
        if (isTorn(book.text, span.start) || isTorn(book.text, span.end)) return;
        const place = book.blocks.length > 0 && makeFollower(alignment, book, book)(span);
        // Between the cells of a table is no passage.
        if (!place && squeeze(book.text.slice(span.start, span.end)) === '') return;
        expect(place).toEqual({ ...span, changed: false });
      }),
      { numRuns: 500 },
    );
  });
});

/** Characters of a book; a pair now and then. Other edits are written in characters that the book has not. */
const prose = fc
  .array(fc.oneof(fc.integer({ min: 0x4e00, max: 0x8fff }), fc.integer({ min: 0x20000, max: 0x2a000 })), {
    minLength: 30,
    maxLength: 60,
  })
  .map((codes) => String.fromCodePoint(...codes));
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Edit>({ do: 'keep' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Edit>({ do: 'remove' }, { do: 'move' }, { do: 'addBehind' }, { do: 'mergeWithNext' }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom<'replace' | 'split'>('replace', 'split'),
      at: fc.double({ min: 0.3, max: 0.7, noNaN: true }),
      size: fc.double({ min: 0, max: 0.15, noNaN: true }),
    }),
  },
);

describe('a book that somebody worked on', () => {
  test('keeps every span that was not touched, shows those that were, and misses those that went', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(prose, edit), { minLength: 2, maxLength: 20 }), (written) => {
        let code = 0x9000;
        const fresh = () => String.fromCharCode(...Array.from({ length: 30 }, () => code++));
        const paragraphs = written.map(([text]) => text);
        const made = editBook(
          paragraphs,
          written.map(([, own]) => own),
          fresh,
        );
        const [before, after] = [writeSide(...paragraphs), writeSide(...made.map(({ text }) => text))];
        const follow = makeFollower(alignVolumes(before, after), before, after);
        const kept = new Map<number, number>();
        made.forEach(({ pieces }, index) => {
          for (const [paragraph, from, to, place] of pieces) {
            kept.set(paragraph, (kept.get(paragraph) ?? 0) + 1);
            const start = before.blocks[paragraph]!.start + from;
            const there = after.blocks[index]!.start + place;
            expect(follow({ start, end: start + to - from })).toEqual({
              start: there,
              end: there + to - from,
              changed: false,
            });
          }
        });
        paragraphs.forEach((_, paragraph) => {
          const { start, end } = before.blocks[paragraph]!;
          const done = written[paragraph]![1].do;
          if (!kept.has(paragraph)) expect(follow({ start, end })).toBeNull();
          else if (kept.get(paragraph) === 2 && done === 'replace') expect(follow({ start, end })?.changed).toBe(true);
          else expect(follow({ start, end })?.changed).toBe(false);
        });
      }),
      { numRuns: 300 },
    );
  });
});
