import { ManuscriptRefusal } from '../../manuscript-refusal.ts';

/** Encoding a text file was found to be in (文字编码). */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Decodes a text file: BOM, else strict UTF-8, else strict GB18030 (which contains GBK). Returns the text without BOM;
 * refuses what is none of them, NUL and lone surrogates.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const decoded = decode(bytes);
  if (decoded.text.includes('\0')) throw new ManuscriptRefusal('nul-character');
  if (!decoded.text.isWellFormed()) throw new ManuscriptRefusal('lone-surrogate');
  return decoded;
}

function decode(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  // NUL bytes without a BOM: some binary file, or UTF-16 that cannot be told from one.
  if (bytes.includes(0)) throw new ManuscriptRefusal('nul-character');
  const national = tryDecode(bytes, 'gb18030');
  if (national === undefined || looksGarbled(national)) throw new ManuscriptRefusal('bad-encoding');
  return { text: national, encoding: 'gb18030' };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): { text: string; encoding: TextEncoding } {
  if (bytes.length % 2 !== 0) throw new ManuscriptRefusal('bad-encoding');
  const text = tryDecode(bytes, encoding);
  if (text === undefined) throw new ManuscriptRefusal('lone-surrogate');
  return { text, encoding };
}

function tryDecode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** GB18030 maps nearly every byte pair: bytes of another encoding show as private-use or control characters. */
function looksGarbled(text: string): boolean {
  let strange = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isControl = code < 0x20 ? code < 9 || code > 13 : code >= 0x80 && code < 0xa0;
    if (isControl || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd) strange++;
  }
  return strange > 8 && strange > text.length / 200;
}
