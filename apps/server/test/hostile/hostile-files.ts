import { strToU8, zipSync } from 'fflate';

import { makeDocx, makePackage, paragraph } from '../../../../packages/manuscript/test/make-docx.ts';

/** A file that somebody may hand in by mistake or on purpose (异常文件), made when it is needed. */
export interface HostileFile {
  readonly name: string;
  readonly fileName: string;
  /** Whether it is a book all the same. */
  readonly taken: boolean;
  readonly make: () => Uint8Array<ArrayBuffer>;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const documentOf = (body: string) => makePackage({ 'word/document.xml': `<w:document ${W}>${body}</w:document>` });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const MEGABYTE = 1024 * 1024;

/** Every file of the hostile table; the large ones are made as they are asked for, never kept. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  refused('an empty file', '空.docx', () => new Uint8Array()),
  refused('a .docx that is not one', '假的.docx', () => bytesOf('这不是一个 Word 文件')),
  refused('a zip that is no document', '压缩包.docx', () => zipSync({ 'a.txt': strToU8('乙县') })),
  refused('a zip bomb', '解压.docx', () => documentOf(' '.repeat(60 * MEGABYTE))),
  refused('a billion laughs', '实体.docx', () =>
    makePackage({
      'word/document.xml': `<!DOCTYPE a [<!ENTITY b "乙">${Array.from({ length: 9 }, (_, index) => `<!ENTITY b${index} "${`&b${index || ''};`.repeat(10)}">`).join('')}]><a>&b8;</a>`,
    }),
  ),
  refused('an entity of the machine', '外部.docx', () =>
    makePackage({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }),
  ),
  refused('names that climb out', '路径.docx', () => climbOut()),
  refused('an encrypted document', '加密.docx', () => makeCompound()),
  refused('a half of a document', '半截.docx', () => makeDocx(paragraph('乙县'.repeat(5_000))).slice(0, 700)),
  refused('20,000 nested tables', '嵌套.docx', () =>
    documentOf(
      `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}</w:body>`,
    ),
  ),
  refused('6 million empty paragraphs', '空段.docx', () => makeDocx('<w:p/>'.repeat(6_000_000))),
  taken('a table of 10,000 rows', '长表.docx', () =>
    makeDocx(
      `<w:tbl>${Array.from({ length: 10_000 }, (_, row) => `<w:tr><w:tc>${paragraph(`第${row}村`)}</w:tc><w:tc>${paragraph(`${row}公顷`)}</w:tc></w:tr>`).join('')}</w:tbl>${paragraph('乙县耕地。')}`,
    ),
  ),
  taken(
    'a text in GBK',
    '国标.txt',
    () => new Uint8Array([0xd2, 0xd2, 0xcf, 0xd8, 0xce, 0xbb, 0xd3, 0xda, 0xbc, 0xd7, 0xca, 0xd0, 0xa1, 0xa3]),
  ),
  taken('a text with a byte order mark', '带签名.txt', () => bytesOf('\uFEFF乙县位于甲市西北部。')),
  refused('a NUL', '空字符.txt', () => bytesOf('乙县\0志')),
  refused(
    'lone surrogates',
    '残缺.txt',
    () => new Uint8Array([...bytesOf('乙县'), 0xed, 0xa0, 0x80, ...bytesOf('志')]),
  ),
  refused('a picture', '图片.txt', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])),
  refused('300 MB', '巨大.txt', () => new Uint8Array(300 * MEGABYTE).fill(0x61)),
];

/** What every answer to a person looks like (提示): one Chinese sentence or two, on one line. */
export const SENTENCE = /^[^\n]*\p{Script=Han}[^\n]*。$/u;

function refused(name: string, fileName: string, make: () => Uint8Array): HostileFile {
  return { name, fileName, taken: false, make: () => new Uint8Array(make()) };
}

function taken(name: string, fileName: string, make: () => Uint8Array): HostileFile {
  return { ...refused(name, fileName, make), taken: true };
}

function climbOut(): Uint8Array {
  const bytes = makePackage({ 'word/document.xml': `<w:document ${W}/>`, 'aa/bb/evil': 'x' });
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('aa/bb/evil', '../../evil'), 'latin1');
}

/** A compound file as Word makes of a document with a password: its directory names `EncryptedPackage`. */
function makeCompound(): Uint8Array {
  const bytes = Buffer.alloc(4_096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write('EncryptedPackage', 1_024, 'utf16le');
  return bytes;
}
