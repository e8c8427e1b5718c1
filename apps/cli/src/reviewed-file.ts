import type { Finding } from '@xiuzhi/review';

/** A finding with its line and column in the logical text (定位的疑点), both from 1. */
export interface PlacedFinding extends Finding {
  readonly line: number;
  readonly column: number;
}

/** One file reviewed (审校结果), as plain data: it may come from another thread. */
export interface ReviewedFile {
  readonly path: string;
  /** UTF-16 units of the logical text. */
  readonly chars: number;
  readonly findings: readonly PlacedFinding[];
  /** What was written beside it, in a sentence; findings or edits that had to be left out, with the reason. */
  readonly written?: { readonly note: string; readonly left: readonly PlacedFinding[]; readonly reason: string };
}

/** Why a file could not be reviewed or written, in one sentence. */
export interface FailedFile {
  readonly path: string;
  readonly failure: string;
}
