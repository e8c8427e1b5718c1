import type { AuditAction } from '@xiuzhi/domain';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { refuse, requireCaller, type Context } from '../../http/context.ts';
import { enterIssue, requireRight, type IssueAccess } from './bulletin-access.ts';
import { lockSeries } from './series.ts';
import { lockIssue, seriesOf } from './store.ts';
import { wireInFull } from './wire-issue.ts';

type Right = Parameters<typeof requireRight>[1];

/**
 * One change to an issue that is locked (办理一期), with its audit row; the issue in full as it is then. Whoever gives
 * what follows from the series, its numbers or its lists, locks that as well, before the issue.
 */
export async function changeIssue(
  context: Context,
  { id, right, locksSeries = false }: { readonly id: string; readonly right: Right; readonly locksSeries?: boolean },
  work: (tx: Tx, access: IssueAccess) => Promise<{ action: AuditAction; content?: unknown } | null>,
) {
  const signedIn = requireCaller(context);
  await context.db.transaction().execute(async (tx) => {
    if (locksSeries) await lockSeries(tx, (await seriesOf(tx, id)) ?? refuse('NOT_FOUND'));
    await lockIssue(tx, id);
    const access = await enterIssue(tx, signedIn, id);
    requireRight(access, right);
    const done = await work(tx, access);
    if (done) await recordAudit(tx, { actor: access.caller, subject: `bulletin:${id}`, ...done });
  });
  return wireInFull(context.db, await enterIssue(context.db, signedIn, id));
}

/** Refuses unless the issue is a draft and as the caller saw it. */
export function requireDraft({ issue }: IssueAccess, version?: number): void {
  if (issue.state !== 'draft') refuse('NOT_AT_THIS_STEP');
  if (version !== undefined && issue.version !== version) refuse('STALE');
}
