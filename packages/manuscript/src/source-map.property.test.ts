import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMapping } from '../test/check-mapping.ts';
import { buildVolume } from './build-volume.ts';
import { readTextBlocks } from './formats/text/read-text.ts';
import { recogniseOutline } from './recognise-outline.ts';
import { decodeSourceMap, encodeSourceMap, SourceMapBuilder } from './source-map.ts';

const line = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'甲乙丙年月，。0123 abＡ【】第一章、（）\u3000𠮷'), maxLength: 60 }),
  fc.constantFrom(
    '',
    '    ',
    '# 第一章  概况',
    '【地名】乙县地名。',
    '┃ 甲 │ 乙 ┃',
    '┗━━┷━━┛',
    '| 甲 | 乙 |',
    '|--|--|',
  ),
);
const file = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));

describe('source map', () => {
  test('of any text: equal characters, each once, nothing lost but strokes and marks', () => {
    fc.assert(
      fc.property(file, fc.boolean(), (text, isMarkdown) => {
        const { volume, sources } = buildVolume(recogniseOutline(readTextBlocks(text, isMarkdown)));
        const faults = checkMapping(text, volume, sources);
        expect(faults.unequal).toBe(0);
        expect(faults.rootless).toBe(0);
        const drawn = /[\u2500-\u257f#|\-:\\]/;
        expect(Object.keys(faults.lost).filter((character) => !drawn.test(character))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('blocks lie in order, part the text between them, and leave only separators', () => {
    fc.assert(
      fc.property(file, (text) => {
        const { volume } = buildVolume(recogniseOutline(readTextBlocks(text, true)));
        let at = 0;
        for (const block of volume.blocks) {
          expect(volume.text.slice(at, block.start)).toBe(at === 0 ? '' : '\n');
          expect(block.end).toBeGreaterThanOrEqual(block.start);
          at = block.end;
        }
        expect(at).toBe(volume.text.length);
        for (const [index, node] of volume.nodes.entries())
          if (index > 0) expect(volume.nodes[node.parent]!.level).toBeLessThan(node.level);
      }),
    );
  });

  const segments = fc.array(
    fc.record({
      gap: fc.nat(9),
      length: fc.integer({ min: 1, max: 2e6 }),
      part: fc.constantFrom('text', 'document', 'footnotes'),
      paragraph: fc.nat(4e5),
      start: fc.nat(2e9),
    }),
  );

  test('survives encoding', () => {
    fc.assert(
      fc.property(segments, (list) => {
        const builder = new SourceMapBuilder();
        let at = 0;
        for (const { gap, length, part, paragraph, start } of list) {
          builder.add(at + gap, length, part, paragraph, start);
          at += gap + length;
        }
        const map = builder.build();
        expect(decodeSourceMap(encodeSourceMap(map)).segments).toEqual(map.segments);
      }),
    );
  });

  test('refuses bytes that are no source map', () => {
    expect(() => decodeSourceMap(new Uint8Array([1, 2, 3, 4, 5]))).toThrow(RangeError);
    const builder = new SourceMapBuilder();
    builder.add(0, 4, 'text', 0, 10);
    const bytes = encodeSourceMap(builder.build());
    expect(() => decodeSourceMap(bytes.slice(0, -1))).toThrow(RangeError);
  });

  test('gives the places behind a span and leaves out joins', () => {
    const builder = new SourceMapBuilder();
    builder.add(0, 4, 'text', 0, 10);
    builder.add(5, 4, 'text', 0, 20);
    expect(builder.build().toSource(2, 7)).toEqual([
      { part: 'text', paragraph: 0, start: 12, end: 14 },
      { part: 'text', paragraph: 0, start: 20, end: 22 },
    ]);
    expect(builder.build().toSource(4, 5)).toEqual([]);
  });
});
