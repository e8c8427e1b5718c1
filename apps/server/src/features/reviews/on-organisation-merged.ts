import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { moveDecisions } from './keep-decisions.ts';
import { moveOpinions } from './opinions.ts';

/** When an office is merged into another, its people there go on seeing what they decided and raised. */
export async function onOrganisationMerged(tx: Tx, { fromId, intoId }: Events['organisation-merged']): Promise<void> {
  await moveDecisions(tx, fromId, intoId);
  await moveOpinions(tx, fromId, intoId);
}
