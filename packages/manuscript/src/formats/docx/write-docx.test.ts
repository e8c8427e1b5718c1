import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildVolume } from '../../build-volume.ts';
import type { DraftBlock } from '../../volume-draft.ts';
import { writeDocx, type VolumeComment } from './write-docx.ts';

const words = { text: '建议核对', author: '审校', initials: '审', date: new Date(0) };
const table: DraftBlock = {
  kind: 'table',
  runs: [],
  table: { rows: 1, columns: 1, cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, runs: [{ text: '12' }] }] },
};

async function write(blocks: DraftBlock[], comments: VolumeComment[] = []): Promise<Record<string, string>> {
  const files = unzipSync(await writeDocx(buildVolume(blocks).volume, comments));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('tables are kept apart, and a paragraph ends the body', async () => {
  const { 'word/document.xml': xml } = await write([table, table]);
  expect(xml).toContain('</w:tbl><w:p/><w:tbl>');
  expect(xml).toContain('</w:tbl><w:p/><w:sectPr>');
});

test('East Asian fonts are named', async () => {
  const { 'word/styles.xml': styles } = await write([table]);
  expect(styles).toContain('w:eastAsia="宋体"');
  expect(styles).toContain('w:eastAsia="黑体"');
});

test('a comment lies on its characters, over blocks and off separators', async () => {
  const blocks: DraftBlock[] = ['甲乙', '丙丁'].map((text) => ({ kind: 'paragraph', runs: [{ text }] }));
  const { 'word/document.xml': xml } = await write(blocks, [
    { start: 1, end: 4, ...words },
    { start: 2, end: 3, ...words },
  ]);
  const visible = xml!
    .replaceAll(/<w:commentRange(Start|End) w:id="(\d+)"\/>/g, '〔$1 $2〕')
    .replaceAll(/<[^>]*>/g, '');
  expect(visible.trim()).toBe('甲〔Start 1000〕乙〔Start 1001〕〔End 1001〕丙〔End 1000〕丁');
});

test('comments on a note go around its reference, above all note ids', async () => {
  const blocks: DraftBlock[] = [
    { kind: 'paragraph', runs: [{ text: '甲乙' }] },
    { kind: 'note', runs: [{ text: '据年报。' }] },
  ];
  const files = await write(blocks, [{ start: 4, end: 6, ...words }]);
  expect(files['word/document.xml']).toMatch(
    /<w:commentRangeStart w:id="1001"\/><w:r>.*?<w:footnoteReference w:id="1"\/><\/w:r><w:commentRangeEnd w:id="1001"\/>/,
  );
  expect(files['word/footnotes.xml']).toContain('据年报。');
});
