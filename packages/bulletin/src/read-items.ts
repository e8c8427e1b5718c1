import type { BulletinItem } from './bulletin.ts';
import { continuesParagraph } from './continues-paragraph.ts';
import { cutCredits, isCredit } from './credits.ts';
import { nameProblem, type Problem } from './problem.ts';
import { isBareColumn, measureBullet, readColumn } from './read-column.ts';
import { readCount } from './read-count.ts';
import { findDate } from './read-date.ts';
import { isOfficeName, isSourceAlone, isWholeOffice, readSource, readTitleSource } from './read-source.ts';
import { isCall, mayBeTitle, readTitle } from './read-title.ts';
import type { Line } from './scan-lines.ts';
import { squeezeText } from './squeeze-text.ts';
import { endsSentence, endsText, measureWrapping, type Wrapping } from './wrapping.ts';

/** Items (条目) with what was odd about them. */
export interface Items {
  readonly items: readonly BulletinItem[];
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
  readonly credits: readonly string[];
}

interface Draft {
  readonly column: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  source: string | null;
  readonly paragraphs: string[];
  readonly line: number;
}

/** A line, or the column that it names. */
type Part = Line & { readonly column?: string };

/** 编者按 before a title belongs to the item below it. */
const NOTE = /^[【〔[（(]?\s*(?:编者按|编者的话|按语|按)\s*(?:[】〕\])）]\s*[:：]?|[:：])/u;
const ORDINALS: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})、\s*/u,
  /^(\d{1,2})\s?[.．、](?!\d)\s*/u,
  /^[（(]([一二三四五六七八九十]{1,3})[)）]\s*/u,
];
/** In characters: two lines of sources are one, a page full of them is text. */
const MOST_SOURCE = 80;
/** In characters: what is set so far to the right was moved there. */
const RIGHT = 8;

/** Reads the lines between head and tail into items (读条目): broken lines joined, titles whole, sources taken off. */
export function readItems(lines: readonly Line[]): Items {
  const body = takeOrdinals(partLines(lines));
  const wrapping = measureWrapping(body.filter(({ column }) => column === undefined));
  const drafts: Draft[] = [];
  const columns: string[] = [];
  const problems: Problem[] = [];
  const credits: string[] = [];
  let column: string | null = null;
  let item: Draft | null = null;
  let notes: string[] = [];
  const open = (title: string, subtitle: string | null, line: number) => {
    item = { column, title, subtitle, source: null, paragraphs: notes, line };
    notes = [];
    drafts.push(item);
    return item;
  };
  for (let at = 0; at < body.length;) {
    const line = body[at]!;
    if (line.column !== undefined) {
      column = line.column;
      if (!columns.includes(column)) columns.push(column);
      item = null;
      at += 1;
      continue;
    }
    const isDue: boolean = item === null || item.source !== null;
    if (isDue && NOTE.test(line.text)) {
      const end = findEnd(body, at, wrapping);
      notes.push(joinLines(body.slice(at, end), problems));
      at = end;
      continue;
    }
    if (item !== null && isSetRight(item, line, body[at + 1])) {
      item.source = squeezeText(line.text);
      at += 1;
      continue;
    }
    const title = readTitle(body, at, wrapping, isDue);
    const isTitle = title.end > at;
    if (isTitle || item === null || (item.source !== null && !isSourceAlone(line.text))) {
      item = open(title.title, title.subtitle, line.number);
      if (!isTitle) problems.push(nameProblem('item-without-title', line.number));
      at = Math.max(title.end, at);
      if (at >= body.length || body[at]!.column !== undefined) continue;
      // A title stands alone where another title follows at once.
      if (isTitle && body[at]!.isBullet) continue;
    }
    const end = findEnd(body, at, wrapping);
    addParagraph(item, body.slice(at, end), { problems, credits, isLast: endsItem(body, end) });
    at = end;
  }
  if (notes.length > 0) open('', null, body.at(-1)!.number);
  for (const { paragraphs, line } of drafts)
    if (paragraphs.length === 0) problems.push(nameProblem('item-without-body', line));
  const items = drafts.map(({ column: own, title: whole, subtitle, source, paragraphs }): BulletinItem => {
    const { title, source: behind } = source === null ? readTitleSource(whole) : { title: whole, source };
    return { column: own, title, subtitle, source: behind, paragraphs };
  });
  return { items, columns, problems, credits };
}

/** Columns on lines of their own, bullets taken off titles. */
function partLines(lines: readonly Line[]): Part[] {
  return lines.flatMap((line, at): Part[] => {
    const next = lines[at + 1];
    const named = readColumn(line.text);
    if (named && named.end === line.text.length) return [{ ...line, column: named.name }];
    if (named) {
      const rest = line.text.slice(named.end);
      const width = line.width - line.text.slice(0, named.end).trim().length;
      return [{ ...line, column: named.name }, takeBullet({ ...line, text: rest, width }, next)];
    }
    const above = lines[at - 1];
    const isApart = above === undefined || endsText(above) || readColumn(above.text) !== null;
    if ((isApart && isBareColumn(line, next)) || isUpperHeading(line, next))
      return [{ ...line, column: squeezeText(line.text).replaceAll(' ', '') }];
    return [takeBullet(line, next)];
  });
}

