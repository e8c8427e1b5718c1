import type { Action, Territory } from '@xiuzhi/domain';

import type { Tx } from '../../db/open-database.ts';
import { findTerritory } from '../../db/territory.ts';
import { may, refuse, requireCaller, requireMay, type Caller, type Context } from '../../http/context.ts';
import { holdRevision } from './store.ts';

/** The territory of a revision, and who is signed in. */
async function approach(context: Context, revisionId: string): Promise<{ signedIn: Caller; territory: Territory }> {
  const signedIn = requireCaller(context);
  const territory = await findTerritory(context.db, 'revision', revisionId);
  return territory ? { signedIn, territory } : refuse('NOT_FOUND');
}

/** The caller, entering a revision to read or export its findings. */
export async function enterRevision(context: Context, revisionId: string, action: Action): Promise<Caller> {
  const { signedIn, territory } = await approach(context, revisionId);
  return requireMay(signedIn, action, territory, 'reviews.read');
}

/**
 * Runs `work` with the caller as acting in the office that has the revision now: the one that works on the text, or while
 * it is sent up (送审) the superior alone. It stays there until the transaction ends.
 */
export async function claimRevision<T>(
  context: Context,
  revisionId: string,
  work: (tx: Tx, caller: Caller) => Promise<T>,
): Promise<T> {
  const { signedIn, territory } = await approach(context, revisionId);
  const { sentTo: _, ...own } = territory;
  return context.db.transaction().execute(async (tx) => {
    const receiver = await holdRevision(tx, revisionId);
    const holder = receiver ? { organisationPath: receiver, officePath: receiver } : own;
    if (may(signedIn, 'reviews.decide', holder)) return work(tx, { ...signedIn, officePath: holder.officePath });
    if (may(signedIn, 'reviews.decide', own)) refuse('SENT_UP');
    if (may(signedIn, 'reviews.decide', territory)) refuse('SUBMISSION_ENDED');
    return refuse(may(signedIn, 'reviews.read', territory) ? 'NOT_ALLOWED' : 'NOT_FOUND');
  });
}

/**
 * Runs `work` for what only the office that works on the text does (本单位), and not while the text is sent up: its
 * settings and reviewing again.
 */
export async function claimOwnRevision<T>(
  context: Context,
  revisionId: string,
  work: (tx: Tx, caller: Caller) => Promise<T>,
): Promise<T> {
  const { signedIn, territory } = await approach(context, revisionId);
  const { sentTo: _, ...own } = territory;
  if (!may(signedIn, 'reviews.decide', own))
    refuse(may(signedIn, 'reviews.read', territory) ? 'NOT_ALLOWED' : 'NOT_FOUND');
  return context.db.transaction().execute(async (tx) => {
    if (await holdRevision(tx, revisionId)) refuse('SENT_UP');
    return work(tx, { ...signedIn, officePath: own.officePath });
  });
}
