import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { moveSeries } from './series.ts';

/** When an office is merged into another, that one issues its series; one of the same name ends, and keeps its issues. */
export async function onOrganisationMerged(tx: Tx, event: Events['organisation-merged']): Promise<void> {
  await moveSeries(tx, event.fromId, event.intoId, event.on);
}
