import { readBulletin, type Bulletin } from '@xiuzhi/bulletin';
import type { Disclosure } from '@xiuzhi/domain';

import { SHAPES } from '../../http/cursor.ts';

/** Head and tail of an issue that was read back (报头、报尾), as they are stored while a file waits. */
export interface ReadHead {
  readonly series: string | null;
  readonly supplement: boolean;
  readonly year: number | null;
  readonly number: number | null;
  readonly total: number | null;
  readonly issuer: string | null;
  readonly issuedOn: string | null;
  readonly disclosure: Disclosure | null;
  readonly recipients: { readonly up: string[]; readonly across: string[]; readonly down: string[] };
  readonly printedBy: string | null;
  readonly printedOn: string | null;
  readonly copies: number | null;
}

/** Item of an issue that was read back. */
export interface ReadItem {
  readonly column: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  /** Paragraphs, one a line. */
  readonly body: string;
  readonly source: string | null;
}

/** Why a person must look at a file, or why it is not taken: one Chinese sentence. */
export interface ReadProblem {
  readonly code: string;
  readonly message: string;
  readonly severity: 'refuse' | 'ask';
  /** Line of the file, from 1. */
  readonly line?: number;
}

/** What a file of a back issue says (往期内容). */
export interface ReadBackIssue {
  readonly head: ReadHead;
  readonly items: ReadItem[];
  readonly problems: ReadProblem[];
}

/** Most that a form takes: what is longer was not read as it is, and a person puts it right. */
const MOST = { title: 200, source: 80, column: 20, body: 60_000, name: 60, line: 300, lines: 40, items: 60 } as const;
const TOO_LONG: ReadProblem = {
  code: 'too-long',
  severity: 'ask',
  message: '有的标题、来源或正文长得不像这一项，可能断错了地方，请对照原文改正。',
};

/** Reads the lines of a file into what is stored of it; numbers and days that cannot be are left for a person. */
export function readBackIssue(lines: readonly string[]): ReadBackIssue {
  const bulletin = readBulletin(lines);
  const items = bulletin.items.map(({ column, title, subtitle, source, paragraphs }) => ({
    column,
    title,
    subtitle,
    body: paragraphs.join('\n'),
    source,
  }));
  const head = headOf(bulletin);
  const problems: ReadProblem[] = [...bulletin.problems];
  if (isTooMuch(items) || items.some(isTooLong) || hasLongLine(head)) problems.push(TOO_LONG);
  return { head, items, problems };
}

/** Whether items are more, or their text longer, than a form takes (篇幅过大): nobody could put right what is so long. */
export function isTooMuch(items: readonly ReadItem[]): boolean {
  return items.length > MOST.items || items.some(({ body }) => body.length > MOST.body);
}

function headOf(bulletin: Bulletin): ReadHead {
  const { up, across, down } = bulletin.recipients;
  return {
    series: bulletin.series,
    supplement: bulletin.supplement,
    year: within(bulletin.year, 1950, 2200),
    number: within(bulletin.number, 1, 99_999),
    total: within(bulletin.total, 1, 999_999),
    issuer: bulletin.office,
    issuedOn: dayOf(bulletin.date),
    disclosure: bulletin.disclosure,
    recipients: { up: [...up], across: [...across], down: [...down] },
    printedBy: bulletin.printedBy,
    printedOn: dayOf(bulletin.printedOn),
    copies: within(bulletin.copies, 0, 100_000),
  };
}

const within = (value: number | null, least: number, most: number) =>
  value !== null && value >= least && value <= most ? value : null;
const dayOf = (day: string | null) => (day !== null && SHAPES.day.test(day) ? day : null);

function isTooLong({ column, title, subtitle, source }: ReadItem): boolean {
  return (
    title.length > MOST.title ||
    (subtitle ?? '').length > MOST.title ||
    (source ?? '').length > MOST.source ||
    (column ?? '').length > MOST.column
  );
}

function hasLongLine({ series, issuer, printedBy, recipients }: ReadHead): boolean {
  const lists = [recipients.up, recipients.across, recipients.down];
  return (
    [series, issuer, printedBy].some((name) => (name ?? '').length > MOST.name) ||
    lists.some((list) => list.length > MOST.lines || list.some((line) => line.length > MOST.line))
  );
}
