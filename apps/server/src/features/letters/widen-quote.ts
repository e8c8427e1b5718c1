/** Quotes of this many characters are found on a page by themselves. */
const ENOUGH = 8;
/** Characters taken along on either side of a shorter one. */
const MARGIN = 14;
/** Code units looked at on either side: as many characters at least as are taken along. */
const WINDOW = 64;
/** What ends a sentence of prose; a table ends at its row. */
const ENDS = /[。！？；\n]/;

/**
 * Quote (原文) as a letter shows it: a figure or a mark by itself says nothing on paper, so a short one is shown with the
 * words around it in its sentence or table row. `start` and `end` are its place in the text of its block; where they do
 * not fit, the quote stays alone.
 */
export function widenQuote(quote: string, block: string, start: number, end: number): string {
  if (Array.from(quote).length >= ENOUGH || block.slice(start, end) !== quote) return quote;
  const before = Array.from(block.slice(Math.max(start - WINDOW, 0), start));
  const after = Array.from(block.slice(end, end + WINDOW));
  const from = Math.max(before.findLastIndex((each) => ENDS.test(each)) + 1, before.length - MARGIN);
  const ending = after.findIndex((each) => ENDS.test(each));
  const to = Math.min(ending < 0 ? after.length : ending, MARGIN);
  const isCut = (each: string | undefined) => each !== undefined && !ENDS.test(each);
  const left = before.slice(from).join('').trimStart();
  const right = after.slice(0, to).join('').trimEnd();
  // What is cut begins and ends with a clause, where there is one.
  const head = isCut(before[from - 1]) ? `……${left.slice(left.indexOf('，') + 1)}` : left;
  const tail = isCut(after[to]) ? `${right.includes('，') ? right.slice(0, right.lastIndexOf('，')) : right}……` : right;
  return `${head}${quote}${tail}`.replaceAll('\t', '　');
}
