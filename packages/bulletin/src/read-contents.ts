import { isBareColumn, isSeriesColumn } from './read-column.ts';
import type { Line } from './scan-lines.ts';
import { squeezeText } from './squeeze-text.ts';

const CONTENTS =
  /^(?:(?:本期|内容|今日)?(?:目录|目次|要目|导读|提要)|(?:本期|今日)(?:要闻|看点|摘要|内容|内容提要|内容导读)|内容摘要)$/u;
const MOST_LINES = 120;
/** Fewer characters say nothing about which title is meant. */
const LEAST_PREFIX = 6;

/** True for the heading of a list of contents such as 本期要目, 【导读】, ≡目录≡. */
export function opensContents(text: string): boolean {
  return text.length < 30 && CONTENTS.test(bareEntry(text).replaceAll(/[\s:：]/gu, ''));
}

/** Index of the first line behind a list of contents that begins at `at`: where one of its titles comes again; null for none. */
export function skipContents(lines: readonly Line[], at: number): number | null {
  const entries: string[] = [];
  for (let index = at + 1; index < Math.min(lines.length, at + MOST_LINES); index++) {
    const entry = bareEntry(lines[index]!.text);
    if (entries.some((earlier) => isSame(earlier, entry))) {
      // The column above the title may not be listed.
      const above = lines[index - 1]!;
      const isColumn =
        index > at + 2 &&
        (isSeriesColumn(above.text) || isBareColumn(above, lines[index])) &&
        entries.indexOf(bareEntry(above.text)) === index - at - 2;
      return isColumn ? index - 1 : index;
    }
    entries.push(entry);
  }
  return null;
}

/** A title of the contents without bullet, ordinal, dots and page. */
export function bareEntry(text: string): string {
  return squeezeText(text)
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .replace(/^[\s★☆◆◇■□●○◎◉▲△▶►➤☞※〓≡▍▌·•*-]+|[\s★☆◆◇■□●○▲△※〓≡]+$/gu, '')
    .replace(/[.…·．。\s]*[（(]?\s*(?<![年第\d])\d{0,3}\s*[)）]?$/u, '')
    .replace(
      /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}\s?[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）])\s*/u,
      '',
    )
    .replace(/^[【〖〔[]([^【】〖〗]*)[】〗〕\]]$/u, '$1');
}

/** The same title, or one that is broken into two lines. */
function isSame(entry: string, text: string): boolean {
  if (entry === text) return text !== '';
  const [short, long] = entry.length < text.length ? [entry, text] : [text, entry];
  return short.length >= LEAST_PREFIX && long.startsWith(short) && !/[。！？]/u.test(long);
}
