import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import type { Jobs } from '../../jobs/open-jobs.ts';
import { startCheck } from './check-revision.ts';
import { findNext, renumberLines } from './store.ts';

/** When the findings of a revision have new numbers, its checks name them by those and are made again. */
export function onReviewRenewed(jobs: Jobs): (tx: Tx, event: Events['review-renewed']) => Promise<void> {
  return async (tx, { revisionId, renumbered }) => {
    await renumberLines(tx, revisionId, renumbered);
    await startCheck(jobs, tx, revisionId);
    const next = await findNext(tx, revisionId);
    if (next) await startCheck(jobs, tx, next);
  };
}
