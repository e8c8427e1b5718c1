/** What can be wrong with a bulletin (简报问题), by code. */
export type ProblemCode =
  | 'no-text'
  | 'two-documents'
  | 'no-bulletin'
  | 'no-series'
  | 'no-number'
  | 'no-office'
  | 'no-date'
  | 'no-items'
  | 'no-tail'
  | 'no-disclosure'
  | 'no-recipients'
  | 'no-print-office'
  | 'no-print-date'
  | 'no-copies'
  | 'item-without-body'
  | 'item-without-source'
  | 'total-before-number'
  | 'date-disagrees'
  | 'impossible-date'
  | 'office-disagrees'
  | 'doubled-words'
  | 'open-bracket'
  | 'line-not-placed'
  | 'demands-disagree';

/** Something a person should look at (简报问题): `refuse` keeps the file out, `ask` lets it in with a question. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'refuse' | 'ask';
  /** One Chinese sentence that says what to do. */
  readonly message: string;
  /** Line of the file, from 1. */
  readonly line?: number;
}
