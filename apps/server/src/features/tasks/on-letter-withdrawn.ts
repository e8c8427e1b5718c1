import { moveTask } from '@xiuzhi/domain';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events } from '../../events.ts';
import { lockTask, recordEvent, updateTask } from './store.ts';

/** When a letter is withdrawn, nothing is left to be done about it. */
export async function onLetterWithdrawn(tx: Tx, event: Events['letter-withdrawn']): Promise<void> {
  const task = await lockTask(tx, { subject: `letter:${event.letterId}` });
  const moved = task && moveTask(task, 'withdraw', null);
  if (!moved || typeof moved === 'string') return;
  await updateTask(tx, task.id, moved);
  await recordEvent(tx, task.id, event.by, 'tasks.withdraw');
  await recordAudit(tx, { actor: event.by, action: 'tasks.withdraw', subject: `task:${task.id}` });
}
