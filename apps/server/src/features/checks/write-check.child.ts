import { answer } from '../../jobs/child-answer.ts';
import { writeCheck, writeCheckSheet, type CheckPaper } from './write-check.ts';

/** What is to be written: the table for Word or for Excel. */
export interface CheckPaperInput {
  readonly paper: CheckPaper;
  readonly format: 'docx' | 'xlsx';
}

await answer<CheckPaperInput, Uint8Array>(({ paper, format }) =>
  format === 'docx' ? writeCheck(paper) : writeCheckSheet(paper),
);
