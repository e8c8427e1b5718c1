import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeDocx, makePackage, paragraph, run, type DocxParts } from '../../../test/make-docx.ts';
import { readManuscript } from '../../read-manuscript.ts';
import type { SourceSpan } from '../../source-map.ts';
import { annotateDocx } from './annotate-docx.ts';

const at = (paragraph: number, start: number, end: number, part: SourceSpan['part'] = 'document') => ({
  part,
  paragraph,
  start,
  end,
});
const comment = (...spans: SourceSpan[]) => ({
  spans,
  text: '建议核对：“产值”与表 1<2 不一致\n依据：本卷表 1',
  author: '初审 & 复审',
  initials: '审',
  date: new Date('2026-03-04T05:06:07.890Z'),
});

async function annotate(bytes: Uint8Array, ...spans: SourceSpan[][]) {
  const result = await annotateDocx(
    bytes,
    spans.map((list) => comment(...list)),
  );
  const files = unzipSync(result.bytes);
  const xml = strFromU8(files['word/document.xml']!);
  const before = await readManuscript(bytes, 'a.docx');
  const after = await readManuscript(result.bytes, 'a.docx');
  expect(after.volume).toEqual(before.volume);
  return { ...result, files, xml };
}

/** The text each comment spans, by its marks in the XML. */
function spanned(xml: string): string[] {
  return [...xml.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)].map((mark) => {
    const end = xml.indexOf(`<w:commentRangeEnd w:id="${mark[1]}"/>`);
    return xml
      .slice(mark.index, end)
      .replaceAll(/<w:delText.*?<\/w:delText>/g, '')
      .replaceAll(/<[^>]*>/g, '');
  });
}

const open = (body: string, parts: DocxParts = {}) => makeDocx(body, parts);

describe('a comment lies exactly on its characters', () => {
  test('inside a run, over runs, over entities and rare characters', async () => {
    const body = `<w:p><w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t>甲&amp;乙𠮷县 </w:t></w:r>${run('产值12万元')}</w:p>`;
    const { xml, anchored } = await annotate(open(body), [at(0, 0, 1)], [at(0, 1, 5)], [at(0, 5, 9)]);
    expect(anchored).toBe(3);
    expect(spanned(xml)).toEqual(['甲', '&amp;乙𠮷', '县 产值']);
    // Word drops white space at the ends of a text that does not ask to keep it.
    expect(xml).not.toContain('<w:t>');
    expect(xml.match(/<w:r w:rsidR="00AB"><w:rPr><w:b\/><\/w:rPr>/g)!.length).toBeGreaterThan(2);
  });

  test('in runs with tabs and breaks, in links, and beside the changes of others', async () => {
    const body =
      '<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二三</w:t><w:br/><w:t>四</w:t></w:r>' +
      `<w:hyperlink>${run('五六')}</w:hyperlink><w:ins w:id="9">${run('七八')}</w:ins>` +
      `<w:del w:id="10"><w:r><w:delText>旧</w:delText></w:r></w:del>${run('九')}</w:p>`;
    const bytes = open(body);
    const { xml } = await annotate(bytes, [at(0, 1, 4)], [at(0, 2, 3)], [at(0, 6, 9)], [at(0, 9, 11)]);
    expect(spanned(xml)).toEqual(['二三', '二', '五六七', '八九']);
  });

  test('over paragraphs and cells from the first to the last', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = paragraph('前文甲') + `<w:tbl><w:tr>${cell('乙丙')}${cell('丁戊')}</w:tr></w:tbl>`;
    const { xml } = await annotate(open(body), [at(0, 2, 3), at(1, 0, 2), at(2, 0, 1)]);
    expect(spanned(xml)).toEqual(['甲乙丙丁']);
  });
});

