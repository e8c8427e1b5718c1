export type {
  BulletinItem,
  BulletinPaper,
  BulletinSection,
  LetterPaper,
  LetterPart,
  Paper,
  PaperParagraph,
  Recipients,
  TablePaper,
} from './paper.ts';
export type { HeadCell, PaperColumn, PaperRow, PaperTable } from './paper-table.ts';
export { FACE_NAMES, splitByFace, type Face } from './split-by-face.ts';
export { typesetDocx } from './typeset-docx.ts';
export { typesetHtml } from './typeset-html.ts';
export { typesetPdf, type TypesetOptions, type TypesetPdf } from './typeset-pdf.ts';
export { TypesetRefusal, type TypesetRefusalCode } from './typeset-refusal.ts';
