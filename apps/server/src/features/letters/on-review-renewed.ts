import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { renumberLines } from './store-lines.ts';

/** When the findings of a revision have new numbers, the lines of its letters name them by those. */
export async function onReviewRenewed(tx: Tx, { revisionId, renumbered }: Events['review-renewed']): Promise<void> {
  await renumberLines(tx, revisionId, renumbered);
}
