import type { Volume } from '@xiuzhi/review';

const MOST = 240;
/** What ends a sentence of prose; a table ends at its row. */
const ENDS = /[。！？；\n]/;

/** The passage (前后文) around a span that a person needs to judge it: its sentence or table row, at most 240 characters. */
export function quotePassage(
  volume: Pick<Volume, 'text'>,
  span: { start: number; end: number },
): { start: number; end: number } {
  const { text } = volume;
  let { start, end } = span;
  const room = Math.max(MOST - (end - start), 0) >> 1;
  const low = Math.max(start - room, 0);
  const high = Math.min(end + room, text.length);
  while (start > low && !ENDS.test(text[start - 1]!)) start--;
  while (end < high && !ENDS.test(text[end]!)) end++;
  if (end < high && /[。！？；]/.test(text[end]!)) end++;
  // Never between the halves of a rare character.
  if (/[\uDC00-\uDFFF]/.test(text[start] ?? '')) start--;
  if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end++;
  return { start, end };
}
