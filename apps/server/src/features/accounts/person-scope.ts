import { grantTerritory, type Role, type Territory } from '@xiuzhi/domain';
import { sql, type RawBuilder } from 'kysely';

import type { Tx } from '../../db/open-database.ts';
import { may, refuse, type Caller } from '../../http/context.ts';
import { policy } from '../../policy.ts';
import { TODAY } from '../../db/today.ts';

/**
 * Whether a row of `post` places (安置) its person: posts that last or are to come do; where all are over, those that
 * ended last, so that somebody who has left is still found by the office that was left.
 */
export const PLACES: RawBuilder<boolean> = sql<boolean>`coalesce(post.until, 'infinity') >= least(${TODAY},
  (select max(coalesce(other.until, 'infinity')) from post other where other.person_id = post.person_id))`;

/** Where a post places its person, and as what. */
export type Place = Territory & { readonly role: Role };

/** Locks a person and returns the organisations that the posts place them in; empty where there is no such person. */
export async function lockPlaces(tx: Tx, personId: string): Promise<Place[]> {
  await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute();
  const places = await tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .select(['post.role', 'organisation.path as organisationPath', 'organisation.office_path as officePath'])
    .where('post.person_id', '=', personId)
    .where(PLACES)
    .execute();
  return places.map((place) => ({ ...place, role: place.role as Role }));
}

/**
 * Refuses unless the caller manages somebody placed so: `partly` is enough to give and end posts within the own reach;
 * what changes the whole account (口令、停用) takes `wholly`: whoever could have given all of the posts, or a county could take
 * over a person of its superior, and an internal unit the business of its office. Returns
 * the caller as acting in the office of the person, the highest where there are several: there the audit row is read.
 */
export function requireManaged(caller: Caller, places: readonly Place[], how: 'partly' | 'wholly'): Caller {
  const managed = places.filter((place) => may(caller, 'accounts.manage', place));
  if (managed.length === 0) refuse('NOT_FOUND');
  if (how === 'wholly' && !places.every((place) => mayGrant(caller, place.role, place))) refuse('NOT_ALLOWED');
  const offices = managed.map(({ officePath }) => officePath).sort((a, b) => a.length - b.length);
  return { ...caller, officePath: offices[0]! };
}

/**
 * Refuses to give a role that would reach farther than whoever gives it: almost every role does the business of the whole
 * office, so somebody who manages one internal unit alone cannot give it there.
 */
export function requireMayGrant(caller: Caller, role: Role, territory: Territory): void {
  if (!mayGrant(caller, role, territory)) refuse('NOT_ALLOWED');
}

/** Whether the caller may give this role there (授岗). */
export function mayGrant(caller: Caller, role: Role, territory: Territory): boolean {
  return may(caller, 'accounts.manage', grantTerritory(policy, role, territory));
}
