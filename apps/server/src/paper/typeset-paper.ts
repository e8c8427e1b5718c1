import { typesetDocx, typesetHtml, typesetPdf, type Paper } from '@xiuzhi/typeset';

import { takeTurns } from './take-turns.ts';

/** Formats an official document is printed in (版式): the PDF is the one that counts, the others are for working on. */
export type PaperFormat = 'pdf' | 'docx' | 'html';

const MEDIA_TYPES: Record<PaperFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

/** A printed document as it is sent (排印件). */
export interface PaperFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Typesetters at once (同时排版的件数), each a process with the fonts in memory. */
export const ABREAST = Math.min(4, Math.max(2, navigator.hardwareConcurrency));
const takeTurn = takeTurns(ABREAST);

/** For whom a document is printed, and where the office keeps its own fonts. */
export interface PaperOrder {
  readonly fontFolder: string;
  /** Person who asked: nobody waits for all that another has asked for. */
  readonly by: string;
}

/** Prints a document (排印); throws TypesetRefusal, which is answered with its own sentence. */
export async function typesetPaper(paper: Paper, format: PaperFormat, order: PaperOrder): Promise<PaperFile> {
  return { bytes: await print(paper, format, order), mediaType: MEDIA_TYPES[format] };
}

async function print(paper: Paper, format: PaperFormat, { fontFolder, by }: PaperOrder): Promise<Uint8Array> {
  if (format === 'docx') return typesetDocx(paper);
  if (format === 'html') return new TextEncoder().encode(typesetHtml(paper));
  return (await takeTurn(by, () => typesetPdf(paper, { fontFolder }))).pdf;
}
