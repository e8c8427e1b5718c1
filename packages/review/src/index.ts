export * from './finding.ts';
export {
  keyOfFigure,
  readLedger,
  type FigureCell,
  type FigureKind,
  type Ledger,
  type LedgerEntry,
} from './ledger/ledger.ts';
export { RULES, type RuleInfo } from './list-rules.ts';
export { listCoverage, type Coverage } from './print-coverage.ts';
export { openLiveReview, type LiveReview } from './live-review.ts';
export type { Norm } from './norms/define-norm.ts';
export { describeClause, NORMS, type NormId } from './norms/register.ts';
export { PRESETS, type Preset } from './presets.ts';
export { HOUSE_STYLES, type HouseStyle, type HouseStyleId } from './house-style.ts';
export * from './settings.ts';
export { printComment, type CommentedFinding } from './print-comment.ts';
export { review, type ReviewOptions } from './review.ts';
export type { RuleId } from './rules/index.ts';
export { ENGINE_VERSION } from './version.ts';
export { volumeFromText } from './volume-from-text.ts';
export * from './volume.ts';
