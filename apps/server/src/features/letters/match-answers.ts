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
  const quotes = lines.map((line): QuotedLine => ({ ...line, pairs: pairsOf(line.quote) }));
  const numbered = new Map(quotes.map((line) => [line.number, line]));
  const answers: ReadAnswer[] = [];
  const unmatched = [...read.unmatched];
  for (const row of read.answers) {
    // A bookmark of another letter's line is no reason to look for a line of this one.
    const lineId = row.lineId === null ? findLine(row, quotes, numbered.get(row.number ?? 0), taken) : row.lineId;
    const line = lineId === undefined ? undefined : known.get(lineId);
    if (line) {
      taken.add(line.lineId);
      answers.push({ ...row, lineId: line.lineId, number: line.number });
    } else unmatched.push({ text: row.text });
  }
  return { ...read, answers, unmatched };
}

/** A line with its pairs of neighbouring characters, counted once for all rows. */
interface QuotedLine extends Pick<PaperLine, 'lineId' | 'number'> {
  readonly pairs: Pairs;
}

type Pairs = ReadonlyMap<string, number>;

function findLine(
  row: ReadAnswer,
  lines: readonly QuotedLine[],
  named: QuotedLine | undefined,
  taken: ReadonlySet<string>,
): string | undefined {
  const pairs = pairsOf(row.quote);
  const score = named && !taken.has(named.lineId) ? comparePairs(pairs, named.pairs) : undefined;
  // The row of its number reads as it did: nothing else is looked at, and a long letter takes no longer than its rows.
  if (named && score !== undefined && score >= ALIKE) return named.lineId;
  let best = { lineId: '', score: 0 };
  let next = 0;
  for (const line of lines) {
    if (taken.has(line.lineId)) continue;
    const found = comparePairs(pairs, line.pairs);
    next = Math.max(next, Math.min(found, best.score));
    if (found > best.score) best = { lineId: line.lineId, score: found };
  }
  if (best.score >= ALIKE && next < best.score) return best.lineId;
  return named && score !== undefined && (score >= UNLIKE || row.quote === '') ? named.lineId : undefined;
}

/** Share of pairs of neighbouring characters in common, 0 to 1 (Dice). */
function comparePairs(left: Pairs, right: Pairs): number {
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  const total = sumOf(left) + sumOf(right);
  return total === 0 ? 1 : (2 * shared) / total;
}

const sumOf = (pairs: Pairs) => {
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return sum;
};

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
