/** True for a line that opens a point of a list (列项): 一是, （二）, 三、, 4．, 第五，. */
export function opensList(text: string): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}(?:是|要|、)|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}\s?[．.、](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,2}[，、])/u.test(
    text,
  );
}
