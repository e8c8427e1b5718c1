import { describe, expect, test } from 'vitest';
import { makeDocx, paragraph, run, type DocxParts } from '../test/make-docx.ts';
import { describeReport, REPORT_NAMES, type ReportEntry } from './import-report.ts';
import { readManuscript } from './read-manuscript.ts';

const open = (body: string, parts: DocxParts = {}) => readManuscript(makeDocx(body, parts), 'a.docx');

/** Entries as `kind taken count: text at the places`. */
async function report(body: string, parts: DocxParts = {}): Promise<string[]> {
  const { volume, report: found } = await open(body, parts);
  const text = (entry: ReportEntry) =>
    entry.places.map(({ start, end }) => (start === end ? `@${start}` : volume.text.slice(start, end))).join('|');
  return found.entries.map((entry) => `${entry.kind} ${entry.taken} ${entry.count}: ${text(entry)}`);
}

const field = (result: string) =>
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ</w:instrText></w:r>' +
  `${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const SEPARATOR = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const by = 'w:id="1" w:author="乙" w:date="2026-01-02T03:04:00Z"';
const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
const drawing = (inner: string) => `<w:r><w:drawing><wp:inline>${inner}</wp:inline></w:drawing></w:r>`;
const cell = (text: string, settings = '') => `<w:tc><w:tcPr>${settings}</w:tcPr>${paragraph(text)}</w:tc>`;
const listed = (list: string, text: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const NUMBERING =
  '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="款"/></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="款"/><w:lvl w:ilvl="0"><w:start w:val="1"/>' +
  '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>';

describe('what a Word file holds besides plain text is told, with its place', () => {
  test.each<[string, string, DocxParts, string[]]>([
    [
      'text boxes, once, though they are written twice',
      `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框一')}</mc:Choice><mc:Fallback>${box('框一')}</mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('后')}`,
      {},
      ['text-boxes text 1: 框一'],
    ],
    ['an empty text box says nothing', `<w:p>${run('前')}<w:r><w:pict>${box('')}</w:pict></w:r></w:p>`, {}, []],
    [
      'text of shapes that is no story of its own',
      `<w:p>${run('前')}${drawing('<a:txBody><a:p><a:r><a:t>形状</a:t></a:r></a:p></a:txBody>')}</w:p>`,
      {},
      ['text-boxes kept 1: @1'],
    ],
    [
      'word art',
      `<w:p>${run('前')}<w:r><w:pict><v:shape><v:textpath string="艺术"/></v:shape></w:pict></w:r></w:p>`,
      {},
      ['word-art kept 1: @1'],
    ],
    [
      'SmartArt, charts, images, embedded objects, formulas',
      `<w:p>${run('甲')}${drawing('<dgm:relIds/>')}${run('乙')}${drawing('<c:chart/>')}${run('丙')}${drawing('<a:blip/>')}` +
        `${run('丁')}<w:r><w:object><v:imagedata/></w:object></w:r>${run('戊')}<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara></w:p>`,
      {},
      [
        'smart-art kept 1: @1',
        'images kept 1: @3',
        'charts kept 1: @2',
        'embedded-objects kept 1: @4',
        'formulas kept 1: @5',
      ],
    ],
    [
      'fields with a result, without one, and links',
      `<w:p>${run('第')}${field(SEPARATOR + run('3'))}${run('页')}${field('')}<w:fldSimple>${run('2024')}</w:fldSimple><w:hyperlink>${run('网址')}</w:hyperlink></w:p>`,
      {},
      ['fields text 2: 3|2024', 'fields kept 1: @3', 'hyperlinks text 1: 网址'],
    ],
    [
      'insertions, deletions, moves and changed formats',
      `<w:p><w:pPr><w:pPrChange ${by}><w:pPr/></w:pPrChange></w:pPr>${run('甲')}<w:ins ${by}>${run('乙丙')}</w:ins><w:del ${by}><w:r><w:delText>丁</w:delText></w:r></w:del>` +
        `<w:moveFrom ${by}>${run('戊')}</w:moveFrom>${run('己')}<w:moveTo ${by}>${run('戊')}</w:moveTo></w:p>`,
      {},
      ['insertions text 2: 乙丙|戊', 'deletions kept 2: @3|@3', 'format-changes kept 1: @0'],
    ],
    [
      'comments of others',
      `<w:p>${run('甲')}<w:commentRangeStart w:id="4"/>${run('乙')}</w:p><w:p>${run('丙')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${run('丁')}</w:p>`,
      {},
      ['comments kept 1: 乙\n丙'],
    ],
    [
      'footnotes and endnotes, at their references',
      `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('乙')}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>`,
      {
        footnotes: `<w:footnote w:id="2">${listed('9', '注一')}</w:footnote>`,
        endnotes: `<w:endnote w:id="2">${paragraph('注二')}</w:endnote>`,
      },
      ['footnotes text 1: @1', 'endnotes text 1: @2'],
    ],
    [
      'numbers that Word computes, also by a numbering style, and lists that nobody defined',
      listed('3', '土地') + listed('9', '水') + listed('3', '山'),
      { numbering: NUMBERING },
      ['computed-numbering text 2: 一、|二、', 'broken-numbering kept 1: 水'],
    ],
    [
      'hidden text, ruby, symbols',
      `<w:p>${run('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>` +
        `<w:r><w:ruby><w:rt>${run('pīn')}</w:rt><w:rubyBase>${run('拼')}</w:rubyBase></w:ruby></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`,
      {},
      ['hidden-text text 1: 隐', 'ruby kept 1: @3', 'symbols kept 1: @4'],
    ],
    [
      'merged cells and tables in cells',
      `<w:tbl><w:tr>${cell('甲', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('乙')}<w:tc><w:tbl><w:tr>${cell('丙')}${cell('丁')}</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>`,
      {},
      ['merged-cells text 1: 甲', 'nested-tables text 1: 丙 丁'],
    ],
    ['headers', paragraph('甲'), { header: paragraph('乙县志') }, ['headers-and-footers kept 1: ']],
    ['nothing where there is nothing', paragraph('甲'), {}, []],
  ])('%s', async (_, body, parts, expected) => {
    expect(await report(body, parts)).toEqual(expected);
  });
});

