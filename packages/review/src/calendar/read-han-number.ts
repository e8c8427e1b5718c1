const DIGITS = '〇一二三四五六七八九';
const FORM = /^(?:(一)百[零〇]?)?(?:([一二三四五六七八九]?)十|(廿)|(卅))?([一二三四五六七八九]?)$/u;

/** Reads a Chinese or Arabic integer below 200 (十三、二十、廿三、二〇、一百零五、13); undefined for anything else. */
export function readHanNumber(text: string): number | undefined {
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  if (/^[一二三四五六七八九][〇零]$/u.test(text)) return DIGITS.indexOf(text.charAt(0)) * 10;
  const parts = FORM.exec(text);
  if (parts === null || text === '') return undefined;
  const hundreds = parts[1] === undefined ? 0 : 100;
  const ten = text.includes('十') ? (parts[2] ? DIGITS.indexOf(parts[2]) : 1) : parts[3] ? 2 : parts[4] ? 3 : 0;
  return hundreds + ten * 10 + (parts[5] ? DIGITS.indexOf(parts[5]) : 0);
}

/** Prints an integer from 1 to 99 in Chinese numerals: 15 → 十五. */
export function printHanNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return value % 10 === 0 ? ten : ten + DIGITS.charAt(value % 10);
}
