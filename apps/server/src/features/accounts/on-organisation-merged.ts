import type { Tx } from '../../db/open-database.ts';
import type { Events, Publish } from '../../events.ts';
import { movePosts } from './store.ts';

/**
 * Carries the posts (岗位) of a merged organisation over: those that were held on that day end the day before and go on at
 * the other organisation, those still to come begin there. Whoever has left keeps nothing open.
 */
export async function onOrganisationMerged(
  tx: Tx,
  { fromId, intoId, on }: Events['organisation-merged'],
  publish: Publish,
): Promise<void> {
  for (const [fromPostId, toPostId] of await movePosts(tx, fromId, intoId, on))
    await publish(tx, 'post-handed-over', { fromPostId, toPostId });
}