/** A heading right above a deeper one. */
function isUpperHeading(line: Line, next: Line | undefined): boolean {
  return line.level > 0 && next !== undefined && next.level > line.level && line.text.length <= 12;
}

/** ◆ before a short line that does not end a sentence, with a text below, is of a title. */
function takeBullet(line: Line, next: Line | undefined): Line {
  const length = measureBullet(line.text);
  const text = line.text.slice(length);
  if (length === 0 || next === undefined || endsSentence(text) || text.length > 60 || /[；;：:，,]$/u.test(text))
    return line;
  return measureBullet(next.text) > 0 ? line : { ...line, text, width: line.width - 1, isBullet: true };
}

/** 一、 before the very first title, 二、 before a later one: the items of the issue or of a column are counted. */
function takeOrdinals(lines: readonly Part[]): readonly Part[] {
  const first = lines.find(({ column }) => column === undefined);
  const form = first && ORDINALS.find((one) => readRank(first, one) === 1);
  if (!form) return lines;
  let rank = 0;
  let most = 0;
  const counted = lines.map((line, at): Part => {
    if (line.column !== undefined) rank = 0;
    const next = lines[at + 1];
    const isNext = readRank(line, form) === rank + 1 && next !== undefined && readRank(next, form) === null;
    if (!isNext) return line;
    rank += 1;
    most = Math.max(most, rank);
    return { ...line, text: line.text.replace(form, ''), width: line.width - 2, isBullet: true };
  });
  return most > 1 ? counted : lines;
}

function readRank(line: Part, form: RegExp): number | null {
  if (line.column !== undefined || line.text.length > 60 || !(mayBeTitle(line) || isCall(line))) return null;
  const found = form.exec(line.text);
  return found && readCount(found[1]!);
}

function findEnd(body: readonly Part[], at: number, wrapping: Wrapping): number {
  let end = at + 1;
  while (end < body.length && body[end]!.column === undefined && continuesParagraph(body, at, end, wrapping)) end += 1;
  return end;
}

/** An office alone under a text is where it comes from, at the right edge or in a row; with a day below it, it has signed. */
function isSetRight(item: Draft, line: Line, next: Part | undefined): boolean {
  if (item.source !== null || item.paragraphs.length === 0 || (next && findDate(next.text) !== null)) return false;
  const name = squeezeText(line.text);
  if (line.indent >= RIGHT) return isOfficeName(name);
  const isEnd = next === undefined || next.column !== undefined || (next.width <= 40 && mayBeTitle(next));
  return isEnd && endsSentence(item.paragraphs.at(-1)!) && isWholeOffice(name);
}

/** Nothing follows but a column or the end. */
function endsItem(body: readonly Part[], end: number): boolean {
  return end >= body.length || body[end]!.column !== undefined;
}

interface Around {
  readonly problems: Problem[];
  readonly credits: string[];
  /** Nothing of the item follows. */
  readonly isLast: boolean;
}

function addParagraph(item: Draft, printed: readonly Line[], { problems, credits, isLast }: Around): void {
  let lines = printed;
  if (isLast && printed.length === 1 && isCredit(printed[0]!.text)) {
    credits.push(...cutCredits(printed[0]!.text).credits);
    return;
  }
  // 供稿：乙县地方志办 under the text stands alone.
  if (lines.length > 1 && isSourceAlone(lines.at(-1)!.text)) {
    addParagraph(item, lines.slice(0, -1), { problems, credits, isLast: false });
    lines = lines.slice(-1);
  }
  const { body, source } = readSource(joinLines(lines, problems), lines.at(-1)!.text);
  if (source !== null && item.source === null) item.source = source;
  else if (source !== null && item.source!.length < MOST_SOURCE) item.source = `${item.source} ${source}`;
  else if (source !== null) item.paragraphs.push(source);
  if (body !== '') item.paragraphs.push(body);
}

/** One paragraph out of its lines. */
function joinLines(lines: readonly Line[], problems: Problem[]): string {
  const parts: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = index > 0 ? lines[index - 1]!.text : '';
    if (isDoubled(before, line.text)) problems.push(nameProblem('doubled-words', line.number));
    if (/[A-Za-z]$/u.test(before.slice(-1)) && /^[A-Za-z]/u.test(line.text)) parts.push(' ');
    parts.push(line.text);
  }
  const joined = squeezeText(parts.join(''));
  if (isHalfOpen(joined)) problems.push(nameProblem('open-bracket', lines[0]!.number));
  return joined;
}

/** The last two characters or more of a line come again at the start of the next. */
function isDoubled(head: string, next: string): boolean {
  for (let length = 2; length <= 6; length++) {
    const end = head.slice(-length);
    if (end.length === length && /^\p{Script=Han}+$/u.test(end) && next.startsWith(end)) return true;
  }
  return false;
}

function isHalfOpen(text: string): boolean {
  return ['（）', '《》', '【】'].some(([open, close]) => count(text, open!) !== count(text, close!));
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}
