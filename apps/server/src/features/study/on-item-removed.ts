import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events } from '../../events.ts';
import { clearIssue } from './store.ts';

/** When the item drafted from it is taken out of an issue, a session can be drafted anew. */
export async function onItemRemoved(tx: Tx, { sessionId, issueId, by }: Events['item-removed']): Promise<void> {
  if (sessionId === null || !(await clearIssue(tx, sessionId, issueId))) return;
  await recordAudit(tx, { actor: by, action: 'study.update', subject: `session:${sessionId}`, content: { issueId } });
}
