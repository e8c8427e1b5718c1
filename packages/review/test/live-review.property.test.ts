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

/** Longer than any rule of one block looks beyond it, so that what stands behind need not be read again. */
const far = '甲乡地势平坦，土层深厚。'.repeat(800);

it('finds the same again when one place of a long book was edited', () => {
  fc.assert(
    fc.property(book, fc.array(fc.tuple(fc.nat(), line), { minLength: 1, maxLength: 5 }), (entries, edits) => {
      const builder = new VolumeBuilder();
      entries.forEach(([title, lines], at) => {
        builder.addLine('heading', `条目${at}`);
        builder.addLine('paragraph', title);
        builder.addTable([
          ['年份', '人口（人）'],
          ['1990', '100'],
        ]);
        for (const each of lines) builder.addLine('paragraph', each);
        builder.addLine('paragraph', far);
      });
      const live = openLiveReview(builder.finish());
      live.checkBook();
      for (const [at, text] of edits) {
        const { blocks } = live.volume();
        const index = at % blocks.length;
        live.replaceBlock(blocks[index]!.kind === 'table' ? index - 1 : index, text);
        expect(live.checkBook()).toEqual(review(live.volume()));
      }
    }),
    { numRuns: 20 },
  );
});

it('looks for the full name of a place in the whole book', () => {
  const builder = new VolumeBuilder();
  builder.addLine('heading', '甲乡');
  builder.addLine('paragraph', '2001年，代表团到甘孜州考察。');
  builder.addLine('paragraph', far);
  builder.addLine('paragraph', '考察甘孜藏族自治州的牧业。');
  const live = openLiveReview(builder.finish(), { rules: ['political-autonomous-first'] });
  expect(live.checkBook()).toEqual([]);
  live.replaceBlock(3, '考察牧业。');
  expect(live.checkBook().map(({ quote }) => quote)).toEqual(['甘孜州']);
});

it('reads all again below a title that was edited', () => {
  const builder = new VolumeBuilder();
  builder.addLine('heading', '甲乡');
  builder.addLine('paragraph', far);
  builder.addLine('paragraph', '水稻、小麦、等作物。');
  const live = openLiveReview(builder.finish(), { rules: ['punctuation-etc-comma'] });
  expect(live.checkBook()).toHaveLength(1);
  live.replaceBlock(0, '勘误');
  expect(live.checkBook()).toEqual(review(live.volume(), { rules: ['punctuation-etc-comma'] }));
  live.replaceBlock(0, '附录');
  expect(live.checkBook()).toEqual(review(live.volume(), { rules: ['punctuation-etc-comma'] }));
});

it('reads again what stands beside the edit', () => {
  const builder = new VolumeBuilder();
  builder.addLine('heading', '甲乡');
  builder.addLine('paragraph', '歌词写道：“甲乡地势平坦，土层深厚。');
  builder.addLine('paragraph', '甲乡物产丰富，人民勤劳。”');
  const live = openLiveReview(builder.finish(), { rules: ['punctuation-pairs'] });
  expect(live.checkBook()).toEqual([]);
  live.replaceBlock(1, '甲乡地势平坦，土层深厚。');
  expect(live.checkBook().map(({ quote }) => quote)).toEqual(['”']);
});

it('reads a table again when the text beside it was edited, and keeps one far away', () => {
  const builder = new VolumeBuilder();
  builder.addLine('heading', '甲乡');
  builder.addTable([
    ['项目', '2020', '2021', '2022'],
    ['合计', '60', '75', '90'],
    ['甲项', '10', '15', '20'],
    ['乙项', '20', '25', '30'],
    ['丙项', '30', '35', '50'],
  ]);
  for (let line = 0; line < 30; line += 1) builder.addLine('paragraph', far.slice(0, 600));
  builder.addLine('paragraph', '2005年，全县在校学生5.32万人。');
  builder.addTable([
    ['年份', '学校数（所）', '在校学生（人）'],
    ['2002', '118', '51800'],
    ['2003', '117', '52400'],
    ['2005', '112', '54214'],
  ]);
  const live = openLiveReview(builder.finish(), { rules: ['figures-table-sum', 'figures-table-text'] });
  expect(live.checkBook().map(({ quote }) => quote)).toEqual(['90', '54214']);
  live.replaceBlock(32, '2005年，全县在校学生5.42万人。');
  expect(live.checkBook().map(({ quote }) => quote)).toEqual(['90']);
  live.replaceBlock(32, '到2005年，全县在校学生5.32万人。');
  expect(live.checkBook().map(({ quote }) => quote)).toEqual(['90', '54214']);
  expect(live.checkBook()).toEqual(review(live.volume(), { rules: ['figures-table-sum', 'figures-table-text'] }));
});

it('tells of an edited paragraph at once', () => {
  const builder = new VolumeBuilder();
  builder.addLine('heading', '甲乡');
  builder.addLine('paragraph', '全乡有耕地。');
  const live = openLiveReview(builder.finish());
  expect(live.replaceBlock(1, '水稻、小麦、等作物。').map(({ rule }) => rule)).toContain('punctuation-etc-comma');
  expect(live.replaceBlock(1, '水稻、小麦等作物。')).toEqual([]);
});
