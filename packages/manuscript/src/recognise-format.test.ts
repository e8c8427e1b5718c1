import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { ManuscriptRefusal } from './manuscript-refusal.ts';
import { readManuscript } from './read-manuscript.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (name: string) =>
  Uint8Array.from([...OLE, ...Array.from(name, (character) => [character.charCodeAt(0), 0]).flat()]);

/** A compound file whose text begins in the second sector, with the flag for a password. */
function lockedWord(): Uint8Array {
  const file = new Uint8Array(2048);
  file.set(ole('WordDocument'));
  file.set([0xec, 0xa5, 0xc1], 1024);
  file[1024 + 11] = 1;
  return file;
}

describe('refusals', () => {
  test.each([
    ['a.txt', new Uint8Array(), 'empty'],
    ['a.txt', bytes(' \n\u3000\n'), 'empty'],
    ['a.pdf', bytes('%PDF-1.7'), 'broken-pdf'],
    ['a.txt', bytes('%PDF-1.7'), 'broken-pdf'],
    ['a.csv', bytes('1,2'), 'spreadsheet'],
    ['a.png', bytes('\u0089PNG'), 'unsupported'],
    ['a.xlsx', bytes('PK\u0003\u0004'), 'spreadsheet'],
    ['a.pptx', bytes('PK\u0003\u0004'), 'presentation'],
    ['a.ppt', ole('PowerPoint Document'), 'presentation'],
    ['a.docx', bytes('乙县'), 'not-a-docx'],
    ['a.docx', bytes('PK\u0003\u0004 cut off'), 'not-a-docx'],
    ['a.pdf', zipSync({ 'word/document.xml': bytes('<w:document/>') }), 'misnamed-word'],
    ['a.txt', zipSync({ 'word/document.xml': bytes('<w:document/>') }), 'misnamed-word'],
    ['a.pdf', zipSync({ 'xl/workbook.xml': bytes('<workbook/>') }), 'spreadsheet'],
    ['a.pdf', zipSync({ 'ppt/presentation.xml': bytes('<p/>') }), 'presentation'],
    ['a.pdf', zipSync({ 'a.jpg': bytes('图') }), 'unsupported'],
    ['a.pdf', bytes('乙县'), 'broken-pdf'],
    ['a.pdf', ole('WordDocument'), 'old-word'],
    ['a.doc', ole('WordDocument'), 'old-word'],
    ['a.wps', ole('WordDocument'), 'old-word'],
    ['a.doc', lockedWord(), 'encrypted'],
    ['a.wps', ole('Root Entry'), 'legacy-word'],
    ['a.rtf', bytes('{\\rtf1 }'), 'legacy-word'],
    ['a.docx', ole('EncryptedPackage'), 'encrypted'],
    ['a.xls', ole('Workbook'), 'spreadsheet'],
    ['a.txt', bytes('机密★\n乙县志'), 'classified'],
    ['a.md', bytes('# 乙县志\n\n密级：秘密\n'), 'classified'],
  ])('%s is %#', async (name, content, code) => {
    const refusal = await readManuscript(content, name).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ManuscriptRefusal);
    expect((refusal as ManuscriptRefusal).code).toBe(code);
    expect((refusal as ManuscriptRefusal).message).toMatch(/。$/);
  });
});

test('the sentence for classified files is fixed', () => {
  expect(new ManuscriptRefusal('classified').message).toBe(
    '该文件疑似标有密级或内部标识，未保存。请通过涉密渠道办理。',
  );
  expect(new ManuscriptRefusal('old-word').message).toContain('请用 Word 或 WPS 另存为 .docx 后再导入');
});
