import type { Tx } from '../../db/open-database.ts';
import { refuse, type Caller } from '../../http/context.ts';
import { requireSeries, type SeriesAccess } from './bulletin-access.ts';
import { findLists, lockSeries } from './series.ts';
import { insertDraft } from './store.ts';

/**
 * Begins a draft with head and tail as the series has them (起草一期). The series is locked: whoever gives it other lists
 * meanwhile would not see the draft, which would keep the former ones.
 */
export async function startDraft(
  tx: Tx,
  signedIn: Caller,
  draft: { readonly seriesId: string; readonly issuedOn: string | null; readonly supplement: boolean },
): Promise<SeriesAccess & { readonly issueId: string }> {
  await lockSeries(tx, draft.seriesId);
  const access = await requireSeries(tx, signedIn, draft.seriesId, 'bulletins.draft');
  const { caller, series } = access;
  if (series.ended_on !== null) refuse('SERIES_ENDED');
  const issueId = await insertDraft(tx, {
    ...draft,
    issuer: series.issuer,
    recipients: await findLists(tx, series.id, draft.issuedOn),
    printedBy: series.printed_by,
    copies: series.copies,
    createdBy: caller.personId,
  });
  return { ...access, issueId };
}
