/** True for a line that opens a point of a list: 一是, （二）, 三、, 4．, 第五，. */
export function opensList(text: string): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}(?:是|要|、)|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}\s?[．.、](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,2}[，、])/u.test(
    text,
  );
}

const DIGITS = '一二三四五六七八九十';

/** True where a line opens the next point of a row that stands within the text before it: …二是…。三是…. */
export function countsOnWithin(before: string, text: string): boolean {
  const found = /^([一二三四五六七八九十])(是|要)/u.exec(text);
  const rank = found ? DIGITS.indexOf(found[1]!) : 0;
  if (rank < 1) return false;
  const at = before.lastIndexOf(`${DIGITS[rank - 1]}${found![2]}`);
  return at > 0 && /[。；：]/u.test(before[at - 1]!) && !before.includes(found![0], at);
}
