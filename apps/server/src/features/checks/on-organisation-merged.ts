import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { moveCheckLines } from './store.ts';

/** When an office is merged into another, that one sees and judges what it had asked for. */
export async function onOrganisationMerged(tx: Tx, { fromId, intoId }: Events['organisation-merged']): Promise<void> {
  await moveCheckLines(tx, fromId, intoId);
}
