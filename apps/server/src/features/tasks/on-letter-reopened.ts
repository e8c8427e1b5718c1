import { moveTask } from '@xiuzhi/domain';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events } from '../../events.ts';
import { lockTask, recordEvent, updateTask } from './store.ts';

/** When an answer is taken back, its task is to be dealt with again; one that was closed meanwhile stays closed. */
export async function onLetterReopened(tx: Tx, event: Events['letter-reopened']): Promise<void> {
  const task = await lockTask(tx, { subject: `letter:${event.letterId}` });
  if (task?.state !== 'answered') return;
  const moved = moveTask(task, 'reopen', null);
  if (typeof moved === 'string') return;
  await updateTask(tx, task.id, moved);
  await recordEvent(tx, task.id, event.by, 'tasks.reopen');
  await recordAudit(tx, { actor: event.by, action: 'tasks.reopen', subject: `task:${task.id}` });
}
