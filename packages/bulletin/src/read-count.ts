import { flattenDigits } from './flatten-digits.ts';

const DIGITS = '〇一二三四五六七八九';
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Reads an Arabic or Chinese whole number below 100000 (十三, 二百七十五, 二〇二〇, ５０６); null for anything else. */
export function readCount(text: string): number | null {
  const plain = flattenDigits(text)
    .replaceAll(/[零○OoＯ]/gu, '〇')
    .replaceAll('两', '二');
  if (/^\d{1,5}$/u.test(plain)) return Number(plain);
  if (/^[〇一二三四五六七八九]{1,4}$/u.test(plain))
    return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  if (!/^[〇一二三四五六七八九十百千]{1,9}$/u.test(plain)) return null;
  let sum = 0;
  let digit = 0;
  for (const character of plain) {
    const scale = SCALES[character];
    if (scale === undefined) digit = DIGITS.indexOf(character);
    else {
      sum += (digit || 1) * scale;
      digit = 0;
    }
  }
  return sum + digit;
}
