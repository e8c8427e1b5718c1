import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { moveLetters } from './store.ts';

/** When an office is merged into another, that one has its letters; those that were signed keep the name of then. */
export async function onOrganisationMerged(tx: Tx, { fromId, intoId }: Events['organisation-merged']): Promise<void> {
  await moveLetters(tx, fromId, intoId);
}
