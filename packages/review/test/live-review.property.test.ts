import * as fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLiveReview } from '../src/live-review.ts';
import { review } from '../src/review.ts';
import { readCases, VolumeBuilder } from './read-cases.ts';

const root = join(import.meta.dirname, '../src/rules');
const samples = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(root, name)).flatMap((id) => readCases(join(root, name, id))))
  .flatMap(({ volume }) =>
    volume.blocks.filter(({ kind }) => kind === 'paragraph').map(({ start, end }) => volume.text.slice(start, end)),
  );
const line = fc.constantFrom(...samples);
const book = fc.array(fc.tuple(line, fc.array(line, { maxLength: 4 })), { minLength: 1, maxLength: 4 });

it('finds after any edits what a review of the edited book finds', () => {
  fc.assert(
    fc.property(book, fc.array(fc.tuple(fc.nat(), line), { minLength: 1, maxLength: 4 }), (entries, edits) => {
      const builder = new VolumeBuilder();
      entries.forEach(([, lines], at) => {
        builder.addLine('heading', `条目${at}`);
        for (const each of lines) builder.addLine('paragraph', each);
      });
      const live = openLiveReview(builder.finish());
      for (const [at, text] of edits) {
        const index = at % live.volume().blocks.length;
        const found = live.replaceBlock(index, text);
        const { start, end } = live.volume().blocks[index]!;
        expect(live.volume().text.slice(start, end)).toBe(text);
        for (const { start: from, end: to, quote, evidence } of found) {
          expect(live.volume().text.slice(from, to)).toBe(quote);
          for (const { span } of evidence)
            expect(span === undefined || span.end <= live.volume().text.length).toBe(true);
        }
      }
      expect(live.checkBook()).toEqual(review(live.volume()));
    }),
    { numRuns: 30 },
  );
});

it('tells of an edited paragraph at once', () => {
  const builder = new VolumeBuilder();
  builder.addLine('heading', '甲乡');
  builder.addLine('paragraph', '全乡有耕地。');
  const live = openLiveReview(builder.finish());
  expect(live.replaceBlock(1, '水稻、小麦、等作物。').map(({ rule }) => rule)).toContain('punctuation-etc-comma');
  expect(live.replaceBlock(1, '水稻、小麦等作物。')).toEqual([]);
});