describe('the comments and changes of others', () => {
  const by = 'w:author="甲" w:date="2026-01-02T03:04:00Z"';
  const body =
    `<w:p>${run('一')}<w:ins w:id="1" ${by}><w:r w:rsidR="7"><w:t>新增二三</w:t></w:r></w:ins>` +
    `<w:del w:id="2" ${by}><w:r><w:delText xml:space="preserve">旧 文</w:delText></w:r></w:del>` +
    `<w:commentRangeStart w:id="9"/>${run('四五')}<w:commentRangeEnd w:id="9"/><w:r><w:commentReference w:id="9"/></w:r>` +
    `<w:moveFrom w:id="3" ${by}>${run('移')}</w:moveFrom><w:moveTo w:id="4" ${by}>${run('移')}</w:moveTo></w:p>` +
    `<w:p><w:pPr><w:rPr><w:ins w:id="5" ${by}/></w:rPr></w:pPr>${run('六')}</w:p>`;
  const own = `<w:comment w:id="9" ${by} w:initials="甲"><w:p w14:paraId="0A"><w:r><w:t>请 &lt;核对&gt;</w:t></w:r></w:p></w:comment>`;

  test('stay as they are, to the byte, where ours are put in beside them', async () => {
    const bytes = makeDocx(body, { comments: own });
    // Spans that begin and end with runs need no split, so taking ours out again must give the original back.
    const { xml, files } = await annotate(
      bytes,
      [at(0, 0, 1)],
      [at(0, 1, 5)],
      [at(0, 5, 7)],
      [at(0, 7, 8)],
      [at(1, 0, 1)],
    );
    const ours = /<w:commentRange(?:Start|End) w:id="10\d\d"\/>|<w:r><w:commentReference w:id="10\d\d"\/><\/w:r>/g;
    expect(xml.match(ours)).toHaveLength(15);
    expect(xml.replaceAll(ours, '')).toBe(strFromU8(unzipSync(bytes)['word/document.xml']!));
    const comments = strFromU8(files['word/comments.xml']!);
    expect(comments.replaceAll(/<w:comment w:id="10\d\d".*?<\/w:comment>/gs, '')).toBe(
      strFromU8(unzipSync(bytes)['word/comments.xml']!),
    );
  });

  test('a finding inside an insertion is anchored in it, and the insertion stays one', async () => {
    const { xml, anchored, bytes } = await annotate(makeDocx(body, { comments: own }), [at(0, 3, 4)], [at(0, 4, 6)]);
    expect(anchored).toBe(2);
    expect(spanned(xml).sort()).toEqual(['三四', '二', '四五']);
    expect(xml.match(/<w:ins w:id="1"/g)).toHaveLength(1);
    const inserted = /<w:ins w:id="1".*?<\/w:ins>/.exec(xml)![0];
    expect(inserted).toContain(
      '<w:commentRangeStart w:id="1000"/><w:r w:rsidR="7"><w:t xml:space="preserve">二</w:t></w:r>',
    );
    const { report } = await readManuscript(bytes, 'a.docx');
    const kinds = report.foreign.filter(({ author }) => author === '甲').map(({ kind, text }) => `${kind} ${text}`);
    expect(kinds.sort()).toEqual(
      [
        'comment 请 <核对>',
        'deletion 旧 文',
        'deletion 移',
        'insertion 新增二三',
        'insertion 移',
        'insertion ¶',
      ].sort(),
    );
  });
});

