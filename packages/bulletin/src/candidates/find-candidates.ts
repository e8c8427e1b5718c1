import type { BulletinItem } from '../bulletin.ts';
import type { Candidates } from '../candidates.ts';

/** What is known of the issue that candidates stand in. */
export interface Known {
  readonly year: number | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly office: string | null;
  /** Full names. */
  readonly persons: readonly string[];
}

/** Finds what a person confirms in the items (待确认内容); `disagreeing` rows of demands have another count than announced. */
export function findCandidates(
  _items: readonly BulletinItem[],
  _known: Known,
): { readonly candidates: Candidates; readonly disagreeing: number } {
  return { candidates: { demands: [], persons: [], works: [], figures: [], meetings: [] }, disagreeing: 0 };
}
