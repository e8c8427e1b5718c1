import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { moveTasks } from './store.ts';

/** When an organisation is merged into another, that one has its tasks, and those it gave. */
export async function onOrganisationMerged(tx: Tx, { fromId, intoId }: Events['organisation-merged']): Promise<void> {
  await moveTasks(tx, fromId, intoId);
}
