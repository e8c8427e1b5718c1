import { recordAudit } from '../../db/record-audit.ts';
import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { reopenTaken } from './store.ts';

/** When the item made from it is taken out of a draft, copy waits to be dealt with again. */
export async function onItemRemoved(tx: Tx, { dispatchId, issueId, by }: Events['item-removed']): Promise<void> {
  if (dispatchId === null || !(await reopenTaken(tx, dispatchId, issueId))) return;
  await recordAudit(tx, {
    actor: by,
    action: 'dispatches.putBack',
    subject: `dispatch:${dispatchId}`,
    content: { issueId },
  });
}
