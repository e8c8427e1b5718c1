import type { LedgerEntry, Volume } from '@xiuzhi/review';

/** Words shown on either side of a figure. */
const ROOM = 16;

/** A figure as printed with the words around it (上下文), out of its own cell or line; no half characters. */
export function quoteContext(
  { text, blocks }: Volume,
  { start, end, block }: Pick<LedgerEntry, 'start' | 'end' | 'block'>,
): { before: string; printed: string; after: string } {
  const { start: first = 0, end: last = text.length } = blocks[block] ?? {};
  const before = text.slice(Math.max(first, start - ROOM), start);
  const after = text.slice(end, Math.min(last, end + ROOM));
  return {
    before: clean(before.slice(before.search(/[^\n\t]*$/))),
    printed: clean(text.slice(start, end)),
    after: clean(/^[^\n\t]*/.exec(after)![0]),
  };
}

/** A character of two units that was cut in two is left out; the book itself holds no NUL. */
function clean(words: string): string {
  return words.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '').toWellFormed();
}
