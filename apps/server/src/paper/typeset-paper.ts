import { typesetDocx, typesetHtml, typesetPdf, type Paper } from '@xiuzhi/typeset';

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

/** Prints a document (排印); throws TypesetRefusal, which is answered with its own sentence. */
export async function typesetPaper(paper: Paper, format: PaperFormat, fontFolder: string): Promise<PaperFile> {
  return { bytes: await print(paper, format, fontFolder), mediaType: MEDIA_TYPES[format] };
}

async function print(paper: Paper, format: PaperFormat, fontFolder: string): Promise<Uint8Array> {
  if (format === 'docx') return typesetDocx(paper);
  if (format === 'html') return new TextEncoder().encode(typesetHtml(paper));
  return (await typesetPdf(paper, { fontFolder })).pdf;
}
