import type { Volume } from '@xiuzhi/review';
import type { ImportReport } from './import-report.ts';
import type { SourceMap } from './source-map.ts';

/** File format a manuscript came in (稿件格式). */
export type ManuscriptFormat = 'docx' | 'md' | 'txt' | 'pdf';

/** Manuscript (稿件): the file read as a book, with the way back to the file. */
export interface Manuscript {
  readonly format: ManuscriptFormat;
  readonly volume: Volume;
  readonly sources: SourceMap;
  readonly report: ImportReport;
}
