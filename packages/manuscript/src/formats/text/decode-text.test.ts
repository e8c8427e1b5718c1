import { describe, expect, test } from 'vitest';
import { ManuscriptRefusal } from '../../manuscript-refusal.ts';
import { decodeText } from './decode-text.ts';

/** 乙县志，2020年。 in GB 2312. */
const GBK = [0xd2, 0xd2, 0xcf, 0xd8, 0xd6, 0xbe, 0xa3, 0xac, 0x32, 0x30, 0x32, 0x30, 0xc4, 0xea, 0xa1, 0xa3];
const utf16 = (text: string, isBig: boolean) =>
  Uint8Array.from(
    Array.from(`\ufeff${text}`.split(''), (unit) => {
      const code = unit.charCodeAt(0);
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }).flat(),
  );

function codeOf(bytes: Uint8Array): string {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof ManuscriptRefusal) return error.code;
    throw error;
  }
  return 'taken';
}

describe('decodes', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode('乙县𠮷'), 'utf-8', '乙县𠮷'],
    ['UTF-8 with BOM', new TextEncoder().encode('\ufeff乙县'), 'utf-8', '乙县'],
    ['UTF-16LE', utf16('乙县𠮷', false), 'utf-16le', '乙县𠮷'],
    ['UTF-16BE', utf16('乙县', true), 'utf-16be', '乙县'],
    ['GBK', Uint8Array.from(GBK), 'gb18030', '乙县志，2020年。'],
    // 㐀 has four bytes in GB 18030 only.
    ['GB18030', Uint8Array.from([0x81, 0x39, 0xee, 0x39]), 'gb18030', '㐀'],
  ])('%s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toEqual({ encoding, text });
  });
});

describe('refuses', () => {
  test.each([
    ['bytes of no encoding', Uint8Array.from([0xd2, 0xd2, 0xff, 0xff]), 'bad-encoding'],
    ['NUL in UTF-8', new TextEncoder().encode('乙\0县'), 'nul-character'],
    ['NUL in other bytes', Uint8Array.from([0xd2, 0xd2, 0]), 'nul-character'],
    ['a lone surrogate in UTF-16', utf16('乙\ud842县', false), 'lone-surrogate'],
    ['half a UTF-16 unit', Uint8Array.from([0xff, 0xfe, 0x59]), 'bad-encoding'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});
