import type { PdfLine } from './lay-lines.ts';

/** Lines at either end of a page that may be furniture of the page. */
const EDGE = 2;
const LEAST_PAGES = 3;
const PAGE_NUMBER = /^[-—–·•.\s第]*(\d{1,4}|[ivxlc]{1,6})[-—–·•.\s页]*$/i;

/** A running head has words, and at most a number beside them; what has more gaps is a row of a table. */
const HEAD = /^(?=[^\t]*(?:\t[^\t]*)?$).*\p{L}.*\p{L}/u;

/** Takes away what repeats on page after page (页眉、页脚、页码): running heads, and numbers that stand alone at an edge. */
export function dropRepeated(pages: readonly (readonly PdfLine[])[]): { kept: PdfLine[][]; dropped: PdfLine[] } {
  const edges = pages.map((lines) => {
    const sorted = [...lines].sort((a, b) => a.down - b.down);
    return new Set([...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)]);
  });
  const seen = new Map<string, number>();
  for (const edge of edges) for (const key of new Set([...edge].map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const countsOn = findPageNumbers(pages);
  const dropped: PdfLine[] = [];
  const kept = pages.map((lines, index) => {
    return lines.filter((line) => {
      const isNumber = countsOn.has(line);
      const isRunning = edges[index]!.has(line) && HEAD.test(line.text) && seen.get(keyOf(line))! >= LEAST_PAGES;
      if (isNumber || isRunning) dropped.push(line);
      return !isNumber && !isRunning;
    });
  });
  return { kept, dropped };
}

/** Numbers alone at an edge that count on with the pages; others are cells of a table that the page has cut. */
function findPageNumbers(pages: readonly (readonly PdfLine[])[]): Set<PdfLine> {
  const runs = new Map<string, PdfLine[]>();
  for (const [page, lines] of pages.entries()) {
    if (lines.length < 2) continue;
    const sorted = [...lines].sort((a, b) => a.down - b.down);
    for (const line of [sorted[0]!, sorted.at(-1)!]) {
      const number = PAGE_NUMBER.exec(line.text)?.[1];
      if (number === undefined) continue;
      const key = /\d/.test(number) ? String(Number(number) - page) : 'roman';
      runs.set(key, [...(runs.get(key) ?? []), line]);
    }
  }
  const enough = Math.min(LEAST_PAGES, pages.length);
  return new Set([...runs.values()].filter((run) => run.length >= enough).flat());
}

/** The same words at the same height, whatever the number in them. */
function keyOf(line: PdfLine): string {
  return `${Math.round(line.down / 4)} ${line.text.replaceAll(/\s/g, '').replaceAll(/\d+/g, '#')}`;
}
