import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildVolume } from '../../build-volume.ts';
import type { Manuscript } from '../../manuscript.ts';
import { readManuscript } from '../../read-manuscript.ts';
import type { DraftBlock, DraftCell, DraftTable } from '../../volume-draft.ts';
import { annotateDocx } from './annotate-docx.ts';
import { writeDocx } from './write-docx.ts';

const letters = fc.constantFrom(...'甲乙丙丁戊己年产值万元0123456789，、&<>"\'𠮷𬺙aB');
const text = fc.string({ unit: letters, minLength: 1, maxLength: 30 });
const runs = text.map((it) => [{ text: it }]);

const table = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.tuple(text, fc.boolean(), fc.boolean()), { minLength: 16, maxLength: 16 }),
  )
  .map(([rows, columns, words]): DraftTable => {
    const taken = new Set<string>();
    const cells: DraftCell[] = [];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (taken.has(`${row}:${column}`)) continue;
        const [word, isTall, isWide] = words[row * 4 + column]!;
        const columnSpan = isWide && column + 1 < columns && !taken.has(`${row}:${column + 1}`) ? 2 : 1;
        const rowSpan = isTall && row + 1 < rows ? 2 : 1;
        for (let r = row; r < row + rowSpan; r++)
          for (let c = column; c < column + columnSpan; c++) taken.add(`${r}:${c}`);
        cells.push({ row, column, rowSpan, columnSpan, runs: [{ text: word }] });
      }
    }
    return { rows, columns, cells };
  });

const block: fc.Arbitrary<DraftBlock> = fc.oneof(
  { weight: 4, arbitrary: runs.map((it): DraftBlock => ({ kind: 'paragraph', runs: it })) },
  fc
    .tuple(runs, fc.integer({ min: 1, max: 9 }))
    .map(([it, level]): DraftBlock => ({ kind: 'heading', level, runs: it })),
  table.map((it): DraftBlock => ({ kind: 'table', runs: [], table: it })),
  runs.map((it): DraftBlock => ({ kind: 'caption', runs: it })),
  runs.map((it): DraftBlock => ({ kind: 'note', runs: it })),
);
// A heading first keeps numbering from being guessed; notes need a block to hang on.
const volumes = fc
  .array(block, { maxLength: 12 })
  .map((blocks) => buildVolume([{ kind: 'heading', level: 1, runs: [{ text: '概述' }] }, ...blocks]).volume);

const words = { text: '建议核对', author: '审校', initials: '审', date: new Date(0) };

test('a volume written as a Word file reads back the same', async () => {
  await fc.assert(
    fc.asyncProperty(volumes, async (volume) => {
      expect((await readManuscript(await writeDocx(volume), 'a.docx')).volume).toEqual(volume);
    }),
    { numRuns: 60 },
  );
});

const countComments = ({ report }: Manuscript) => report.entries.find(({ kind }) => kind === 'comments')?.count ?? 0;

test('comments, wherever they are put, change no text and are all there', async () => {
  await fc.assert(
    fc.asyncProperty(volumes, fc.array(fc.tuple(fc.nat(), fc.nat(40)), { maxLength: 12 }), async (volume, places) => {
      const spans = places.map(([seed, length]) => {
        const start = seed % (volume.text.length + 1);
        return { start, end: Math.min(start + length, volume.text.length) };
      });
      const exported = await writeDocx(
        volume,
        spans.map((span) => ({ ...span, ...words })),
      );
      const read = await readManuscript(exported, 'a.docx');
      expect(read.volume).toEqual(volume);
      expect(countComments(read)).toBe(spans.length);

      const plain = await writeDocx(volume);
      const { sources } = await readManuscript(plain, 'a.docx');
      const asked = spans.map(({ start, end }) => ({ ...words, spans: sources.toSource(start, end) }));
      const annotated = await annotateDocx(plain, asked);
      expect(annotated.anchored + annotated.unanchored.length).toBe(asked.length);
      expect(annotated.unanchored.every((comment) => comment.spans.length === 0)).toBe(true);
      const reread = await readManuscript(annotated.bytes, 'a.docx');
      expect(reread.volume).toEqual(volume);
      expect(countComments(reread)).toBe(annotated.anchored);
      expect(Object.keys(unzipSync(annotated.bytes))).toEqual(Object.keys(unzipSync(plain)));
    }),
    { numRuns: 60 },
  );
});
