/** Kinds of letters (文书) that go out of a review: 审查意见 to an office, 核实单 to a contributing unit. */
export const LETTER_KINDS = ['opinions', 'slip'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Chinese names of the kinds of letters. */
export const LETTER_KIND_NAMES: Record<LetterKind, string> = { opinions: '审查意见', slip: '核实单' };

/** States of a letter (签发状态): 草稿、已签发、已撤回. */
export const LETTER_STATES = ['draft', 'signed', 'withdrawn'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** Certainty (把握) of an opinion: 修改意见, or 不确定意见, which is to be discussed and does not count as open. */
export const CERTAINTIES = ['change', 'uncertain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Chinese names of the certainties. */
export const CERTAINTY_NAMES: Record<Certainty, string> = { change: '修改意见', uncertain: '不确定意见' };

/** Answers (答复) to a line of a letter: 已改、部分修改、未改、有异议. */
export const ANSWERS = ['done', 'partly', 'notDone', 'contested'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Chinese names of the answers. */
export const ANSWER_NAMES: Record<Answer, string> = {
  done: '已改',
  partly: '部分修改',
  notDone: '未改',
  contested: '有异议',
};

/** What an office's signature stands on. */
export interface SignableLetter {
  readonly state: LetterState;
  readonly version: number;
  /** Lines that go out. */
  readonly lines: number;
  /** A slip names its unit before it goes out. */
  readonly addressee: string;
  /** Findings of families political and secrecy of the revision that nobody has looked at yet. */
  readonly unseen: number;
}

export type SignRefusal = 'STALE' | 'NOT_A_DRAFT' | 'NO_LINES' | 'NO_ADDRESSEE' | 'LOOK_FIRST';

/** Whether a letter may be signed (签发) as the signer saw it: `signed`, or why not. */
export function signLetter(letter: SignableLetter, command: { readonly version: number }): 'signed' | SignRefusal {
  if (letter.state !== 'draft') return 'NOT_A_DRAFT';
  if (letter.version !== command.version) return 'STALE';
  if (letter.lines === 0) return 'NO_LINES';
  if (letter.addressee.trim() === '') return 'NO_ADDRESSEE';
  if (letter.unseen > 0) return 'LOOK_FIRST';
  return 'signed';
}

/** What an answer is given to. */
export interface AnswerableLine {
  readonly state: LetterState;
  readonly version: number;
}

/** Whether a line may be answered (答复) so; 未改 and 有异议 give their reason. */
export function answerLine(
  line: AnswerableLine,
  command: { readonly version: number | null; readonly answer: Answer | null; readonly note: string },
): 'answered' | 'STALE' | 'NOT_SIGNED' | 'REASON_REQUIRED' {
  if (line.state !== 'signed') return 'NOT_SIGNED';
  if (command.version !== null && command.version !== line.version) return 'STALE';
  const reasoned = command.answer !== 'notDone' && command.answer !== 'contested';
  // A Word file that came back is taken as it is: what is missing is asked for by a person.
  if (command.version !== null && !reasoned && command.note.trim() === '') return 'REASON_REQUIRED';
  return 'answered';
}
