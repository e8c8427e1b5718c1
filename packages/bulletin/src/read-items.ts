import type { BulletinItem } from './bulletin.ts';
import { nameProblem, type Problem } from './problem.ts';
import { readSource, isSourceAlone } from './read-source.ts';
import { readTitle } from './read-title.ts';
import type { Line } from './scan-lines.ts';
import { squeezeText } from './squeeze-text.ts';
import { continuesParagraph } from './continues-paragraph.ts';
import { measureWrapping } from './wrapping.ts';

/** Items (条目) with what was odd about them. */
export interface Items {
  readonly items: readonly BulletinItem[];
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
}

interface Draft {
  readonly column: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  source: string | null;
  readonly paragraphs: string[];
  readonly line: number;
}

const COLUMN = /^[【〖〔[]\s*([^【】〖〗〔〕[\]。，]{2,16})\s*[】〗〕\]]\s*/u;

/** Reads the lines between head and tail into items (读条目): broken lines joined, titles whole, sources taken off. */
export function readItems(lines: readonly Line[]): Items {
  const body = partColumns(lines);
  const wrapping = measureWrapping(body.filter(({ text }) => !COLUMN.test(text)));
  const drafts: Draft[] = [];
  const columns: string[] = [];
  const problems: Problem[] = [];
  let column: string | null = null;
  let item: Draft | null = null;
  for (let at = 0; at < body.length;) {
    const line = body[at]!;
    const named = COLUMN.exec(line.text);
    if (named) {
      column = squeezeText(named[1]!).replaceAll(' ', '');
      if (!columns.includes(column)) columns.push(column);
      item = null;
      at += 1;
      continue;
    }
    const title = readTitle(body, at, wrapping, item === null || item.source !== null);
    if (title.end > at || item === null || (item.source !== null && !isSourceAlone(line.text))) {
      const { title: name, subtitle } = title;
      item = { column, title: name, subtitle, source: null, paragraphs: [], line: line.number };
      drafts.push(item);
      if (title.end === at) problems.push(nameProblem('item-without-title', line.number));
      at = Math.max(title.end, at);
      if (at >= body.length || COLUMN.test(body[at]!.text)) continue;
    }
    const end = findEnd(body, at, wrapping);
    addParagraph(item, body.slice(at, end), problems);
    at = end;
  }
  for (const { paragraphs, line } of drafts)
    if (paragraphs.length === 0) problems.push(nameProblem('item-without-body', line));
  const items = drafts.map(({ column: own, title, subtitle, source, paragraphs }): BulletinItem => ({
    column: own,
    title,
    subtitle,
    source,
    paragraphs,
  }));
  return { items, columns, problems };
}

/** A column may stand before the title on one line. */
function partColumns(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const named = COLUMN.exec(line.text);
    if (!named || named[0].length === line.text.length) return line;
    const rest = line.text.slice(named[0].length);
    return [
      { ...line, text: named[0].trim() },
      { ...line, text: rest, width: line.width - named[0].trim().length },
    ];
  });
}

function findEnd(body: readonly Line[], at: number, wrapping: ReturnType<typeof measureWrapping>): number {
  let end = at + 1;
  while (end < body.length && !COLUMN.test(body[end]!.text) && continuesParagraph(body, at, end, wrapping)) end += 1;
  return end;
}

function addParagraph(item: Draft, lines: readonly Line[], problems: Problem[]): void {
  const parts: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = index > 0 ? lines[index - 1]!.text : '';
    if (isDoubled(before, line.text)) problems.push(nameProblem('doubled-words', line.number));
    if (/[A-Za-z]$/u.test(before.slice(-1)) && /^[A-Za-z]/u.test(line.text)) parts.push(' ');
    parts.push(line.text);
  }
  const squeezed = squeezeText(parts.join(''));
  const { body, source } = readSource(squeezed);
  if (source !== null) item.source = source;
  if (body === '') return;
  item.paragraphs.push(body);
  if (isHalfOpen(body)) problems.push(nameProblem('open-bracket', lines[0]!.number));
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
