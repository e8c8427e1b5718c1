import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events } from '../../events.ts';
import { refuse } from '../../http/context.ts';
import { deleteItem, findItemOf, placeItems } from './store-items.ts';
import { findIssue, lockIssue, touchIssue } from './store.ts';

/** Copy that is open again is taken out of the draft; refuses where the issue has been handed over. */
export async function onDispatchPutBack(tx: Tx, event: Events['dispatch-put-back']): Promise<void> {
  const { dispatchId, by } = event;
  const issueId = (await findItemOf(tx, dispatchId))?.issue_id;
  if (!issueId) return;
  await lockIssue(tx, issueId);
  const [issue, item] = [await findIssue(tx, issueId, [by.officePath]), await findItemOf(tx, dispatchId)];
  if (!issue || !item) return;
  if (issue.state !== 'draft') refuse('NOT_AT_THIS_STEP');
  await deleteItem(tx, item.id);
  await placeItems(tx, issueId, issue.columns);
  await touchIssue(tx, issueId);
  await recordAudit(tx, {
    actor: by,
    action: 'bulletins.removeItem',
    subject: `bulletin:${issueId}`,
    content: { itemId: item.id, dispatchId },
  });
}
