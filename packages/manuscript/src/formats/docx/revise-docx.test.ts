import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { volumeFromText } from '@xiuzhi/review';

import { readManuscript } from '../../read-manuscript.ts';
import { reviseDocx } from './revise-docx.ts';
import { writeDocx } from './write-docx.ts';

const REVISER = { author: '修志审校', date: new Date('2026-01-02T03:04:05Z') };

async function revise(text: string, ...edits: readonly (readonly [quote: string, replacement: string])[]) {
  const original = await writeDocx(volumeFromText(text));
  const { volume, sources } = await readManuscript(original, 'a.docx');
  const placed = edits.map(([quote, replacement]) => {
    const start = volume.text.indexOf(quote);
    return { spans: sources.toSource(start, start + quote.length), replacement };
  });
  const revised = await reviseDocx(original, placed, REVISER);
  const xml = strFromU8(unzipSync(revised.bytes)['word/document.xml']!);
  return { ...revised, xml, read: await readManuscript(revised.bytes, 'a.docx') };
}

test('strikes out what was there and puts the new text behind it, by name and day', async () => {
  const { made, left, xml } = await revise('种植水稻、小麦、等作物，共5千公顷。', ['、等', '等'], ['5千', '5000']);
  expect({ made, left: left.length }).toEqual({ made: 2, left: 0 });
  expect(xml).toContain('<w:delText xml:space="preserve">、等</w:delText>');
  expect(xml).toContain('<w:t xml:space="preserve">5000</w:t>');
  expect(xml.match(/w:author="修志审校" w:date="2026-01-02T03:04:05Z"/gu)).toHaveLength(4);
  expect(new Set([...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/gu)].map(([, id]) => id)).size).toBe(4);
});

test('is read back as the text after the changes', async () => {
  const { read } = await revise('甲 村，乙&村，𠮷村、等。', ['𠮷村、等', '𠮷村等']);
  expect(read.volume.text).toBe('甲 村，乙&村，𠮷村等。');
});

test('takes something away without putting anything there', async () => {
  const { read, made } = await revise('共共有三村。', ['共', '']);
  expect({ made, text: read.volume.text }).toEqual({ made: 1, text: '共有三村。' });
});

test('leaves an edit alone that overlaps one before it', async () => {
  const { made, left, read } = await revise('水稻、、等。', ['、、等', '等'], ['、等', '等']);
  expect({ made, left: left.length, text: read.volume.text }).toEqual({ made: 1, left: 1, text: '水稻等。' });
});

test('leaves an edit alone that has no single place in the body', async () => {
  const original = await writeDocx(volumeFromText('甲村。\n乙村。'));
  const { sources } = await readManuscript(original, 'a.docx');
  const across = { spans: sources.toSource(1, 6), replacement: '' };
  const { made, left } = await reviseDocx(original, [across, { spans: [], replacement: '' }], REVISER);
  expect({ made, left: left.length }).toEqual({ made: 0, left: 2 });
});
