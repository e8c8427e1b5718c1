import type { PdfLine } from './lay-lines.ts';

/** Lines at either end of a page that may be furniture of the page. */
const EDGE = 2;
const LEAST_PAGES = 3;
const PAGE_NUMBER = /^[-—–·•.\s第]*(?:\d{1,4}|[ivxlc]{1,6})[-—–·•.\s页]*$/i;

/** Takes away what repeats on page after page (页眉、页脚、页码): running heads, and numbers that stand alone at an edge. */
export function dropRepeated(pages: readonly (readonly PdfLine[])[]): { kept: PdfLine[][]; dropped: PdfLine[] } {
  const edges = pages.map((lines) => {
    const sorted = [...lines].sort((a, b) => a.down - b.down);
    return new Set([...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)]);
  });
  const seen = new Map<string, number>();
  for (const edge of edges) for (const key of new Set([...edge].map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const dropped: PdfLine[] = [];
  const kept = pages.map((lines, index) => {
    const sorted = [...lines].sort((a, b) => a.down - b.down);
    const outermost = new Set([sorted[0], sorted.at(-1)]);
    return lines.filter((line) => {
      const isNumber = lines.length > 1 && outermost.has(line) && PAGE_NUMBER.test(line.text);
      const isRunning = edges[index]!.has(line) && seen.get(keyOf(line))! >= LEAST_PAGES;
      if (isNumber || isRunning) dropped.push(line);
      return !isNumber && !isRunning;
    });
  });
  return { kept, dropped };
}

/** The same words at the same height, whatever the number in them. */
function keyOf(line: PdfLine): string {
  return `${Math.round(line.down / 4)} ${line.text.replaceAll(/\s/g, '').replaceAll(/\d+/g, '#')}`;
}
