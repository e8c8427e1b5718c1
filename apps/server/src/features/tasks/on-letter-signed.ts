import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events } from '../../events.ts';
import { insertTask, recordEvent } from './store.ts';

/**
 * When a letter has been signed, whoever is to answer it has one task: opinions go to the reviewed office (整改), a slip for
 * a unit without an account stays with the office that sends it (核实).
 */
export async function onLetterSigned(tx: Tx, event: Events['letter-signed']): Promise<void> {
  const slip = event.kind === 'slip';
  const id = await insertTask(tx, {
    kind: slip ? 'verification' : 'rectification',
    organisationId: slip ? event.officeId : event.reviewedId,
    assignerId: event.officeId,
    workId: event.workId,
    subject: `letter:${event.letterId}`,
    title: event.title,
    addressee: slip ? event.addressee : null,
    dueOn: event.dueOn,
  });
  if (!id) return;
  await recordEvent(tx, id, event.by, 'tasks.create');
  await recordAudit(tx, {
    actor: event.by,
    action: 'tasks.create',
    subject: `task:${id}`,
    content: { letterId: event.letterId, dueOn: event.dueOn },
  });
}
