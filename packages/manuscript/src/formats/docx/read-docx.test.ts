import { describe, expect, test } from 'vitest';
import { makeDocx, paragraph, run, type DocxParts } from '../../../test/make-docx.ts';
import { printVolume } from '../../../test/print-volume.ts';
import { readManuscript } from '../../read-manuscript.ts';

const open = (body: string, parts: DocxParts = {}) => readManuscript(makeDocx(body, parts), 'a.docx');
const read = async (body: string, parts: DocxParts = {}) => printVolume((await open(body, parts)).volume);

const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const cell = (text: string, settings = '') => `<w:tc><w:tcPr>${settings}</w:tcPr>${paragraph(text)}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

describe('headings', () => {
  test('by name, by outline level, by the style they are based on, by their own level', async () => {
    const styles =
      style('1', 'heading 1') +
      style('b', '本章标题', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      style('c', '本节标题', '<w:basedOn w:val="b"/>') +
      style('t', 'toc 1', '<w:basedOn w:val="1"/>');
    const body =
      paragraph('概述\u30001', 't') +
      paragraph('概述', '1') +
      paragraph('区位', 'b') +
      paragraph('四至', 'c') +
      `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>${run('东界')}</w:p>` +
      paragraph('乙县在甲市北部。');
    expect(await read(body, { styles })).toEqual([
      'paragraph 概述\u30001',
      'h1 概述',
      'h2 区位',
      'h2 四至',
      'h3 东界',
      'paragraph 乙县在甲市北部。',
    ]);
  });

  test('a title of two lines is one title', async () => {
    const styles = style('1', '标题 1');
    const body = `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>第一编</w:t><w:br/><w:t>地理</w:t></w:r></w:p>`;
    expect(await read(body, { styles })).toEqual(['h1 第一编 地理']);
  });
});

test('automatic numbers are read as they are shown, and come from no place in the file', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>';
  const item = (level: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr></w:pPr>${run(text)}</w:p>`;
  const { volume, sources } = await open(
    item(0, '土地。') + item(1, '耕地。') + item(1, '林地。') + item(0, '水。') + item(1, '河。'),
    {
      numbering,
    },
  );
  expect(volume.text.split('\n')).toEqual(['一、土地。', '1.1 耕地。', '1.2 林地。', '二、水。', '2.1 河。']);
  expect(sources.toSource(0, 4)).toEqual([{ part: 'document', paragraph: 0, start: 0, end: 2 }]);
});

test('insertions are read, deletions, field instructions and the second copy of a drawing are not', async () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const body =
    `<w:p>${run('产值')}<w:ins w:id="1">${run('12')}</w:ins><w:del w:id="2"><w:r><w:delText>10</w:delText></w:r></w:del>${run('万元')}` +
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>隐</w:t></w:r>' +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('页')}<w:r><w:fldChar w:fldCharType="end"/></w:r>` +
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框内')}</mc:Choice><mc:Fallback>${box('框内')}</mc:Fallback></mc:AlternateContent></w:r>` +
    `${run('。')}</w:p>${paragraph('下一段。')}`;
  const { volume, sources, report } = await open(body);
  expect(volume.text).toBe('产值12万元页。\n框内\n下一段。');
  expect(report.entries.map(({ kind, taken }) => `${kind} ${taken}`)).toEqual([
    'text-boxes text',
    'fields text',
    'insertions text',
    'deletions kept',
  ]);
  // The copy in the fallback is counted as a paragraph of the file, so the last one is the fourth.
  expect(sources.toSource(12, 14)).toEqual([{ part: 'document', paragraph: 3, start: 0, end: 2 }]);
});

test('tab stops of a text box are settings, not tabs', async () => {
  const inner = `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>${run('框')}<w:r><w:tab/></w:r>${run('内')}</w:p>`;
  const body = `<w:p>${run('前')}<w:r><w:pict><w:txbxContent>${inner}</w:txbxContent></w:pict></w:r></w:p>`;
  const { volume, sources } = await open(body);
  expect(volume.text).toBe('前\n框\t内');
  expect(sources.toSource(4, 5)).toEqual([{ part: 'document', paragraph: 1, start: 2, end: 3 }]);
});

