import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { saveFindings } from './store.ts';
import { dropSuppressed, findWorkOf, loadSuppressions } from './suppressions.ts';

/** When a revision has been read, its findings are saved with it, but for what its work does not want to be told. */
export async function onRevisionRead(tx: Tx, event: Events['revision-read']): Promise<void> {
  const suppressions = await loadSuppressions(tx, await findWorkOf(tx, event.revisionId));
  await saveFindings(tx, event, event.volume, dropSuppressed(event.findings, suppressions));
}
