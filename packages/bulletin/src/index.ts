export type { Bulletin, BulletinItem, BulletinKind, Disclosure, Recipients } from './bulletin.ts';
export { findCandidates, type Known } from './candidates/find-candidates.ts';
export type {
  Attendance,
  Candidates,
  Demand,
  Figure,
  IssuingLevel,
  Meeting,
  MeetingKind,
  Person,
  Place,
  RelayedDocument,
  TitledWork,
} from './candidates.ts';
export {
  checkNumbering,
  type KnownIssue,
  type NumberingIssue,
  type NumberingReport,
  type SeriesNumbering,
  type YearOfNumbers,
} from './check-numbering.ts';
export { printBulletin } from './print-bulletin.ts';
export type { Problem, ProblemCode } from './problem.ts';
export { readBulletin, type BulletinOptions } from './read-bulletin.ts';
