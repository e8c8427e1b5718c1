import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Actor } from '../../events.ts';
import { refuse } from '../../http/context.ts';
import { insertItems, placeItems, type NewItem } from './store-items.ts';
import { findIssue, lockIssue, touchIssue } from './store.ts';

/** Puts an item that another feature made into a draft (编入一期); refuses where it is none, or has no such column. */
export async function takeItem(
  tx: Tx,
  { issueId, seriesId, by }: { readonly issueId: string; readonly seriesId?: string; readonly by: Actor },
  item: NewItem,
): Promise<void> {
  await lockIssue(tx, issueId);
  const issue = await findIssue(tx, issueId, [by.officePath]);
  if (!issue?.is_own || (seriesId && issue.series_id !== seriesId)) refuse('NOT_FOUND');
  if (issue.state !== 'draft') refuse('NOT_AT_THIS_STEP');
  if (item.column !== null && !issue.columns.includes(item.column)) refuse('COLUMN_UNKNOWN');
  const [id] = await insertItems(tx, issueId, [{ ...item, source: issue.source_line ? item.source : null }]);
  await placeItems(tx, issueId, issue.columns);
  await touchIssue(tx, issueId);
  await recordAudit(tx, {
    actor: by,
    action: 'bulletins.addItem',
    subject: `bulletin:${issueId}`,
    content: { itemId: id, dispatchId: item.dispatchId ?? null, sessionId: item.sessionId ?? null },
  });
}
