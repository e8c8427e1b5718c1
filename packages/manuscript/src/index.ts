export { cleanText } from './formats/clean-text.ts';
export { findClassificationMark } from './find-classification-mark.ts';
export { findMarkInBytes } from './find-mark-in-bytes.ts';
export { annotateDocx, type AnnotatedDocx, type DocxComment } from './formats/docx/annotate-docx.ts';
export { readDocxTables, type DocxTable } from './formats/docx/read-tables.ts';
export type { CommentWords } from './formats/docx/write-comment.ts';
export type { DocxEdit, Reviser } from './formats/docx/place-revisions.ts';
export { reviseDocx, type RevisedDocx } from './formats/docx/revise-docx.ts';
export { writeDocx, type VolumeComment } from './formats/docx/write-docx.ts';
export { decodeText, type TextEncoding } from './formats/text/decode-text.ts';
export {
  describeReport,
  REPORT_NAMES,
  type ForeignMark,
  type ImportReport,
  type ReportEntry,
  type ReportKind,
  type Taken,
} from './import-report.ts';
export type { Manuscript, ManuscriptFormat } from './manuscript.ts';
export { ManuscriptRefusal, type RefusalCode } from './manuscript-refusal.ts';
export { readLines } from './read-lines.ts';
export { readManuscript } from './read-manuscript.ts';
export { decodeSourceMap, encodeSourceMap, SourceMap, type SourcePart, type SourceSpan } from './source-map.ts';
