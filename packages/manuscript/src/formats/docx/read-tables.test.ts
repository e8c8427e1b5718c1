import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeDocx, makePackage, paragraph, run } from '../../../test/make-docx.ts';
import { readDocxTables } from './read-tables.ts';

const mark = (name: string) => `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;
const cell = (...inner: string[]) => `<w:tc><w:tcPr/>${inner.join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
const read = (body: string) => readDocxTables(makeDocx(body));

test('cells with bookmarks, paragraphs outside, hidden text, comments', async () => {
  const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:p>';
  const body =
    paragraph('前') +
    table(
      row(cell(`<w:p>${mark('xz_a')}${run('1')}</w:p>`), cell(paragraph('甲'), paragraph('𠮷'))),
      row(cell('<w:p/>'), cell(`<w:p>${run('乙')}<w:r><w:br/></w:r>${run('丙')}</w:p>`)),
    ) +
    hidden;
  const comments = `<w:comment w:id="0">${paragraph('批')}</w:comment>`;
  expect(await readDocxTables(makeDocx(body, { comments }))).toEqual({
    properties: {},
    tables: [
      {
        rows: [
          {
            cells: [
              { text: '1', bookmarks: ['xz_a'] },
              { text: '甲\n𠮷', bookmarks: [] },
            ],
          },
          {
            cells: [
              { text: '', bookmarks: [] },
              { text: '乙\n丙', bookmarks: [] },
            ],
          },
        ],
      },
    ],
    paragraphs: ['前', '暗'],
    comments: ['批'],
  });
});

test('a bookmark between cells belongs to the next one', async () => {
  const { tables } = await read(
    table(mark('a'), row(mark('b'), cell(paragraph('1')), mark('c'), cell(mark('d'), paragraph('2')))),
  );
  expect(tables[0]!.rows[0]!.cells.map((each) => each.bookmarks)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('tracked insertions are text; deletions and deleted rows are not', async () => {
  const change = `<w:p><w:ins w:id="1">${run('已改')}</w:ins><w:del w:id="2"><w:r><w:delText>未改</w:delText></w:r></w:del></w:p>`;
  const deleted = `<w:tr><w:trPr><w:del w:id="3"/></w:trPr>${cell(paragraph('旧'))}</w:tr>`;
  const { tables } = await read(table(row(cell(change)), deleted));
  expect(tables[0]!.rows).toEqual([{ cells: [{ text: '已改', bookmarks: [] }] }]);
});

test('a table in a cell and a text box in a cell are text of the cell; a table of its own is one', async () => {
  const inner = table(row(cell(paragraph('内一')), cell(paragraph('内二'))));
  const box = `<w:p><w:r><w:pict><w:txbxContent>${paragraph('框')}</w:txbxContent></w:pict></w:r></w:p>`;
  const { tables, paragraphs } = await read(table(row(cell(inner, box), cell(paragraph('外')))) + inner);
  expect(tables.map((each) => each.rows.map(({ cells }) => cells.map(({ text }) => text)))).toEqual([
    [['内一\n内二\n框', '外']],
    [['内一', '内二']],
  ]);
  expect(paragraphs).toEqual([]);
});

test.each([
  ['Wingdings', 'F0FE', '☑'],
  ['Wingdings 2', 'F052', '☑'],
  ['Wingdings 2', '0050', '☑'],
  ['Wingdings', 'F0A8', '□'],
])('a symbol of %s %s is read as %s', async (font, char, expected) => {
  const { paragraphs } = await read(`<w:p><w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>${run('已改')}</w:p>`);
  expect(paragraphs).toEqual([`${expected}已改`]);
});

test('custom properties, whatever they are called', async () => {
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006';
  const property = (name: string, value: string) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`;
  const bytes = makePackage({
    'word/document.xml':
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
    'docProps/custom.xml': `<Properties xmlns="${kind}/custom-properties" xmlns:vt="${kind}/docPropsVTypes">${property('XiuzhiLetter', 'a.b')}${property('__proto__', 'c')}</Properties>`,
  });
  const { properties } = await readDocxTables(bytes);
  expect(Object.entries(properties)).toEqual([
    ['XiuzhiLetter', 'a.b'],
    ['__proto__', 'c'],
  ]);
});

describe('hostile and foreign files', () => {
  const code = (bytes: Uint8Array) =>
    readDocxTables(bytes).then(
      () => 'taken',
      (error: { code?: string }) => error.code,
    );
  test('are refused as everywhere', async () => {
    const bomb = `<w:document xmlns:w="w">${' '.repeat(60e6)}</w:document>`;
    expect(await code(makePackage({ 'word/document.xml': bomb }))).toBe('zip-bomb');
    expect(await code(makePackage({ 'word/document.xml': '<!DOCTYPE a><a/>' }))).toBe('has-doctype');
    expect(await code(makePackage({ 'word/document.xml': '<w:tbl xmlns:w="w"><w:tc/></w:tbl>' }))).toBe('malformed');
    expect(await code(zipSync({ 'a.txt': new Uint8Array(3) }))).toBe('not-a-docx');
    expect(await code(zipSync({ 'xl/workbook.xml': new Uint8Array(3) }))).toBe('unsupported');
    expect(await code(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('legacy-word');
    expect(await code(new TextEncoder().encode('已改'))).toBe('not-a-docx');
    expect(await code(new Uint8Array())).toBe('empty');
  });

  test('a hundred thousand cells are too many', async () => {
    expect(await code(makeDocx(table(row('<w:tc/>'.repeat(100_001)))))).toBe('too-large');
  });
});
