import type { Head } from './read-head.ts';
import { readNumbers } from './read-numbers.ts';
import type { Line } from './scan-lines.ts';

/** In characters; what is longer is text. */
const MOST_WIDTH = 40;

/** Drops what a printer repeats above or below each page : the series alone or with its number, or twice the same with more. */
export function dropRunningHeads(lines: readonly Line[], head: Head): readonly Line[] {
  const counts = new Map<string, number>();
  for (const line of lines.slice(head.end)) {
    if (!isAtEdge(line)) continue;
    const text = dropBlanks(line.text);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if (counts.size === 0) return lines;
  return lines.filter((line, at) => {
    if (at < head.end || !isAtEdge(line)) return true;
    const text = dropBlanks(line.text);
    const isRepeated =
      counts.get(text)! > 1 && head.series !== null && text.includes(head.series) && !/[。！？；：，]$/u.test(text);
    return !isRepeated && !repeatsHead(line, lines[at + 1], head);
  });
}

function isAtEdge(line: Line): boolean {
  return line.isAtEdge && line.width <= MOST_WIDTH;
}

/** Nothing but the series, with this number or none; the head of another issue has its own. */
function repeatsHead({ text }: Line, next: Line | undefined, { series, number, numberLine }: Head): boolean {
  const whole = dropBlanks(text);
  if (series !== null && whole === series)
    return next === undefined || (readNumbers(next.text)?.number ?? number) === number;
  const numbers = readNumbers(text);
  if (numbers === null || numbers.number !== number || numbers.after !== '') return false;
  const before = dropBlanks(numbers.before);
  return before === '' ? dropBlanks(numberLine?.text ?? '') === whole : before === series;
}

function dropBlanks(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