describe('a comment without an exact place', () => {
  test('goes to the whole paragraph, even an empty one', async () => {
    const { xml, anchored } = await annotate(
      open(`${paragraph('甲乙')}<w:p w:rsidR="1"/>`),
      [at(0, 5, 9)],
      [at(1, 0, 0)],
    );
    expect(anchored).toBe(2);
    expect(spanned(xml)).toEqual(['甲乙', '']);
    expect(xml).toMatch(/<w:p w:rsidR="1"><w:commentRangeStart/);
  });

  test('in a text box goes around the box, in a note around its reference', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:pict></w:r>`;
    const reference = '<w:r><w:footnoteReference w:id="4"/></w:r>';
    const footnotes = `<w:footnote w:id="4">${paragraph('注文')}</w:footnote>`;
    const bytes = open(`<w:p>${run('前')}${box}${run('后')}${reference}</w:p>`, { footnotes });
    const { xml, files } = await annotate(bytes, [at(1, 0, 2)], [at(0, 0, 2, 'footnotes')], [at(1, 8, 9)]);
    expect(spanned(xml)).toEqual(['框内', '框内', '']);
    expect(xml).toMatch(/<w:commentRangeStart w:id="\d+"\/><w:r><w:pict>/);
    expect(xml).toMatch(/<w:commentRangeStart w:id="\d+"\/><w:r><w:footnoteReference/);
    expect(strFromU8(files['word/footnotes.xml']!)).not.toContain('comment');
  });

  test('is handed back when the file has no such place', async () => {
    const result = await annotateDocx(open(paragraph('甲')), [
      comment(at(7, 0, 1)),
      comment(),
      comment(at(0, 0, 1, 'text')),
    ]);
    expect(result).toMatchObject({ anchored: 0 });
    expect(result.unanchored).toHaveLength(3);
  });
});

describe('the package', () => {
  test('gains a comments part; every other part keeps its bytes', async () => {
    const bytes = open(paragraph('甲乙'), { styles: '<w:style w:styleId="a"/>', header: paragraph('页眉') });
    const before = unzipSync(bytes);
    const { files } = await annotate(bytes, [at(0, 0, 1)]);
    const touched = ['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'];
    for (const [name, content] of Object.entries(before))
      if (!touched.includes(name)) expect(files[name]).toEqual(content);
    expect(Object.keys(files).filter((name) => !before[name])).toEqual(['word/comments.xml']);
    const comments = strFromU8(files['word/comments.xml']!);
    expect(comments).toContain('w:author="初审 &amp; 复审"');
    expect(comments).toContain('w:date="2026-03-04T05:06:07Z"');
    expect(comments.match(/<w:p>/g)).toHaveLength(2);
    expect(strFromU8(files['[Content_Types].xml']!)).toContain('/word/comments.xml');
  });

  test('keeps the comments of others and counts on above their ids and those of notes', async () => {
    const comments = `<w:comment w:author="甲" w:id="41">${paragraph('旧')}</w:comment>`;
    const footnotes = `<w:footnote w:id="300">${paragraph('注')}</w:footnote>`;
    const { files, xml } = await annotate(open(paragraph('甲乙'), { comments, footnotes }), [at(0, 0, 1)]);
    const written = strFromU8(files['word/comments.xml']!);
    expect(written).toContain('>旧<');
    expect([...written.matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map((match) => Number(match[1]))).toEqual([41, 1300]);
    expect(xml).toContain('<w:commentReference w:id="1300"/>');
  });

  test('is the same for the same input, and untouched in its text without comments', async () => {
    const bytes = open(paragraph('甲'));
    const twice = [
      await annotateDocx(bytes, [comment(at(0, 0, 1))]),
      await annotateDocx(bytes, [comment(at(0, 0, 1))]),
    ];
    expect(twice[0]!.bytes).toEqual(twice[1]!.bytes);
    const none = await annotateDocx(bytes, []);
    expect(unzipSync(none.bytes)).toEqual(unzipSync(bytes));
  });

  test('with a document in UTF-16 is written in UTF-8', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="urn:w"><w:body>${paragraph('甲乙')}</w:body></w:document>`;
    const bytes = makePackage({ 'word/document.xml': xml });
    // makePackage writes UTF-8 bytes; the declaration alone must not survive as a lie.
    const { files } = await annotateDocx(bytes, [comment(at(0, 0, 1))]).then((it) => ({ files: unzipSync(it.bytes) }));
    expect(strFromU8(files['word/document.xml']!)).toContain('encoding="UTF-8"');
  });
});
