import { ANSWER_NAMES, type Answer } from '@xiuzhi/domain';

import { ANSWER_OPTIONS, type LetterPaper, type ReadAnswers } from './letter-paper.ts';
import type { GivenAnswer, LetterLine } from './store-lines.ts';

/** Longest note, and longest and most entries of what could not be matched; the file itself is kept whole. */
const MOST_CHARACTERS = 2_000;
const MOST_UNMATCHED = 500;

/** What a Word file changes: answers to write, answers it repeats, and what people must look at. */
export interface AppliedAnswers {
  readonly given: readonly GivenAnswer[];
  /** Lines that the file answers, those included that said the same before. */
  readonly matched: number;
  readonly unmatched: readonly { readonly text: string }[];
}

/**
 * Applies (采录回函) the answers of a Word file, matched to lines already: a later file overrules an earlier one, never
 * what was answered on screen. What is not taken over is told, never dropped.
 */
export function applyAnswers(
  kind: LetterPaper['kind'],
  read: ReadAnswers,
  lines: readonly LetterLine[],
): AppliedAnswers {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const given: GivenAnswer[] = [];
  const unmatched: string[] = [];
  let matched = 0;
  const name = (answer: Answer, note: string | null) => {
    const option = Object.entries(ANSWER_OPTIONS[kind]).find(([, each]) => each === answer)?.[0];
    return `“${option ?? ANSWER_NAMES[answer]}${note ? `：${note}` : ''}”`;
  };
  for (const row of read.answers) {
    const line = row.lineId === null ? undefined : lineOf.get(row.lineId);
    const note = cleanNote(row.note);
    if (!line) {
      unmatched.push(cleanNote(row.text));
    } else if (row.answer === null) {
      if (note && note !== line.answerNote)
        unmatched.push(`第 ${line.number} 条：没有看出处理结果，回函写的是“${note}”。`);
    } else if (row.answer === line.answer && note === (line.answerNote ?? '')) {
      matched++;
    } else if (line.answer !== null && line.answeredVia === 'screen') {
      unmatched.push(
        `第 ${line.number} 条：屏幕上已答复${name(line.answer, line.answerNote)}，回函写的是${name(row.answer, note)}。`,
      );
    } else {
      matched++;
      given.push({ lineId: line.id, answer: row.answer, note: note || null });
    }
  }
  const texts = [...unmatched, ...read.unmatched.map(({ text }) => cleanNote(text))].filter((text) => text !== '');
  const rest = texts.length - MOST_UNMATCHED;
  return {
    given,
    matched,
    unmatched: [
      ...texts.slice(0, MOST_UNMATCHED),
      ...(rest > 0 ? [`另有 ${rest} 处未能对应，请查看回函原件。`] : []),
    ].map((text) => ({ text })),
  };
}

/** Text that the database can hold, no longer than a person would write. */
function cleanNote(text: string): string {
  const clean = text.replaceAll('\0', '').toWellFormed().trim();
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS).toWellFormed()}……（余见回函原件）` : clean;
}
