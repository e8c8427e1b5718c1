/** Characters of an excerpt, and how many of them stand before the words. */
const MOST = 120;
const BEFORE = 24;

/** Words around the first place in a body (摘录), on one line; its beginning where they stand in the title alone. */
export function excerptOf(body: string, words: string): string {
  const characters = Array.from(body);
  const hit = body.indexOf(words);
  const at = hit < 0 ? 0 : Array.from(body.slice(0, hit)).length;
  const room = MOST - 2;
  const start = at <= BEFORE ? 0 : at - BEFORE;
  const cut = characters.slice(start, start + room).join('');
  const text = `${start > 0 ? '…' : ''}${cut}${start + room < characters.length ? '…' : ''}`;
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
