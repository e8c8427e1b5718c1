import { ManuscriptRefusal, type RefusalCode } from './manuscript-refusal.ts';
import type { ManuscriptFormat } from './manuscript.ts';

const TEXT_EXTENSIONS: Readonly<Record<string, ManuscriptFormat>> = {
  md: 'md',
  markdown: 'md',
  txt: 'txt',
  text: 'txt',
};

/** Bytes at the end of a zip that hold its directory. */
const DIRECTORY = 1 << 20;

/** Tells the format of a file (识别格式) by its first bytes, then by its extension; refuses what is not read. */
export function recogniseFormat(bytes: Uint8Array, filename: string): ManuscriptFormat {
  if (bytes.length === 0) throw new ManuscriptRefusal('empty');
  const extension = /\.([^.\\/]+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    if (/^(?:docx|docm|dotx|wps|doc|zip|)$/.test(extension)) return 'docx';
    throw new ManuscriptRefusal(kindOfZip(bytes) ?? otherOffice(extension), 'other zip');
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refuseCompound(bytes, extension);
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) throw new ManuscriptRefusal('legacy-word', 'rtf');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  const format = TEXT_EXTENSIONS[extension];
  if (format) return format;
  if (/^(?:docx|docm|dotx)$/.test(extension)) throw new ManuscriptRefusal('not-a-docx', 'no zip');
  if (extension === 'pdf') throw new ManuscriptRefusal('broken-pdf', 'no header');
  throw new ManuscriptRefusal(/^(?:doc|wps|wpt|dot|rtf)$/.test(extension) ? 'legacy-word' : otherOffice(extension));
}

/** What a zip of another name is, by the parts that the directory at its end lists; null where it is none of Office. */
function kindOfZip(bytes: Uint8Array): RefusalCode | null {
  const directory = new TextDecoder('latin1').decode(bytes.subarray(-DIRECTORY));
  if (directory.includes('word/document.xml')) return 'misnamed-word';
  if (directory.includes('xl/workbook.')) return 'spreadsheet';
  return directory.includes('ppt/presentation.xml') ? 'presentation' : null;
}

/** OLE compound file: a locked .docx, an old Word or WPS file, or something else of that time. */
function refuseCompound(bytes: Uint8Array, extension: string): ManuscriptRefusal {
  if (contains(bytes, 'EncryptedPackage')) return new ManuscriptRefusal('encrypted');
  if (contains(bytes, 'WordDocument')) return new ManuscriptRefusal(isLockedWord(bytes) ? 'encrypted' : 'old-word');
  if (/^(?:doc|wps|wpt|dot|docx)$/.test(extension)) return new ManuscriptRefusal('legacy-word');
  if (contains(bytes, 'Workbook') || contains(bytes, 'Book')) return new ManuscriptRefusal('spreadsheet');
  if (contains(bytes, 'PowerPoint Document')) return new ManuscriptRefusal('presentation');
  return new ManuscriptRefusal(otherOffice(extension), 'compound file');
}

function otherOffice(extension: string): RefusalCode {
  if (/^(?:xls|xlsx|xlsm|xlsb|et|ett|csv|ods)$/.test(extension)) return 'spreadsheet';
  return /^(?:ppt|pptx|pptm|dps|dpt|odp)$/.test(extension) ? 'presentation' : 'unsupported';
}

/** The header of the text begins a sector; its flag `fEncrypted` is the first of its eleventh byte ([MS-DOC] 2.5.2). */
function isLockedWord(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    if (view.getUint16(at) !== 0xeca5) continue;
    // Word 97 to 2007 write versions from 0x00C0 to 0x0112.
    const version = view.getUint16(at + 2, true);
    if (version >= 0xc0 && version < 0x200) return (view.getUint8(at + 11) & 1) === 1;
  }
  return false;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Looks for a directory entry name, which compound files write in UTF-16LE. */
function contains(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from(Array.from(name, (character) => [character.charCodeAt(0), 0]).flat());
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
