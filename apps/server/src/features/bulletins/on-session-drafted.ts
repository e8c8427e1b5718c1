import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { takeItem } from './take-item.ts';

/** What was drafted from a session becomes an item of the draft. */
export async function onSessionDrafted(tx: Tx, event: Events['session-drafted']): Promise<void> {
  const { sessionId, title, body } = event;
  await takeItem(tx, event, { column: null, title, subtitle: null, body, source: null, sessionId });
}
