import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { moveSubmissions } from './store.ts';

/** When an office is merged into another, that one has what was sent to it. */
export async function onOrganisationMerged(tx: Tx, event: Events['organisation-merged']): Promise<void> {
  await moveSubmissions(tx, event.fromId, event.intoId);
}
