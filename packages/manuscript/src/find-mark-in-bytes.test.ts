import { expect, test } from 'vitest';
import { findMarkInBytes } from './find-mark-in-bytes.ts';

const NOISE = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251);

function among(text: Uint8Array, before = 0): Uint8Array {
  return Buffer.concat([NOISE.subarray(0, before), text, Uint8Array.of(13, 0), NOISE]);
}

test.each([
  ['UTF-16', Buffer.from('\r乙县志\r机密★5年\r', 'utf16le')],
  ['UTF-16 at an odd place', Buffer.concat([Buffer.of(9), Buffer.from('\r密级：秘密\r', 'utf16le')])],
  ['UTF-8', Buffer.from('\n内部资料，注意保存\n')],
  // 机密★ in GBK.
  ['GBK', Buffer.of(13, 0xbb, 0xfa, 0xc3, 0xdc, 0xa1, 0xef, 13)],
])('a mark in %s is found among other bytes', (_, text) => {
  expect(findMarkInBytes(among(text, 4000))).not.toBeNull();
});

test('a mark across two pieces is found', () => {
  const file = new Uint8Array(1 << 21);
  file.set(Buffer.from('机密★', 'utf16le'), (1 << 20) - 4);
  expect(findMarkInBytes(file)).toBe('机密★');
});

test('prose, and bytes of nothing, have none', () => {
  expect(findMarkInBytes(among(Buffer.from('\r1990年设县保密局，管理机密档案。\r机密\r', 'utf16le')))).toBeNull();
  expect(findMarkInBytes(NOISE)).toBeNull();
});
