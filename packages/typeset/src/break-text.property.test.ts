import { array, assert, constantFrom, integer, property } from 'fast-check';
import { expect, it } from 'vitest';

import { breakText, type TextPiece } from './break-text.ts';
import { widthOf } from './measures.ts';

const textOf = (piece: TextPiece) => (typeof piece === 'string' ? piece : 'whole' in piece ? piece.whole : piece.next);

it('keeps ranges and units with a slash whole', () => {
  expect(breakText('编纂2024—2026年年鉴，时速60km/h，增长5%～8%', 28)).toEqual([
    '编纂',
    { whole: '2024—2026' },
    '年年鉴，时速',
    { whole: '60km/h' },
    '，增长',
    { whole: '5%～8%' },
  ]);
  expect(breakText('甲市——年鉴之乡', 28)).toEqual(['甲市——年鉴之乡']);
});

it('gives a long run places to break', () => {
  const pieces = breakText('x'.repeat(200), 28);
  expect(pieces.length).toBeGreaterThan(10);
  for (const piece of pieces) expect(widthOf(textOf(piece))).toBeLessThan(28 / 2);
});

it('loses, adds and moves nothing', () => {
  const words = array(constantFrom('甲', '年', '2', '4', 'a', '%', '—', '～', '/', ' ', '，', '𠮷', '.', '）'), {
    maxLength: 80,
  });
  assert(
    property(words, integer({ min: 1, max: 30 }), (characters, measure) => {
      const text = characters.join('');
      expect(breakText(text, measure).map(textOf).join('')).toBe(text);
    }),
  );
});
