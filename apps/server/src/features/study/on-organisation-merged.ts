import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { moveSessions } from './store.ts';

/** When an office is merged into another, the records of its sessions are that one's. */
export async function onOrganisationMerged(tx: Tx, { fromId, intoId }: Events['organisation-merged']): Promise<void> {
  await moveSessions(tx, fromId, intoId);
}
