import { checkPaper } from './check-paper.ts';
import type { Paper } from './paper.ts';
import { runTypesetter } from './run-typesetter.ts';

/** Where an office keeps its own fonts (字体文件夹), and when to give up. */
export interface TypesetOptions {
  /** Folder of the office's own fonts, searched before all others. */
  readonly fontFolder?: string;
  readonly signal?: AbortSignal;
}

/** A typeset document (排版结果). */
export interface TypesetPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Typesets a document as PDF/A-2b (排版) in a process of its own. Throws TypesetRefusal, or the reason of the signal. */
export async function typesetPdf(paper: Paper, { fontFolder, signal }: TypesetOptions = {}): Promise<TypesetPdf> {
  checkPaper(paper);
  return await runTypesetter({ paper, fontFolder: fontFolder ?? null }, signal);
}
