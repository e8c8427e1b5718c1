import { widthOf } from './measures.ts';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** What may not begin a line, or stand at its end. */
const NO_HEAD = /^[\p{Pe}\p{Pf}、，。；：！？·—～的]/u;
const NO_FOOT = /[\p{Ps}\p{Pi}·—～]$/u;

/**
 * Breaks a title into lines of at most `most` characters: where it has a space or a line break, else between
 * words, so that the lines are of about one length. A line that has no place to break stays too long.
 */
export function breakTitle(title: string, most: number): string[] {
  return title
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => (widthOf(line) <= most ? [line] : breakAtSpaces(line, most)));
}

function breakAtSpaces(line: string, most: number): string[] {
  const parts = line.split(/(?<=\p{Script=Han}|\p{P}) +(?=\p{Script=Han}|\p{P})|\u3000+/u);
  return parts.flatMap((part) => breakAtWords(part, most));
}

function breakAtWords(line: string, most: number): string[] {
  const count = Math.ceil(widthOf(line) / most);
  if (count < 2) return [line];
  // One line more is allowed where words are long; more than that does not help.
  for (const lines of [count, count + 1]) {
    const broken = shareOut(line, lines, most);
    if (broken) return broken;
  }
  return [line];
}

/** Fewest differences of length over all ways to break into so many lines; null when none fits. */
function shareOut(line: string, count: number, most: number): string[] | null {
  const words = joinWords(line);
  const aim = widthOf(line) / count;
  const from = [0];
  for (const word of words) from.push(from.at(-1)! + widthOf(word));
  let best: (Way | null)[] = from.map((_, at) => (at === 0 ? { cost: 0, ends: [] } : null));
  for (let row = 0; row < count; row++) {
    const next: (Way | null)[] = from.map(() => null);
    for (let end = 1; end < from.length; end++)
      for (let start = end - 1; start >= 0; start--) {
        const width = from[end]! - from[start]!;
        if (width > most) break;
        const way = best[start];
        if (!way) continue;
        const cost = way.cost + (width - aim) ** 2;
        const known = next[end];
        if (!known || cost < known.cost) next[end] = { cost, ends: [...way.ends, end] };
      }
    best = next;
  }
  const ends = best.at(-1)?.ends;
  return (
    ends?.map((end, row) =>
      words
        .slice(row === 0 ? 0 : ends[row - 1], end)
        .join('')
        .trim(),
    ) ?? null
  );
}

interface Way {
  readonly cost: number;
  readonly ends: readonly number[];
}

function joinWords(line: string): string[] {
  const words: string[] = [];
  for (const { segment } of WORDS.segment(line)) {
    const last = words.at(-1);
    if (last !== undefined && (NO_HEAD.test(segment) || NO_FOOT.test(last))) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}
