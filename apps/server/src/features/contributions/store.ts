import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

/** Units of a work in the order they were entered, each with its places in the order of their titles; one statement. */
export async function loadContributors(db: Database | Tx, workId: string) {
  return db
    .selectFrom('contributor')
    .select(['id', 'name'])
    .select(
      sql<string[]>`array(select place from assignment where contributor_id = contributor.id order by place)`.as(
        'places',
      ),
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
