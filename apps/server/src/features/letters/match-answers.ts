import type { PaperLine, ReadAnswer, ReadAnswers } from './letter-paper.ts';

/** Share of characters two quotes must have in common to be one when the number says otherwise. */
const ALIKE = 0.8;
/** Below this, a row is another row that merely bears the number. */
const UNLIKE = 0.4;

/**
 * Matches the rows of a file to the lines of its letter (对应意见条目): by bookmark, then by number when the quote
 * agrees, then by quote alone. Rows that belong to no line, or to one already answered, go to `unmatched`.
 */
export function matchAnswers(
  read: ReadAnswers,
  lines: readonly Pick<PaperLine, 'lineId' | 'number' | 'quote'>[],
): ReadAnswers {
  const known = new Map(lines.map((line) => [line.lineId, line]));
  const taken = new Set(read.answers.flatMap(({ lineId }) => (lineId !== null && known.has(lineId) ? [lineId] : [])));
  const answers: ReadAnswer[] = [];
  const unmatched = [...read.unmatched];
  for (const row of read.answers) {
    // A bookmark of another letter's line is no reason to look for a line of this one.
    const lineId = row.lineId === null ? findLine(row, lines, taken) : row.lineId;
    const line = lineId === undefined ? undefined : known.get(lineId);
    if (line) {
      taken.add(line.lineId);
      answers.push({ ...row, lineId: line.lineId, number: line.number });
    } else unmatched.push({ text: row.text });
  }
  return { ...read, answers, unmatched };
}

function findLine(
  row: ReadAnswer,
  lines: readonly Pick<PaperLine, 'lineId' | 'number' | 'quote'>[],
  taken: ReadonlySet<string>,
): string | undefined {
  const free = lines.filter(({ lineId }) => !taken.has(lineId));
  const scored = free
    .map((line) => ({ line, score: compareQuotes(row.quote, line.quote) }))
    .toSorted((one, other) => other.score - one.score);
  const named = scored.find(({ line }) => line.number === row.number);
  const [best, next] = scored;
  if (best && best.score >= ALIKE && (next?.score ?? 0) < best.score && (named?.score ?? 0) < ALIKE)
    return best.line.lineId;
  return named && (named.score >= UNLIKE || row.quote === '') ? named.line.lineId : undefined;
}

/** Share of pairs of neighbouring characters in common, 0 to 1 (Dice). */
function compareQuotes(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  const total = [...left.values(), ...right.values()].reduce((sum, count) => sum + count, 0);
  return total === 0 ? 1 : (2 * shared) / total;
}

function pairsOf(text: string): Map<string, number> {
  const characters = [' ', ...text.replaceAll(/\s/g, ''), ' '];
  const pairs = new Map<string, number>();
  if (characters.length === 2) return pairs;
  for (let at = 1; at < characters.length; at++) {
    const pair = `${characters[at - 1]}${characters[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
