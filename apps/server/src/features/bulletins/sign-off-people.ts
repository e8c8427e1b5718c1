import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { TODAY } from '../../db/today.ts';

/** A person of a step of the sign-off: with the post today, or named for it all the same. */
export interface Hand {
  readonly id: string;
  readonly name: string;
  readonly role: 'bulletinChecker' | 'signer';
  readonly holds_post: boolean;
}

/** Who may check and sign a series, and who is named for it; by name, one statement. */
export async function listHands(db: Database | Tx, seriesId: string): Promise<Hand[]> {
  const { rows } = await sql<Hand>`
    with series as (select s.checkers, s.signers, o.path from bulletin_series s join organisation o on o.id = s.organisation_id
        where s.id = ${seriesId}::uuid),
      holder as (select distinct post.person_id, post.role from series
        join organisation place on place.office_path = series.path join post on post.organisation_id = place.id
        where post.role in ('bulletinChecker', 'signer') and post.since <= ${TODAY}
          and (post.until is null or post.until >= ${TODAY})),
      named as (select unnest(checkers) as person_id, 'bulletinChecker' as role from series
        union select unnest(signers), 'signer' from series)
    select person.id, person.display_name as name, role, holder.person_id is not null as holds_post
    from holder full join named using (person_id, role) join person on person.id = person_id
    order by person.display_name, person.id`.execute(db);
  return rows;
}

/** Names who checks and who signs a series that is locked; its version rises by one. */
export async function saveSignOff(
  tx: Tx,
  id: string,
  { checkers, signers }: { readonly checkers: readonly string[]; readonly signers: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('bulletin_series')
    .set({ checkers: [...checkers], signers: [...signers], version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}
