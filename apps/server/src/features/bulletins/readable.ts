import { sql, type RawBuilder } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { reach, type Caller } from '../../http/context.ts';
import { isReadBelow } from './series.ts';

/** Series that a caller reads (可查阅的刊物): those of the own office whole, those sent down to it as far as they are signed. */
export interface Readable {
  readonly own: readonly string[];
  readonly circulated: readonly string[];
}

/** Finds what the caller reads: told as ids, so that the database plans by how few or how many issues they have. */
export async function findReadable(db: Database | Tx, caller: Caller): Promise<Readable> {
  const paths = reach(caller, 'bulletins.read');
  const rows = await db
    .selectFrom('bulletin_series')
    .innerJoin('organisation as o', 'o.id', 'bulletin_series.organisation_id')
    .select(['bulletin_series.id', sql<boolean>`(o.path = any(${paths}::text[]))`.as('is_own')])
    .where(sql<boolean>`(o.path = any(${paths}::text[]) or ${isReadBelow(paths)})`)
    .execute();
  const idsOf = (isOwn: boolean) => rows.filter((row) => row.is_own === isOwn).map((row) => row.id);
  return { own: idsOf(true), circulated: idsOf(false) };
}

/** Whether the issue of the alias `s` is one of them. */
export function isReadable({ own, circulated }: Readable): RawBuilder<boolean> {
  return sql<boolean>`(s.series_id = any(${own}::uuid[])
    or (s.series_id = any(${circulated}::uuid[]) and s.state = 'signed'))`;
}
