import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';

import { makeDocx, paragraph, run, type DocxParts } from '../test/make-docx.ts';
import { makePdf, type PrintedLine } from '../test/make-pdf.ts';
import { ManuscriptRefusal } from './manuscript-refusal.ts';
import { readLines } from './read-lines.ts';

const docx = (body: string, parts: DocxParts = {}) => readLines(makeDocx(body, parts), 'a.docx');
const pdf = (...pages: (readonly PrintedLine[])[]) => readLines(makePdf(pages), 'a.pdf');
const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

describe('a text', () => {
  test.each([
    ['line feeds', '甲\n乙\n', ['甲', '乙', '']],
    ['carriage returns', '甲\r\n乙\r丙', ['甲', '乙', '丙']],
    ['other ends of lines', '甲\u2028乙\u2029丙\u0085丁', ['甲', '乙', '丙', '丁']],
    ['blanks and page breaks as they stand', '　　甲 \n\f乙\t丙', ['　　甲 ', '\f乙\t丙']],
    ['marks of Markdown as they stand', '## 甲\n**乙**', ['## 甲', '**乙**']],
  ])('%s', async (_, text, lines) => {
    expect(await readLines(strToU8(text), 'a.txt')).toEqual(lines);
  });

  test('in an older encoding', async () => {
    // 甲市地方志 in GBK.
    const bytes = Uint8Array.of(0xbc, 0xd7, 0xca, 0xd0, 0xb5, 0xd8, 0xb7, 0xbd, 0xd6, 0xbe);
    expect(await readLines(bytes, 'a.txt')).toEqual(['甲市地方志']);
  });
});

describe('a Word file', () => {
  test('each paragraph is a line, titles are marked, a break within one makes two', async () => {
    const broken = `<w:p>${run('第5期')}<w:r><w:br/></w:r>${run('甲市史志办公室')}</w:p>`;
    expect(
      await docx(
        broken +
          `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run('乙县举办培训')}</w:p>` +
          paragraph('5月6日，乙县举办培训。'),
      ),
    ).toEqual(['第5期', '甲市史志办公室', '## 乙县举办培训', '5月6日，乙县举办培训。']);
  });

  test('a row of a table is a line, its cells apart by tabs', async () => {
    expect(await docx(table(row(cell('县别'), cell('篇数')), row(cell('乙县'), cell('12'))))).toEqual([
      '县别\t篇数',
      '乙县\t12',
    ]);
  });

  test('paragraphs of a cell that holds a whole head are lines', async () => {
    expect(await docx(table(row(cell('甲市史志工作简报', '第5期'), cell('甲市史志办公室', '2031年5月8日'))))).toEqual([
      '甲市史志工作简报',
      '第5期',
      '甲市史志办公室',
      '2031年5月8日',
    ]);
  });
});

test('a broken cell among many stays in its row', async () => {
  const head = row(cell('县', '别'), cell('篇数'), cell('采用'), cell('备注'));
  expect(await docx(table(head, row(cell('乙县'), cell('12'), cell('5'), cell(''))))).toEqual([
    '县 别\t篇数\t采用\t备注',
    '乙县\t12\t5\t',
  ]);
});

describe('a PDF', () => {
  const line = (text: string, y: number, x = 90, size = 12): PrintedLine => ({ text, x, y, size });
  const FULL = '各科室把手上的书稿逐页核对一遍有不清楚的地方';

  test('printed lines keep their breaks, with blanks for their indent', async () => {
    expect(await pdf([line(FULL, 760, 114), line(FULL, 740), line('问清。', 720)])).toEqual([
      `　　${FULL}`,
      FULL,
      '问清。',
    ]);
  });

  test('a page begins with a page break, a wide gap is an empty line, larger letters are a title', async () => {
    const first = [line(FULL, 760), line(FULL, 740), line(FULL, 720), line(FULL, 680), line(FULL, 660)];
    const second = [line('乙县举办培训', 760, 90, 18), line(FULL, 736), line(FULL, 716)];
    expect(await pdf(first, second)).toEqual([FULL, FULL, FULL, '', FULL, FULL, '\f## 乙县举办培训', FULL, FULL]);
  });
});

describe('what is not taken', () => {
  const TEXT = [740, 720, 700].map((y): PrintedLine => ({
    text: '各科室把手上的书稿逐页核对一遍有不清楚的地方',
    x: 90,
    y,
  }));
  const refusal = async (bytes: Uint8Array, name: string) => {
    const error: unknown = await readLines(bytes, name).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ManuscriptRefusal);
    return (error as ManuscriptRefusal).code;
  };
  test.each([
    ['nothing', strToU8(''), 'a.txt', 'empty'],
    ['blank lines alone', strToU8('\n \n\f\n'), 'a.txt', 'empty'],
    ['a Word file without text', makeDocx(paragraph('')), 'a.docx', 'empty'],
    ['a NUL', strToU8('甲\0乙'), 'a.txt', 'nul-character'],
    ['a mark of classification', strToU8('机密★1年\n甲市史志工作简报'), 'a.txt', 'classified'],
    ['a mark in a cell', makeDocx(table(row(cell('编号'), cell('秘密★1年')))), 'a.docx', 'classified'],
    ['a mark of a PDF', makePdf([[{ text: '绝密★长期', x: 90, y: 760 }, ...TEXT]]), 'a.pdf', 'classified'],
    ['a scan', makePdf([[]]), 'a.pdf', 'scan'],
    ['another format', strToU8('甲'), 'a.xlsx', 'spreadsheet'],
  ])('%s', async (_, bytes, name, code) => {
    expect(await refusal(bytes, name)).toBe(code);
  });
});
