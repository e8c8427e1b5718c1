import { sql } from 'kysely';

import type { Database } from '../../db/open-database.ts';
import { PLACES } from './person-scope.ts';
import { loadPersons } from './store.ts';

/** What to list: persons placed below any of the paths, the newest first, after the cursor. */
export interface PersonFilter {
  readonly paths: readonly string[];
  /** Part of the sign-in name or the display name. */
  readonly search?: string;
  /** An organisation with its internal units; not the offices below it. */
  readonly organisationId?: string;
  /** `at` to the microsecond. */
  readonly after?: { readonly at: string; readonly id: string };
  readonly limit: number;
}

/** Lists persons (人员) with their posts; two statements. `at` is what the cursor of the next page needs. */
export async function listPersons(db: Database, filter: PersonFilter) {
  const below = sql.join(
    filter.paths.map((path) => sql`organisation.path like ${`${path}%`}`),
    sql` or `,
  );
  let query = db
    .selectFrom('person')
    .select('person.id')
    .select(sql<string>`to_char(person.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'))
    .where(({ exists, selectFrom }) => {
      let placed = selectFrom('post')
        .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
        .select('post.id')
        .whereRef('post.person_id', '=', 'person.id')
        .where(PLACES)
        .where(sql<boolean>`(${below})`);
      if (filter.organisationId)
        placed = placed
          .innerJoin('organisation as chosen', 'chosen.office_path', 'organisation.office_path')
          .where('chosen.id', '=', filter.organisationId)
          .where(sql<boolean>`starts_with(organisation.path, chosen.path)`);
      return exists(placed);
    })
    .orderBy('person.created_at', 'desc')
    .orderBy('person.id', 'desc')
    .limit(filter.limit);
  if (filter.search) {
    const pattern = `%${filter.search.replace(/[%_\\]/g, '\\$&')}%`;
    query = query.where((on) =>
      on.or([on('person.name', 'like', pattern), on('person.display_name', 'like', pattern)]),
    );
  }
  if (filter.after) {
    const { at, id } = filter.after;
    query = query.where(sql<boolean>`(person.created_at, person.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const keys = await query.execute();
  const persons = await loadPersons(
    db,
    keys.map((key) => key.id),
  );
  return persons.map((person, index) => ({ person, at: keys[index]!.at }));
}
