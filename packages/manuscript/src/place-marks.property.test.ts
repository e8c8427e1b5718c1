import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LogicalPlaces } from './place-marks.ts';
import { SourceMapBuilder } from './source-map.ts';

/** Paragraphs of a file in any order of reading, each with some text, and gaps between them in the logical text. */
const layouts = fc
  .uniqueArray(fc.record({ paragraph: fc.nat(30), length: fc.integer({ min: 1, max: 9 }), gap: fc.nat(3) }), {
    selector: ({ paragraph }) => paragraph,
    minLength: 1,
    maxLength: 12,
  })
  .map((paragraphs) => {
    const builder = new SourceMapBuilder();
    let at = 0;
    for (const { paragraph, length, gap } of paragraphs) {
      builder.add(at + gap, length, 'document', paragraph, 0);
      at += gap + length;
    }
    return { paragraphs, sources: builder.build(), length: at };
  });

test('the way back leads to where the way out came from', () => {
  fc.assert(
    fc.property(layouts, fc.nat(), fc.nat(), ({ paragraphs, sources }, seed, width) => {
      const { paragraph, length } = paragraphs[seed % paragraphs.length]!;
      const from = seed % length;
      const to = from + 1 + (width % (length - from));
      const places = new LogicalPlaces(sources);
      const span = places.spanOf('document', { paragraph, offset: from }, { paragraph, offset: to });
      expect(span.end - span.start).toBe(to - from);
      expect(sources.toSource(span.start, span.end)).toEqual([{ part: 'document', paragraph, start: from, end: to }]);
    }),
  );
});

test('any place at all is answered by a span of the text', () => {
  const point = fc.record({ paragraph: fc.integer({ min: -1, max: 40 }), offset: fc.nat(20) });
  fc.assert(
    fc.property(layouts, point, point, ({ sources, length }, from, to) => {
      const { start, end } = new LogicalPlaces(sources).spanOf('document', from, to);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(length);
      expect(new LogicalPlaces(sources).spanOf('footnotes', from, to)).toEqual({ start: 0, end: 0 });
    }),
  );
});
