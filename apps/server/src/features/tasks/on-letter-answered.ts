import { moveTask } from '@xiuzhi/domain';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events } from '../../events.ts';
import { insertEvidence, lockTask, recordEvent, updateTask } from './store.ts';

/** When all lines of a letter are answered, its task waits for the office that gave it; the reply is its evidence. */
export async function onLetterAnswered(tx: Tx, event: Events['letter-answered']): Promise<void> {
  const task = await lockTask(tx, { subject: `letter:${event.letterId}` });
  const moved = task && moveTask(task, 'answer', null);
  if (!moved || typeof moved === 'string') return;
  await updateTask(tx, task.id, moved);
  const by = event.by?.personId ?? null;
  if (event.replyId)
    await insertEvidence(tx, { taskId: task.id, subject: `reply:${event.replyId}`, note: '', addedBy: by });
  await recordEvent(tx, task.id, event.by, 'tasks.answer');
  await recordAudit(tx, {
    actor: event.by,
    action: 'tasks.answer',
    subject: `task:${task.id}`,
    content: { replyId: event.replyId },
  });
}
