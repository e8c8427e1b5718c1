import { readDocxTables } from '@xiuzhi/manuscript';

import {
  findLetterMark,
  fingerprint,
  HIDDEN_MARK,
  PROPERTY,
  readLetterBookmarks,
  type LetterMark,
} from './letter-marks.ts';
import type { ReadAnswer, ReadAnswers } from './letter-paper.ts';
import { readAnswerRows, type AnswerRow } from './read-answer-rows.ts';

/**
 * Reads what an office or unit filled in (读取回填文件); null when no letter of ours is named in the file. Nothing
 * written is dropped: it is in an answer, in its note, or among the unmatched. Throws `ManuscriptRefusal`.
 */
export async function readAnswers(bytes: Uint8Array): Promise<ReadAnswers | null> {
  const { properties, tables, paragraphs, comments } = await readDocxTables(bytes);
  const texts = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  const hidden = [...paragraphs, ...texts].flatMap((text) => HIDDEN_MARK.exec(text) ?? []);
  const bookmarks = tables.map(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.bookmarks)));
  // A table pasted into the file of another letter answers its own letter.
  const letter: LetterMark | null =
    bookmarks.map(readLetterBookmarks).find((mark) => mark !== null) ??
    findLetterMark(hidden[1] ?? '') ??
    findLetterMark(properties[PROPERTY.letter] ?? '');
  if (!letter) return null;

  const prints = new Set([hidden[2] ?? '', ...listPrints(properties)].flatMap((text) => text.match(/.{6}/g) ?? []));
  const isPrinted = (text: string) => {
    const rest = text.replace(HIDDEN_MARK, '').trim();
    return rest === '' || (prints.size === 0 ? null : prints.has(fingerprint(rest)));
  };
  const rows = tables.map((table) => readAnswerRows(table, isPrinted));
  const written = paragraphs.filter((text) => isPrinted(text) !== true);
  const added = [...rows.flatMap((each) => each.added), ...written, ...comments];
  return {
    ...letter,
    answers: mergeRepeated(rows.flatMap((each) => each.answers)),
    unmatched: added.map((text) => ({ text: text.replace(HIDDEN_MARK, '').trim() })),
  };
}

function listPrints(properties: Readonly<Record<string, string>>): string[] {
  return Object.keys(properties).flatMap((name) => (name.startsWith(PROPERTY.printed) ? [properties[name]!] : []));
}

/** A line answered twice (letter and register in one file) keeps its answer only when both agree. */
function mergeRepeated(rows: readonly AnswerRow[]): ReadAnswer[] {
  const merged = new Map<string, AnswerRow>();
  for (const [index, row] of rows.entries()) {
    const key = row.lineId ?? `row ${index}`;
    const before = merged.get(key);
    merged.set(key, before ? merge(before, row) : row);
  }
  return [...merged.values()].map(({ lineId, number, answer, note, quote, text }) => ({
    lineId,
    number,
    answer,
    note,
    quote,
    text,
  }));
}

function merge(one: AnswerRow, other: AnswerRow): AnswerRow {
  if (other.raw === '') return one;
  if (one.raw === '') return other;
  const agree = one.answer === other.answer;
  const note = agree ? [...new Set([one.note, other.note])].filter(Boolean).join('；') : `${one.raw}；${other.raw}`;
  return { ...one, answer: agree ? one.answer : null, note, raw: `${one.raw}；${other.raw}` };
}