test('who wrote a comment or a change, when, what, and on which characters', async () => {
  const comments = `<w:comment w:id="4" w:author="甲" w:date="2026-02-03T00:00:00Z">${paragraph('请核对')}${paragraph('第二行')}</w:comment>`;
  const body =
    `<w:p>${run('一')}<w:del ${by}><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins ${by}>${run('新')}</w:ins>` +
    `<w:commentRangeStart w:id="4"/>${run('二')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p>` +
    `<w:p><w:pPr><w:rPr><w:ins w:id="5" w:author="丙"/></w:rPr></w:pPr>${run('三')}</w:p>`;
  const { report: found, volume } = await open(body, { comments });
  expect(volume.text).toBe('一新二\n三');
  const at = '2026-01-02T03:04:00Z';
  expect(found.foreign).toEqual([
    { kind: 'deletion', author: '乙', at, text: '旧', start: 1, end: 1 },
    { kind: 'insertion', author: '乙', at, text: '新', start: 1, end: 2 },
    { kind: 'comment', author: '甲', at: '2026-02-03T00:00:00Z', text: '请核对\n第二行', start: 2, end: 3 },
    { kind: 'insertion', author: '丙', at: null, text: '¶', start: 4, end: 4 },
  ]);
});

test('counts go on where places and marks end', async () => {
  const change = `<w:p><w:ins ${by}>${run('甲')}</w:ins></w:p>`;
  const { report: found } = await open(change.repeat(5003));
  expect(found.entries[0]).toMatchObject({ kind: 'insertions', count: 5003 });
  expect(found.entries[0]!.places).toHaveLength(200);
  expect(found.foreign).toHaveLength(5000);
});

test('every kind has a sentence for each way it is taken', () => {
  for (const kind of Object.keys(REPORT_NAMES) as ReportEntry['kind'][])
    for (const taken of ['text', 'kept', 'left'] as const)
      expect(describeReport({ entries: [{ kind, taken, count: 3, places: [] }] })[0]).toMatch(/^(?:3 处|原件).*。$/);
  expect(describeReport({ entries: [{ kind: 'comments', taken: 'kept', count: 3, places: [] }] })).toEqual([
    '3 处批注（他人）：保留在原稿中，导出时一并带出。',
  ]);
});

test('marks of secrecy are found in SmartArt and watermarks too', async () => {
  const watermark = '<w:p><w:r><w:pict><v:shape><v:textpath string="机密★5年"/></v:shape></w:pict></w:r></w:p>';
  await expect(open(paragraph('甲'), { header: watermark })).rejects.toMatchObject({ code: 'classified' });
  await expect(open(paragraph('甲') + watermark)).rejects.toMatchObject({ code: 'classified' });
});
