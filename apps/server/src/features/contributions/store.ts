import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

/**
 * Units of a work in the order they were entered, each with its places in the order of their titles; one statement. The places
 * are headings of the text: they are for the offices at the paths of `readers` that work on it, or that it was sent to.
 */
export async function loadContributors(db: Database | Tx, workId: string, readers: readonly string[]) {
  return db
    .selectFrom('contributor')
    .select(['id', 'name'])
    .select(
      sql<string[]>`array(select place from assignment where contributor_id = contributor.id and (exists (
          select from work join organisation home on home.id = work.organisation_id
          where work.id = ${workId} and home.office_path = any(${readers}::text[]))
        or exists (
          select from submission s join revision r on r.id = s.revision_id join manuscript m on m.id = r.manuscript_id
            join organisation receiver on receiver.id = s.office_id
          where m.work_id = ${workId} and r.removed_at is null and s.ended_how is distinct from 'withdrawn'
            and receiver.path = any(${readers}::text[]))) order by place)`.as('places'),
    )
    .where('work_id', '=', workId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Inserts a unit; undefined where the work has one of that name. */
export async function insertContributor(tx: Tx, workId: string, name: string) {
  return tx
    .insertInto('contributor')
    .values({
      id: randomUUID(),
      work_id: workId,
      name,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from contributor where work_id = ${workId})`,
    })
    .onConflict((on) => on.columns(['work_id', 'name']).doNothing())
    .returning(['id', 'name'])
    .executeTakeFirst();
}

/** Locks a unit of a work until the transaction ends; undefined where it has none of that id. */
export async function lockContributor(tx: Tx, workId: string, id: string) {
  return tx
    .selectFrom('contributor')
    .select('id')
    .where('id', '=', id)
    .where('work_id', '=', workId)
    .forUpdate()
    .executeTakeFirst();
}

/** Whether a letter names the unit. */
export async function isInUse(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('letter').select('id').where('contributor_id', '=', id).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Removes a unit with its assignments. */
export async function deleteContributor(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('contributor').where('id', '=', id).execute();
}

/** Says which unit supplied what stands below a heading; null says nobody. */
export async function assignPlace(tx: Tx, workId: string, place: string, contributorId: string | null): Promise<void> {
  if (contributorId === null) {
    await tx.deleteFrom('assignment').where('work_id', '=', workId).where('place', '=', place).execute();
    return;
  }
  await tx
    .insertInto('assignment')
    .values({ work_id: workId, place, contributor_id: contributorId })
    .onConflict((on) => on.columns(['work_id', 'place']).doUpdateSet({ contributor_id: contributorId }))
    .execute();
}
