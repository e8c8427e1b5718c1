import type { Volume } from '@xiuzhi/review';
import type { SourceMap } from './source-map.ts';

/** File format a manuscript came in (稿件格式). */
export type ManuscriptFormat = 'docx' | 'md' | 'txt';

/** What was found in a file and what was left out (读入报告); counts only, no text. */
export interface ImportReport {
  readonly paragraphs: number;
  readonly headings: number;
  readonly tables: number;
  readonly mergedCells: number;
  readonly captions: number;
  readonly notes: number;
  readonly images: number;
  /** Tracked insertions of a .docx, which are read as text. */
  readonly insertions?: number;
  /** Encoding of a text file. */
  readonly encoding?: string;
  /** What the logical text leaves out, as kind → count; kinds in `NotTaken`. */
  readonly notTaken: Readonly<Partial<Record<NotTaken, number>>>;
}

/** Kinds of content that are recognised but not put into the logical text (未读入的内容). */
export type NotTaken = 'deletions' | 'comments' | 'headers-and-footers' | 'formulas' | 'charts' | 'embedded-objects';

/** Manuscript (稿件): the file read as a book, with the way back to the file. */
export interface Manuscript {
  readonly format: ManuscriptFormat;
  readonly volume: Volume;
  readonly sources: SourceMap;
  readonly report: ImportReport;
}
