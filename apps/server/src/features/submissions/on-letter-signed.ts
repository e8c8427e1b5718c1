import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events, Publish } from '../../events.ts';
import { endSubmission, lockRevision } from './store.ts';

/** When the office it was sent to has signed its opinions, the revision goes back with them. */
export async function onLetterSigned(tx: Tx, event: Events['letter-signed'], publish: Publish): Promise<void> {
  if (event.kind !== 'opinions') return;
  const revision = await lockRevision(tx, event.revisionId);
  if (revision?.open?.office_id !== event.officeId) return;
  const submissionId = revision.open.id;
  await endSubmission(tx, submissionId, 'returned');
  await publish(tx, 'submission-ended', { submissionId, revisionId: event.revisionId });
  await recordAudit(tx, {
    actor: event.by,
    action: 'submissions.return',
    subject: `submission:${submissionId}`,
    content: { letterId: event.letterId },
  });
}
