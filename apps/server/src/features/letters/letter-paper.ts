import type { Answer, Certainty, LetterKind } from '@xiuzhi/domain';

/** Letter as it is printed (审查意见、核实单); days are ISO days, ids are uuids. */
export interface LetterPaper {
  readonly letterId: string;
  /** 26 characters of Crockford base32: whoever holds the file may answer. Printed nowhere visible. */
  readonly secret: string;
  readonly kind: LetterKind;
  readonly state: 'draft' | 'signed';
  /** Document number (文号), such as 甲市志审〔2026〕3号; the office enters it. */
  readonly number: string | null;
  readonly issuingOffice: string;
  readonly addressee: string;
  readonly workTitle: string;
  readonly manuscriptTitle: string;
  readonly revisionNumber: number;
  readonly round: number;
  readonly preamble: string;
  readonly closing: string;
  readonly signedBy: string | null;
  readonly signedOn: string | null;
  readonly dueOn: string | null;
  readonly contact: string | null;
  readonly lines: readonly PaperLine[];
}

/** Line of a letter (意见条目): one opinion, or one thing to verify. */
export interface PaperLine {
  readonly lineId: string;
  readonly number: number;
  /** Headings down to the passage, as 第三编 农业 › 第二章 种植业. */
  readonly place: string;
  readonly quote: string;
  readonly opinion: string;
  readonly suggestion: string | null;
  readonly basis: string | null;
  readonly certainty: Certainty;
  /** A political or secrecy line: it may carry no suggestion, and writing one throws. */
  readonly carriesNoEdit?: boolean;
  readonly answer: AnswerKind | null;
  readonly answerNote: string | null;
}

/** Answer (答复) to a line: 已改、部分修改、未改、有异议; of a slip: done 更正, notDone 属实, contested 有异议. */
export type AnswerKind = Answer;

/** Answers of a file that came back (回填答复), with everything in it that is no answer to a line. */
export interface ReadAnswers {
  readonly letterId: string;
  readonly secret: string;
  readonly answers: readonly ReadAnswer[];
  /** Rows and paragraphs that were not in the letter, comments of Word, tables added. */
  readonly unmatched: readonly { readonly text: string }[];
}

/** One answered row; `lineId` is null when its bookmark is lost: `matchAnswers` then goes by number and quote. */
export interface ReadAnswer {
  readonly lineId: string | null;
  readonly number: number | null;
  readonly answer: AnswerKind | null;
  readonly note: string;
  /** Original text (原文) as it stands in the row. */
  readonly quote: string;
  /** The whole row, cell by cell. */
  readonly text: string;
}

/** What the printed tables call their columns (表头); a file that comes back is read by these words. */
export const COLUMN_NAMES = {
  number: '序号',
  place: '原文位置',
  quote: '原文',
  opinion: '审改意见',
  inquiry: '请核实的内容',
  basis: '依据',
  result: '处理结果',
  handling: '处理意见',
  verified: '核实结果',
  note: '说明',
  handler: '经办人',
  checker: '复核',
} as const;

/** Columns that nobody is to fill in (印制栏). */
export const PRINTED_COLUMNS: ReadonlySet<string> = new Set([
  COLUMN_NAMES.place,
  COLUMN_NAMES.quote,
  COLUMN_NAMES.opinion,
  COLUMN_NAMES.inquiry,
  COLUMN_NAMES.basis,
]);

/** Boxes to tick (选项) in the answer cell of each kind, and the answer each stands for. */
export const ANSWER_OPTIONS: Record<LetterKind, Readonly<Record<string, AnswerKind>>> = {
  opinions: { 已改: 'done', 部分修改: 'partly', 未改: 'notDone', 有异议: 'contested' },
  slip: { 属实: 'notDone', 更正为: 'done', 有异议: 'contested' },
};
