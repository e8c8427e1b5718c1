import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { saveFindings } from './store.ts';

/** When a revision has been read, its findings are saved with it. */
export async function onRevisionRead(tx: Tx, event: Events['revision-read']): Promise<void> {
  await saveFindings(tx, event, event.volume, event.findings);
}