test('notes follow the paragraph that refers to them and point into their own part', async () => {
  const footnotes =
    `<w:footnote w:type="separator" w:id="-1">${paragraph('线')}</w:footnote>` +
    `<w:footnote w:id="2">${paragraph('据年报。')}</w:footnote>`;
  const body = `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('乙')}</w:p>${paragraph('丙')}`;
  const { volume, sources } = await open(body, { footnotes });
  expect(printVolume(volume)).toEqual(['paragraph 甲乙', 'note 据年报。', 'paragraph 丙']);
  expect(sources.toSource(3, 5)).toEqual([{ part: 'footnotes', paragraph: 1, start: 0, end: 2 }]);
});

describe('tables', () => {
  test('merged cells, cells of several paragraphs, ragged rows', async () => {
    const body = `<w:tbl>${row(cell('项目', '<w:vMerge w:val="restart"/>'), cell('人口', '<w:gridSpan w:val="2"/>'))}${row(
      cell('', '<w:vMerge/>'),
      cell('男'),
      cell('女'),
    )}${row(`<w:tc>${paragraph('甲乡')}${paragraph('（合计）')}</w:tc>`, cell('12'))}</w:tbl>`;
    expect(await read(body)).toEqual(['row 项目{2x1}|人口{1x2}', 'row 男|女', 'row 甲乡 （合计）|12|']);
  });

  test('a table in a cell is flattened, a deleted row is gone', async () => {
    const inner = `<w:tbl>${row(cell('1'), cell('2'))}</w:tbl>`;
    const deleted = `<w:tr><w:trPr><w:del w:id="5"/></w:trPr>${cell('旧')}${cell('旧')}</w:tr>`;
    const body = `<w:tbl>${row(cell('甲'), `<w:tc>${inner}<w:p/></w:tc>`)}${deleted}${row(cell('乙'), cell('3'))}</w:tbl>`;
    expect(await read(body)).toEqual(['row 甲|1 2', 'row 乙|3']);
  });
});

test('images carry their alternative text', async () => {
  const drawing =
    '<w:drawing><wp:inline><wp:docPr id="1" descr="乙县 政区图"/><a:blip r:embed="rId9"/></wp:inline></w:drawing>';
  expect(await read(`<w:p><w:r>${drawing}</w:r></w:p>${paragraph('图1-1 政区')}`)).toEqual([
    'image 乙县 政区图',
    'caption 图1-1 政区',
  ]);
});

test('manual line breaks part paragraphs; rare characters survive', async () => {
  expect(await read('<w:p><w:r><w:t>第一行𠮷</w:t><w:br/><w:t>第二行&#x2CE99;</w:t></w:r></w:p>')).toEqual([
    'paragraph 第一行𠮷',
    'paragraph 第二行𬺙',
  ]);
});

describe('marks of secrecy', () => {
  const box = (text: string) =>
    `<w:p><w:r><w:pict><w:txbxContent>${paragraph(text)}</w:txbxContent></w:pict></w:r></w:p>`;
  test.each([
    ['in a header', paragraph('正文。'), { header: paragraph('机密★10年') }],
    ['in a text box', paragraph('正文。') + box('内部参阅'), {}],
    ['in a cell', `<w:tbl>${row(cell('编号'), cell('密级：秘密'))}</w:tbl>`, {}],
    ['split over runs', `<w:p>${run('秘')}${run('密')}${run('★')}</w:p>`, {}],
  ])('%s', async (_, body, parts) => {
    await expect(open(body, parts)).rejects.toMatchObject({ code: 'classified' });
  });

  test('prose about secrecy passes', async () => {
    expect(await read(paragraph('县保密局管理机密文件。'), { header: paragraph('乙县志') })).toHaveLength(1);
  });
});
