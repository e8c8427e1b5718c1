import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { moveWorks } from './store.ts';

/** The works (志鉴项目) of a merged organisation go on at the one it was merged into. */
export async function onOrganisationMerged(tx: Tx, { fromId, intoId }: Events['organisation-merged']): Promise<void> {
  await moveWorks(tx, fromId, intoId);
}
