import { refuse } from '../../http/context.ts';
import type { Tx } from '../../db/open-database.ts';
import { sql } from 'kysely';

import { TODAY } from '../../db/today.ts';

/** Any number, so long as every node uses the same: two last administrators cannot end each other at once. */
const LOCK = 7_308_1003;

/**
 * Refuses to take away the last administrator (最后一位管理员): somebody active must keep, for good, a current post of
 * administrator at the root. Call it before the change, in its transaction, with what is about to be taken away.
 */
export async function keepAdministrator(tx: Tx, leaving: { personId: string } | { postId: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
  const lasting = await tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.id', 'post.person_id'])
    .where('organisation.parent_id', 'is', null)
    .where('post.role', '=', 'administrator')
    .where('post.since', '<=', TODAY)
    .where('post.until', 'is', null)
    .where('person.active', '=', true)
    .execute();
  const remaining = lasting.filter((post) =>
    'postId' in leaving ? post.id !== leaving.postId : post.person_id !== leaving.personId,
  );
  if (remaining.length === 0 && lasting.length > 0) refuse('LAST_ADMINISTRATOR');
}
