import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { handOverTasks } from './store.ts';

/** When a post is handed over, so is what its holder still had to deal with. */
export async function onPostHandedOver(tx: Tx, event: Events['post-handed-over']): Promise<void> {
  await handOverTasks(tx, event.fromPostId, event.toPostId);
}
