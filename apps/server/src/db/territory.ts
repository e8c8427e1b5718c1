import type { Territory } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from './open-database.ts';

/** Things that belong to an organisation. */
export type TerritoryOf = 'organisation' | 'work' | 'revision';

/** The organisation path a thing belongs to, for the policy to decide on; undefined where there is no such thing. */
export async function findTerritory(db: Database | Tx, kind: TerritoryOf, id: string): Promise<Territory | undefined> {
  const territory = ['organisation.path as organisationPath', 'organisation.office_path as officePath'] as const;
  if (kind === 'organisation')
    // Nothing new begins at one that was merged into another.
    return db
      .selectFrom('organisation')
      .select(territory)
      .where('organisation.id', '=', id)
      .where('organisation.ended_on', 'is', null)
      .executeTakeFirst();
  const work = db
    .selectFrom('work')
    .innerJoin('organisation', 'organisation.id', 'work.organisation_id')
    .select(territory);
  if (kind === 'work') return work.where('work.id', '=', id).executeTakeFirst();
  return work
    .select(
      // What was sent up stays open to those who reviewed it, also after it went back.
      sql<
        string[]
      >`array(select office.path from submission join organisation office on office.id = submission.office_id
        where submission.revision_id = ${id} and submission.ended_how is distinct from 'withdrawn')`.as('sentTo'),
    )
    .innerJoin('manuscript', 'manuscript.work_id', 'work.id')
    .innerJoin('revision', 'revision.manuscript_id', 'manuscript.id')
    .where('revision.id', '=', id)
    .where('revision.removed_at', 'is', null)
    .executeTakeFirst();
}
