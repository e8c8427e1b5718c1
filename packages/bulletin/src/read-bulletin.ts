import type { Bulletin, BulletinKind } from './bulletin.ts';
import { findCandidates } from './candidates/find-candidates.ts';
import { nameProblem, type Problem } from './problem.ts';
import { dropRunningHeads } from './drop-running-heads.ts';
import { isCredit, isWebLine } from './credits.ts';
import { bareEntry } from './read-contents.ts';
import { isSeriesName, readHead, type Head } from './read-head.ts';
import { readNumbers } from './read-numbers.ts';
import { readItems } from './read-items.ts';
import { findDate } from './read-date.ts';
import { isOfficeName } from './read-source.ts';
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
  const whole = partTags(scanLines(lines));
  const head = readHead(whole);
  const scanned = dropRunningHeads(whole, head);
  const { from, opens } = findTail(scanned, head.end);
  const tail = readTail(scanned.slice(from));
  const { items, columns, problems, credits } = readItems(scanned.slice(head.end, from));
  const { series, number, total, supplement, office, date } = head;
  const { disclosure, recipients, printedBy, printedOn, copies } = tail;
  const dated = date ?? printedOn;
  const year = head.year ?? (dated === null ? (options.year ?? null) : Number(dated.slice(0, 4)));
  const read = { series, kind: tellKind(series), year, number, total, supplement, office, date, columns, items };
  const known = { year, date: dated, office, persons: options.persons ?? [] };
  const { candidates, disagreeing, isCut } = findCandidates(items, known);
  return {
    ...read,
    disclosure,
    recipients,
    printedBy,
    printedOn,
    copies,
    credits: [...head.credits, ...credits, ...tail.credits],
    candidates,
    problems: [
      ...listProblems(scanned, { head, opens, tail, hasItems: items.length > 0 }, options),
      ...listUnlike(head.contents, read),
      ...problems,
      ...(items.some(({ source }) => source !== null)
        ? items.filter(({ source }) => source === null).map(() => nameProblem('item-without-source'))
        : []),
      ...Array.from({ length: disagreeing }, () => nameProblem('demands-disagree')),
      ...(isCut ? [nameProblem('not-searched')] : []),
    ],
  };
}

function tellKind(series: string | null): BulletinKind | null {
  if (series === null) return null;
  return /政工|党建|党务/u.test(series) ? 'political-work' : 'work';
}

/** The tail begins at the first line that opens one; credits and the office above it are of it. */
function findTail(lines: readonly Line[], from: number): { readonly from: number; readonly opens: number } {
  const found = lines.findIndex(({ text }, index) => index >= from && opensTail(text));
  const opens = found < 0 ? lines.length : found;
  let at = opens;
  // The office that printed it stands alone above the date where nothing else does.
  const isDated = found > from && findDate(lines[found]!.text)?.start === 0;
  if (isDated && isOfficeName(lines[found - 1]!.text)) at -= 1;
  while (at > from && (isCredit(lines[at - 1]!.text) || isWebLine(lines[at - 1]!.text))) at -= 1;
  return { from: at, opens };
}

/** Titles of the contents that no item has. */
function listUnlike(contents: readonly Line[], { items, columns }: Pick<Bulletin, 'items' | 'columns'>): Problem[] {
  if (contents.length === 0) return [];
  const titles = [...columns, ...items.flatMap(({ title, subtitle }) => [title, subtitle ?? ''])]
    .map(bareEntry)
    .join('');
  const bare = titles.replaceAll(/\s/gu, '');
  return contents
    .filter(({ text }) => !bare.includes(bareEntry(text).replaceAll(/\s|——/gu, '')))
    .map(({ number }) => nameProblem('contents-disagree', number));
}

interface Read {
  readonly head: Head;
  /** First line of the tail, credits above it left out; the number of lines where there is none. */
  readonly opens: number;
  readonly tail: Tail;
  readonly hasItems: boolean;
}

function listProblems(lines: readonly Line[], read: Read, { mayLackTail }: BulletinOptions): Problem[] {
  const { head, opens, tail, hasItems } = read;
  const hasTail = opens < lines.length;
  if (lines.length === 0) return [nameProblem('no-text')];
  const second = findSecond(lines, read);
  if (second !== null) return [nameProblem('two-documents', second)];
  const hasHead = head.series !== null || head.number !== null || head.dateLine !== null;
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
function findSecond(lines: readonly Line[], { head, opens }: Read): number | null {
  for (let at = Math.max(head.end, 1); at < lines.length; at++) {
    const { text, number } = lines[at]!;
    const isName = isSeriesName(text) && (at > opens || text === head.series);
    const numbers = text.length < 40 ? readNumbers(text) : null;
    const isNumber = numbers !== null && numbers.before === '' && numbers.after === '';
    if (isName && lines.slice(at + 1, at + 4).some((line) => isNumberLine(line.text))) return number;
    if (isNumber && (at > opens || isSeriesName(lines[at - 1]!.text))) return number;
    if (at > opens && /^(?:信息)?公开选项\s*[:：]/u.test(text)) return number;
  }
  return null;
}

function isNumberLine(text: string): boolean {
  const numbers = readNumbers(text);
  return numbers !== null && numbers.after === '' && numbers.before === '';
}
