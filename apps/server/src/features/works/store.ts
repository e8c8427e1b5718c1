import { randomUUID } from 'node:crypto';

import type { Preset } from '@xiuzhi/domain';
import type { HouseStyle } from '@xiuzhi/review';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

/** Works below any of the organisation paths, newest first, after the cursor. */
export async function listWorks(
  db: Database,
  filter: {
    paths: readonly string[];
    /** Offices whose texts, and those sent to them, the caller reads. */
    readers: readonly string[];
    search?: string;
    after?: { at: string; id: string };
    limit: number;
    id?: string;
  },
) {
  let query = db
    .selectFrom('work')
    .innerJoin('organisation', 'organisation.id', 'work.organisation_id')
    .select(['work.id', 'work.title', 'work.kind', 'work.recorded_year', 'work.version'])
    // As text: a JavaScript date would lose the microseconds that the cursor needs.
    .select(sql<string>`to_char(work.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('created_at'))
    .select(['organisation.id as organisation_id', 'organisation.name as organisation_name'])
    .select(['organisation.path', 'organisation.office_path'])
    .select(
      sql<number>`(select count(distinct m.id) from manuscript m join revision r on r.manuscript_id = m.id
        where m.work_id = work.id and r.removed_at is null)`.as('manuscripts'),
    )
    .select(
      sql<string | null>`(select r.id from revision r join manuscript m on m.id = r.manuscript_id
        where m.work_id = work.id and r.state = 'ready' and r.removed_at is null
          and (organisation.office_path = any(${filter.readers}::text[]) or exists (
            select from submission s join organisation receiver on receiver.id = s.office_id
            where s.revision_id = r.id and s.ended_how is distinct from 'withdrawn'
              and receiver.path = any(${filter.readers}::text[])))
        order by r.imported_at desc limit 1)`.as('latest'),
    )
    .where((on) => on.or(filter.paths.map((path) => on('organisation.path', 'like', `${path}%`))))
    .orderBy('work.created_at', 'desc')
    .orderBy('work.id', 'desc')
    .limit(filter.limit);
  if (filter.id) query = query.where('work.id', '=', filter.id);
  if (filter.search) query = query.where('work.title', 'like', `%${filter.search.replace(/[%_\\]/g, '\\$&')}%`);
  if (filter.after) {
    const { at, id } = filter.after;
    query = query.where(sql<boolean>`(work.created_at, work.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return query.execute();
}

/** Inserts a work and returns its id. */
export async function insertWork(
  tx: Tx,
  work: { organisationId: string; title: string; kind: Preset; recordedYear: number | null },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('work')
    .values({
      id,
      organisation_id: work.organisationId,
      title: work.title,
      kind: work.kind,
      recorded_year: work.recordedYear,
    })
    .execute();
  return id;
}

/** Changes a work that still has this version; false where somebody was faster. */
export async function updateWork(
  tx: Tx,
  id: string,
  version: number,
  change: {
    title?: string;
    recordedYear?: number | null;
    period?: { from: number; to: number } | null;
    place?: string | null;
    houseStyle?: HouseStyle;
    previousId?: string | null;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('work')
    .set({
      version: sql<number>`version + 1`,
      ...(change.title === undefined ? {} : { title: change.title }),
      ...(change.recordedYear === undefined ? {} : { recorded_year: change.recordedYear }),
      ...(change.period === undefined
        ? {}
        : { period_from: change.period?.from ?? null, period_to: change.period?.to ?? null }),
      ...(change.place === undefined ? {} : { place: change.place }),
      ...(change.houseStyle === undefined ? {} : { house_style: JSON.stringify(change.houseStyle) }),
      ...(change.previousId === undefined ? {} : { previous_id: change.previousId }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Settings (审校设置) of a work as they are kept, and how much hangs at them; one statement. */
export async function findSettings(db: Database, id: string) {
  return (
    db
      .selectFrom('work')
      // One that was removed since is no book to go by.
      .leftJoin('revision', (join) =>
        join
          .onRef('revision.id', '=', 'work.previous_id')
          .on('revision.removed_at', 'is', null)
          .on('revision.state', '=', 'ready'),
      )
      .leftJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
      .select(['recorded_year', 'period_from', 'period_to', 'place', 'house_style', 'work.version'])
      .select([
        'revision.id as previous_id',
        'manuscript.title as previous_title',
        'revision.number as previous_number',
      ])
      .select(sql<number>`(select count(*) from dictionary_word where work_id = work.id)::int`.as('words'))
      .select(sql<number>`(select count(*) from suppression where work_id = work.id)::int`.as('suppressions'))
      .select(sql<number>`(select count(*) from figure_verdict where work_id = work.id)::int`.as('verdicts'))
      .where('work.id', '=', id)
      .executeTakeFirst()
  );
}

/** Gives every work of one organisation to another. */
export async function moveWorks(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('work').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute();
}
