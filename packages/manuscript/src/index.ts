export { findClassificationMark } from './find-classification-mark.ts';
export { decodeText, type TextEncoding } from './formats/text/decode-text.ts';
export type { ImportReport, Manuscript, ManuscriptFormat, NotTaken } from './manuscript.ts';
export { ManuscriptRefusal, type RefusalCode } from './manuscript-refusal.ts';
export { readManuscript } from './read-manuscript.ts';
export { decodeSourceMap, encodeSourceMap, SourceMap, type SourcePart, type SourceSpan } from './source-map.ts';
