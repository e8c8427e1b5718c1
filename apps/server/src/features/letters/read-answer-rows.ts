import { ANSWER_NAMES } from '@xiuzhi/domain';
import type { DocxTable } from '@xiuzhi/manuscript';

import { HIDDEN_MARK, readLetterBookmarks, readLineBookmark } from './letter-marks.ts';
import { COLUMN_NAMES, PRINTED_COLUMNS, type ReadAnswer } from './letter-paper.ts';
import { recogniseAnswer } from './recognise-answer.ts';

/** Answered row with its own words (回填行), to tell a row that says nothing. */
export interface AnswerRow extends ReadAnswer {
  readonly raw: string;
}

interface Columns {
  readonly number: number;
  readonly quote: number;
  readonly answer: number;
  readonly note: number;
  /** Columns that are ours: place, quote, opinion, basis. */
  readonly printed: readonly number[];
  /** Columns to fill in that are no answer, as 经办人, or that somebody added: index and header. */
  readonly others: readonly { readonly index: number; readonly header: string }[];
  readonly isSlip: boolean;
}

type Row = DocxTable['rows'][number];

/** Whether a text is as we printed it; null when the file no longer says what we printed. */
export type IsPrinted = (text: string) => boolean | null;

/** Reads the rows of a table (读取表行): answers, and the rows that answer no line as text. */
export function readAnswerRows(table: DocxTable, isPrinted: IsPrinted): { answers: AnswerRow[]; added: string[] } {
  const answers: AnswerRow[] = [];
  const added: string[] = [];
  let columns: Columns | undefined;
  for (const row of table.rows) {
    const header = readHeader(row);
    columns = header ?? columns;
    if (header) continue;
    const lineId = row.cells.flatMap(({ bookmarks }) => bookmarks.map(readLineBookmark)).find(Boolean) ?? null;
    const text = joinCells(row);
    const layout = columns ?? guessColumns(row);
    const number = readNumber(row.cells[layout?.number ?? 0]?.text ?? '');
    if (lineId === null && (number === null || columns === undefined)) {
      if (!row.cells.every((cell) => cell.text.trim() === '' || isPrinted(cell.text) === true)) added.push(text);
    } else if (!layout || row.cells.length <= Math.max(layout.answer, layout.note)) {
      // Cells were merged or taken away: what is what is for a person to see.
      answers.push({ lineId, number, answer: null, note: text, quote: '', text, raw: text });
    } else answers.push({ lineId, number, text, ...readRow(row, layout, isPrinted) });
  }
  return { answers, added };
}

function readRow({ cells }: Row, columns: Columns, isPrinted: IsPrinted) {
  const textAt = (index: number) => cells[index]?.text.replace(HIDDEN_MARK, '').trim() ?? '';
  const { answer, words } = recogniseAnswer(textAt(columns.answer), columns.isSlip);
  const remark = textAt(columns.note);
  const others = columns.others.flatMap(({ index, header }) =>
    textAt(index) === '' ? [] : [header === '' ? textAt(index) : `${header}：${textAt(index)}`],
  );
  const printed = columns.printed.map(textAt);
  // Some write into the cells we printed.
  const changed = isPrinted(printed.join('')) === false ? [`表内文字有改动：${printed.join(' | ')}`] : [];
  // Many write their answer where the explanation belongs.
  const meant = answer ?? (words === '' ? recogniseAnswer(remark, columns.isSlip).answer : null);
  const spoken = remark.includes(words) ? [remark] : [words, remark];
  const note = [...spoken, ...others, ...changed].filter(Boolean).join('；');
  const raw = [meant === null ? '' : ANSWER_NAMES[meant], note].filter(Boolean).join('；');
  return { answer: meant, note, quote: textAt(columns.quote), raw };
}

function readHeader(row: Row): Columns | undefined {
  const headers = row.cells.map(({ text }) => text.replace(HIDDEN_MARK, '').replaceAll(/\s/g, ''));
  const find = (pattern: RegExp) => headers.findIndex((header) => pattern.test(header));
  const number = find(/^(?:序号|编号)$/);
  const answer = find(/^(?:处理|核实|办理|修改)(?:结果|意见|情况)|^(?:回复|答复)/);
  const isMarked = readLetterBookmarks(row.cells.flatMap(({ bookmarks }) => bookmarks)) !== null;
  if (!isMarked && (number < 0 || answer < 0)) return undefined;
  const note = find(/^(?:说明|备注)/);
  const quote = find(/^(?:原文|现文)$/);
  const printed = headers.flatMap((header, index) => (PRINTED_COLUMNS.has(header) ? [index] : []));
  const known = new Set([number, answer, note, ...printed]);
  const others = headers.flatMap((header, index) => (known.has(index) ? [] : [{ index, header }]));
  const isSlip = headers[answer]?.startsWith('核实') ?? false;
  return { number: Math.max(number, 0), quote, answer, note, printed, others, isSlip };
}

/** Columns of a row whose header is lost: our tables have six columns, or nine. */
function guessColumns({ cells }: Row): Columns | undefined {
  const isSlip = cells.some(({ text }) => /属实|更正为/.test(text));
  if (cells.length === 6) return { number: 0, quote: 2, answer: 4, note: 5, printed: [1, 2, 3], others: [], isSlip };
  if (cells.length !== 9) return undefined;
  const others = [
    { index: 7, header: COLUMN_NAMES.handler },
    { index: 8, header: COLUMN_NAMES.checker },
  ];
  return { number: 0, quote: 2, answer: 5, note: 6, printed: [1, 2, 3, 4], others, isSlip };
}

function readNumber(text: string): number | null {
  const found = /^[第(]?(\d{1,5})[条)]?[.、]?$/.exec(
    text.normalize('NFKC').replace(HIDDEN_MARK, '').replaceAll(/\s/g, ''),
  );
  return found ? Number(found[1]) : null;
}

function joinCells({ cells }: Row): string {
  return cells
    .map(({ text }) => text.replace(HIDDEN_MARK, '').trim())
    .filter((text) => text !== '')
    .join(' | ');
}
