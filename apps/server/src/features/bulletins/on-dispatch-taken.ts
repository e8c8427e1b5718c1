import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { takeItem } from './take-item.ts';

/** Copy that was taken becomes an item of the draft. */
export async function onDispatchTaken(tx: Tx, event: Events['dispatch-taken']): Promise<void> {
  const { dispatchId, column, title, body, source } = event;
  await takeItem(tx, event, { column, title, subtitle: null, body, source, dispatchId });
}
