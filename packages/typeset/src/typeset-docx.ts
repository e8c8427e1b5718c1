import type { Paper } from './paper.ts';

/** Writes a document as a .docx (生成 Word 文件) by the measures of the PDF. Throws TypesetRefusal. */
export function typesetDocx(_paper: Paper): Promise<Uint8Array> {
  return Promise.reject(new Error('not yet'));
}
