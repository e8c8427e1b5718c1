import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { moveDispatches } from './store.ts';

/** When an office is merged into another, its copy and its calls are that one's. */
export async function onOrganisationMerged(tx: Tx, { fromId, intoId }: Events['organisation-merged']): Promise<void> {
  await moveDispatches(tx, fromId, intoId);
}
