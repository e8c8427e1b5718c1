import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeDocx, makePackage, paragraph } from '../../../test/make-docx.ts';
import { annotateDocx } from './annotate-docx.ts';
import { readManuscript } from '../../read-manuscript.ts';

const open = (bytes: Uint8Array) => readManuscript(bytes, 'a.docx');
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Rewrites the name of an entry inside a zip without changing its length. */
function rename(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to);
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

describe('hostile packages', () => {
  test('one that unpacks to sixty megabytes of nothing', async () => {
    const bomb = makePackage({ 'word/document.xml': `<w:document ${W}>${' '.repeat(60e6)}</w:document>` });
    expect(bomb.length).toBeLessThan(1e6);
    await expect(open(bomb)).rejects.toMatchObject({ code: 'zip-bomb' });
    await expect(annotateDocx(bomb, [])).rejects.toMatchObject({ code: 'zip-bomb' });
  });

  test('an honest repetitive document is taken', async () => {
    const { report } = await open(makeDocx(paragraph('乙县').repeat(20_000)));
    expect(report.paragraphs).toBe(20_000);
  });

  test('one whose directory lies about a size', async () => {
    const bytes = makeDocx(paragraph('乙县'.repeat(5000)));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    await expect(open(bytes)).rejects.toMatchObject({ code: 'not-a-docx' });
  });

  test('names that climb out, double names, encrypted entries', async () => {
    const bytes = makePackage({ 'word/document.xml': `<w:document ${W}/>`, 'aa/bb/evil': 'x', 'aa/bb/cool': 'y' });
    await expect(open(rename(bytes, 'aa/bb/evil', '../../evil'))).rejects.toMatchObject({ code: 'not-a-docx' });
    await expect(open(rename(bytes, 'aa/bb/evil', 'aa/bb/cool'))).rejects.toMatchObject({ code: 'not-a-docx' });
    const locked = bytes.slice();
    for (let at = 0; at < locked.length - 10; at++)
      if (locked[at] === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1) locked[at + 8]! |= 1;
    await expect(open(locked)).rejects.toMatchObject({ code: 'encrypted' });
  });

  test('a zip that is no document', async () => {
    await expect(open(zipSync({ 'a.txt': strToU8('乙县') }))).rejects.toMatchObject({ code: 'not-a-docx' });
    await expect(open(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).rejects.toMatchObject({ code: 'spreadsheet' });
  });
});

describe('hostile XML', () => {
  const document = (xml: string) => makePackage({ 'word/document.xml': xml });
  test.each([
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'has-doctype'],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', 'has-doctype'],
    ['an undefined entity', `<w:document ${W}>&x;</w:document>`, 'malformed'],
    ['an unclosed element', `<w:document ${W}><w:p>`, 'malformed'],
    [
      'a lone surrogate by number',
      `<w:document ${W}><w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p></w:document>`,
      'malformed',
    ],
    ['tables nested a thousand deep', `<w:document ${W}>${'<w:tbl><w:tr><w:tc>'.repeat(1000)}`, 'too-large'],
    ['half a million paragraphs', `<w:document ${W}>${'<w:p/>'.repeat(500_000)}</w:document>`, 'too-large'],
    ['a cell outside a row', `<w:document ${W}><w:tc/></w:document>`, 'malformed'],
    ['no text at all', `<w:document ${W}><w:body/></w:document>`, 'empty'],
  ])('%s', async (_, xml, code) => {
    await expect(open(document(xml))).rejects.toMatchObject({ code });
  });

  test.each([
    [
      'a list that starts at nowhere',
      '<w:p><w:pPr><w:outlineLvl w:val="x"/><w:numPr><w:ilvl w:val="1e9"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>乙县</w:t></w:r></w:p>',
    ],
    [
      'a cell as wide as the sea',
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p><w:r><w:t>乙县</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ],
  ])('%s does no harm', async (_, body) => {
    expect((await open(makeDocx(body))).volume.text).toBe('乙县');
  });

  test('bytes that are not UTF-8', async () => {
    const bytes = makeDocx(paragraph('乙县'));
    const broken = zipSync({
      'word/document.xml': Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0xff, 0x3c, 0x2f, 0x61, 0x3e]),
    });
    expect(bytes.length).toBeGreaterThan(0);
    await expect(open(broken)).rejects.toMatchObject({ code: 'bad-encoding' });
  });
});
