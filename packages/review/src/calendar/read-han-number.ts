const DIGITS = '〇一二三四五六七八九';

/** Reads a Chinese or Arabic integer below 200 (十三、二十、廿三、一百零五、13); undefined for anything else. */
export function readHanNumber(text: string): number | undefined {
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  const parts = /^(?:(一)百[零〇]?)?(?:([二三四五六七八九]?)十|(廿)|(卅))?([一二三四五六七八九]?)$/u.exec(text);
  if (parts === null || text === '') return undefined;
  const hundreds = parts[1] === undefined ? 0 : 100;
  const ten = text.includes('十') ? (parts[2] ? DIGITS.indexOf(parts[2]) : 1) : parts[3] ? 2 : parts[4] ? 3 : 0;
  return hundreds + ten * 10 + (parts[5] ? DIGITS.indexOf(parts[5]) : 0);
}
