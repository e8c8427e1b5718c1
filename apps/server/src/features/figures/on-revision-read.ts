import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { saveFigures } from './store.ts';

/** When a revision has been read, or reviewed again, its ledger is saved with the findings. */
export async function onRevisionRead(tx: Tx, event: Events['revision-read'] | Events['review-renewed']): Promise<void> {
  await saveFigures(tx, event.revisionId, event.volume, event.ledger);
}
