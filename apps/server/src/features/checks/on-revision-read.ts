import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import type { Jobs } from '../../jobs/open-jobs.ts';
import { startCheck } from './check-revision.ts';
import { findNext } from './store.ts';

/** Has every new revision checked against the last, in the transaction that saves its book. */
export function onRevisionRead(jobs: Jobs): (tx: Tx, event: Events['revision-read']) => Promise<void> {
  return async (tx, { revisionId }) => {
    await startCheck(jobs, tx, revisionId);
    // A short revision may have been read before the long one that it follows.
    const next = await findNext(tx, revisionId);
    if (next) await startCheck(jobs, tx, next);
  };
}
