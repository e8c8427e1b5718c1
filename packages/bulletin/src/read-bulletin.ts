import type { Bulletin, BulletinKind } from './bulletin.ts';
import { findCandidates } from './candidates/find-candidates.ts';
import { nameProblem, type Problem } from './problem.ts';
import { isSeriesName, readHead, readNumbers, type Head } from './read-head.ts';
import { readItems } from './read-items.ts';
import { opensTail, partTags, readTail, type Tail } from './read-tail.ts';
import { scanLines, type Line } from './scan-lines.ts';

/** What an office knows beside the file (已知信息). */
export interface BulletinOptions {
  /** Full names of persons, so that 清华书记 is known; nothing is guessed without it. */
  readonly persons?: readonly string[];
  /** Year of the issue where neither number nor date prints one. */
  readonly year?: number;
  /** Copies of the web have no tail (版记): it is then asked for, and not refused. */
  readonly mayLackTail?: boolean;
}

/** Reads the lines of a file, page breaks as '\f', into a bulletin (读简报); `problems` says what could not be read. */
export function readBulletin(lines: readonly string[], options: BulletinOptions = {}): Bulletin {
  const scanned = partTags(scanLines(lines));
  const head = readHead(scanned);
  const from = findTail(scanned, head.end);
  const tail = readTail(scanned.slice(from));
  const { items, columns, problems } = readItems(scanned.slice(head.end, from));
  const { series, number, total, supplement, office, date } = head;
  const { disclosure, recipients, printedBy, printedOn, copies } = tail;
  const dated = date ?? printedOn;
  const year = head.year ?? (dated === null ? (options.year ?? null) : Number(dated.slice(0, 4)));
  const read = { series, kind: tellKind(series), year, number, total, supplement, office, date, columns, items };
  const known = { year, date: dated, persons: options.persons ?? [] };
  const { candidates, disagreeing } = findCandidates(items, known);
  return {
    ...read,
    disclosure,
    recipients,
    printedBy,
    printedOn,
    copies,
    candidates,
    problems: [
      ...listProblems(scanned, { head, from, tail, hasItems: items.length > 0 }, options),
      ...problems,
      ...(items.some(({ source }) => source !== null)
        ? items.filter(({ source }) => source === null).map(() => nameProblem('item-without-source'))
        : []),
      ...Array.from({ length: disagreeing }, () => nameProblem('demands-disagree')),
    ],
  };
}

function tellKind(series: string | null): BulletinKind | null {
  if (series === null) return null;
  return /政工|党建|党务/u.test(series) ? 'political-work' : 'work';
}

/** The tail begins at the first line that opens one, with no more than a tail behind it. */
function findTail(lines: readonly Line[], from: number): number {
  const at = lines.findIndex(({ text }, index) => index >= from && opensTail(text));
  if (at < 0) return lines.length;
  // The office that printed it stands alone above the date where nothing else does.
  return at;
}

interface Read {
  readonly head: Head;
  readonly from: number;
  readonly tail: Tail;
  readonly hasItems: boolean;
}

function listProblems(lines: readonly Line[], read: Read, { mayLackTail }: BulletinOptions): Problem[] {
  const { head, from, tail, hasItems } = read;
  if (lines.length === 0) return [nameProblem('no-text')];
  const second = findSecond(lines, read);
  if (second !== null) return [nameProblem('two-documents', second)];
  const hasHead = head.series !== null || head.number !== null || head.dateLine !== null;
  const hasTail = from < lines.length;
  if (!hasHead && !hasTail) return [nameProblem('no-bulletin')];
  const problems: Problem[] = [];
  const ask = (isMissing: boolean, code: Problem['code'], line?: number) => {
    if (isMissing) problems.push(nameProblem(code, line));
  };
  ask(!hasItems, 'no-items');
  if (!hasTail) problems.push({ ...nameProblem('no-tail'), ...(mayLackTail ? { severity: 'ask' } : {}) });
  ask(head.series === null, 'no-series');
  ask(head.number === null, 'no-number');
  ask(head.office === null, 'no-office');
  ask(head.dateLine === null, 'no-date');
  const { number, total, numberLine, dateLine } = head;
  ask(number !== null && total !== null && total < number, 'total-before-number', numberLine?.number);
  for (const bad of [head.badDate, tail.badDate]) ask(bad !== null, 'impossible-date', bad?.number);
  for (const line of [...head.strange, ...tail.strange]) problems.push(nameProblem('line-not-placed', line.number));
  if (!hasTail) return problems;
  const { up, across, down } = tail.recipients;
  ask(tail.disclosure === null, 'no-disclosure');
  ask(up.length + across.length + down.length === 0, 'no-recipients');
  ask(tail.printedBy === null, 'no-print-office');
  ask(tail.dateLine === null, 'no-print-date');
  ask(tail.copies === null, 'no-copies');
  const isOther = head.date !== null && tail.printedOn !== null && head.date !== tail.printedOn;
  ask(isOther, 'date-disagrees', dateLine?.number);
  const isForeign = head.office !== null && tail.printedBy !== null && !tail.printedBy.startsWith(head.office);
  ask(isForeign, 'office-disagrees', tail.dateLine?.number);
  return problems;
}

/** Line where a second bulletin begins: another head behind the tail, or within the items. */
function findSecond(lines: readonly Line[], { head, from }: Read): number | null {
  for (let at = Math.max(head.end, 1); at < lines.length; at++) {
    const { text, number } = lines[at]!;
    const isName = isSeriesName(text) && (at > from || text === head.series);
    const numbers = text.length < 40 ? readNumbers(text) : null;
    const isNumber = numbers !== null && numbers.before === '' && numbers.after === '';
    if (isName && lines.slice(at + 1, at + 4).some((line) => isNumberLine(line.text))) return number;
    if (isNumber && (at > from || isSeriesName(lines[at - 1]!.text))) return number;
    if (at > from && /^(?:信息)?公开选项\s*[:：]/u.test(text)) return number;
  }
  return null;
}

function isNumberLine(text: string): boolean {
  const numbers = readNumbers(text);
  return numbers !== null && numbers.after === '' && numbers.before === '';
}
