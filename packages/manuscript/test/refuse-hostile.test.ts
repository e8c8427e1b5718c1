import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zlibSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { makeDocx, makePackage, paragraph } from './make-docx.ts';
import { fonts, pageObject, stream, writePdf } from './make-pdf.ts';

const MOST_MEGABYTES = 300;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const folder = mkdtempSync(path.join(tmpdir(), 'xiuzhi-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const part = (xml: string) =>
  makePackage({ 'word/document.xml': `<w:document ${W}><w:body>${xml}</w:body></w:document>` });
const entity = (name: string, value: string) => `<!ENTITY ${name} "${value}">`;
const laughs = Array.from({ length: 9 }, (_, at) => entity(`a${at + 1}`, `&a${at};`.repeat(10))).join('');
const cell = '<w:tc><w:p><w:r><w:t>1234</w:t></w:r></w:p></w:tc>';
const page = (content: string) =>
  writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[7 0 R]/Count 1>>',
    ...fonts(3),
    content,
    pageObject(6),
  ]);
const locked = Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.from('EncryptedPackage', 'utf16le')]);
/** Pieces of text all over the page, more than anybody prints. */
const pieces = Array.from({ length: 61_000 }, (_, at) => `1 0 0 1 ${at % 500} ${(at * 7) % 800} Tm <4e59> Tj`);

// Memory that is not the heap is bounded by nothing but the reader: each file is read in a process of its own.
test.each<[string, string, () => Uint8Array, string | number]>([
  ['a .docx that is none', 'a.docx', () => Buffer.from('乙县'), 'not-a-docx'],
  ['a .docx cut off', 'a.docx', () => makeDocx(paragraph('乙县'.repeat(99))).subarray(0, 500), 'not-a-docx'],
  ['an empty file', 'a.docx', () => new Uint8Array(), 'empty'],
  ['a locked .docx', 'a.docx', () => locked, 'encrypted'],
  ['60 MB of nothing in a zip', 'a.docx', () => part(' '.repeat(60e6)), 'zip-bomb'],
  [
    'a billion laughs',
    'a.docx',
    () => makePackage({ 'word/document.xml': `<!DOCTYPE a [${entity('a0', '笑')}${laughs}]><a>&a9;</a>` }),
    'has-doctype',
  ],
  [
    'an entity from the disk',
    'a.docx',
    () => makePackage({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>' }),
    'has-doctype',
  ],
  ['20,000 nested tables', 'a.docx', () => part('<w:tbl><w:tr><w:tc>'.repeat(20_000)), 'too-large'],
  ['six million empty paragraphs', 'a.docx', () => part('<w:p/>'.repeat(6_000_000)), 'too-large'],
  [
    'a million cells',
    'a.docx',
    () => part(`<w:tbl>${`<w:tr>${'<w:tc/>'.repeat(1000)}</w:tr>`.repeat(1000)}`),
    'too-large',
  ],
  [
    'a table of 10,000 rows',
    'a.docx',
    () => part(`<w:tbl>${`<w:tr>${cell.repeat(8)}</w:tr>`.repeat(10_000)}</w:tbl>`),
    399_999,
  ],
  ['a text of 60 MB and more', 'a.txt', () => new Uint8Array(61e6).fill(0x61), 'too-large'],
  ['GBK', 'a.txt', () => Buffer.of(0xd2, 0xd2, 0xcf, 0xd8), 2],
  ['UTF-8 with its mark', 'a.txt', () => Buffer.from('\uFEFF乙县'), 2],
  ['UTF-16 with its mark', 'a.txt', () => Buffer.from('\uFEFF乙县', 'utf16le'), 2],
  ['NUL', 'a.txt', () => Buffer.from('乙\0县'), 'nul-character'],
  ['half a character', 'a.txt', () => Buffer.from('\uFEFF乙\uD800县', 'utf16le'), 'lone-surrogate'],
  ['a page of 60,000 pieces', 'a.pdf', () => page(stream(`BT /F1 9 Tf ${pieces.join('\n')} ET`)), 'too-large'],
  [
    'a page that unpacks to 100 MB',
    'a.pdf',
    () => page(stream('x').replace('/Length 1>>stream\nx', laidOut(zlibSync(new Uint8Array(100e6))))),
    'zip-bomb',
  ],
  [
    'forms in forms, doubled thirty times',
    'a.pdf',
    () => {
      const next = (at: number) => `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${at} 0 R>>>>`;
      const forms = Array.from({ length: 30 }, (_, at) => stream('/X Do /X Do', false, next(at + 8)));
      const first = pageObject(6).replace('/Font<</F1 3 0 R>>', '/XObject<</X 8 0 R>>');
      const root = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[7 0 R]/Count 1>>', ...fonts(3)];
      return writePdf([...root, stream('/X Do /X Do'), first, ...forms]);
    },
    'scan',
  ],
])(
  '%s is read or refused within 300 MB',
  (_, name, make, expected) => {
    const file = path.join(folder, name);
    writeFileSync(file, make());
    const script = path.join(import.meta.dirname, 'measure-reading.ts');
    const { stdout } = spawnSync(process.execPath, ['--max-old-space-size=1024', script, file], { encoding: 'utf8' });
    const { megabytes, ...outcome } = JSON.parse(stdout) as { megabytes: number };
    expect(outcome).toEqual(typeof expected === 'number' ? { characters: expected } : { code: expected });
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  },
  60_000,
);

function laidOut(packed: Uint8Array): string {
  return `/Length ${packed.length}/Filter/FlateDecode>>stream\n${Buffer.from(packed).toString('latin1')}`;
}
