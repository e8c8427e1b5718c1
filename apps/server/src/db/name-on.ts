import { sql } from 'kysely';

import type { Database, Tx } from './open-database.ts';

/** The name of an organisation on that day (当时名称), ISO; the one of today where none is given or recorded. */
export async function nameOn(db: Database | Tx, organisationId: string, day: string): Promise<string> {
  const row = await db
    .selectFrom('organisation as o')
    .select(
      sql<string>`coalesce((select n.name from organisation_name n where n.organisation_id = o.id
        and coalesce(n.since, '-infinity') <= ${day}::date and coalesce(n.until, 'infinity') >= ${day}::date), o.name)`.as(
        'name',
      ),
    )
    .where('o.id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return row.name;
}
