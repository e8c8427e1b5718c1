import { sql } from 'kysely';

import type { Database } from '../../db/open-database.ts';
import { isReadable, type Readable } from './readable.ts';
import { bigramsOf } from './search-bigrams.ts';

/** More hits than this are not counted. */
export const MOST_COUNTED = 1_000;

/** Place of a hit in the order of the list: day (`infinity` for a draft without one), issue, position. */
export interface HitPlace {
  readonly day: string;
  readonly issueId: string;
  readonly position: number;
}

export interface HitQuery {
  readonly words: string;
  readonly readable: Readable;
  readonly seriesId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly after?: HitPlace;
  readonly limit: number;
}

/** An item that has the words, with its issue. */
export interface HitRow {
  readonly id: string;
  readonly issue_id: string;
  readonly position: number;
  readonly column_name: string | null;
  readonly title: string;
  readonly body: string;
  readonly source: string | null;
  readonly series_name: string;
  readonly year: number | null;
  readonly number: number | null;
  readonly total: number | null;
  readonly supplement: boolean;
  readonly issued_on: string | null;
  readonly day: string;
  /** Of all hits, up to one more than is counted. */
  readonly found: number;
}

/**
 * Items with these very words in title or body (检索), latest issues first, in one statement. The index of pairs finds what is
 * rare; of words that are in more items than are counted, the list is found sooner by reading the latest issues in turn.
 */
export async function searchItems(db: Database, query: HitQuery): Promise<HitRow[]> {
  const { words, readable, seriesId, from, to, after, limit } = query;
  const text = sql`(i.title || e'\n' || i.body)`;
  const day = sql`coalesce(s.issued_on, 'infinity'::date)`;
  const pairs = bigramsOf(words);
  const isLike = sql`${text} like ${`%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`;
  // Without a pair that is in the index every item would be asked for.
  const isHit = pairs.length > 0 ? sql`bigrams${text} @> ${pairs}::int4[] and ${isLike}` : isLike;
  const isWanted = sql`${isReadable(readable)}
    ${seriesId ? sql`and s.series_id = ${seriesId}::uuid` : sql``}
    ${from ? sql`and s.issued_on >= ${from}::date` : sql``} ${to ? sql`and s.issued_on <= ${to}::date` : sql``}`;
  const isLater = after
    ? sql`and (${day}, s.id) <= (${after.day}::date, ${after.issueId}::uuid)
        and ((${day}, s.id) < (${after.day}::date, ${after.issueId}::uuid) or i.position > ${after.position}::int)`
    : sql``;
  const chosen = sql`i.id, i.issue_id, i.position, i.column_name, i.title, i.body, i.source, s.year, s.number, s.total,
    s.supplement, s.issued_on, ${day} as day, coalesce(s.series_name, n.name) as series_name`;
  const { rows } = await sql<HitRow>`
    with counted as materialized (select count(*)::int as found from (
        select from bulletin_item i join bulletin_issue s on s.id = i.issue_id
        where ${isHit} and ${isWanted} limit ${MOST_COUNTED + 1}) capped),
      rare as (select ${chosen} from bulletin_item i join bulletin_issue s on s.id = i.issue_id
          join bulletin_series n on n.id = s.series_id
        where (select found from counted) <= ${MOST_COUNTED} and ${isHit} and ${isWanted} ${isLater}
        order by ${day} desc, s.id desc, i.position limit ${limit}),
      common as (select ${chosen} from (
          select s.* from bulletin_issue s
          where (select found from counted) > ${MOST_COUNTED} and ${isWanted}
            ${after ? sql`and (${day}, s.id) <= (${after.day}::date, ${after.issueId}::uuid)` : sql``}
          order by ${day} desc, s.id desc) s
        join bulletin_series n on n.id = s.series_id
        cross join lateral (select * from bulletin_item i where i.issue_id = s.id and ${isLike} ${isLater}) i
        order by ${day} desc, s.id desc, i.position limit ${limit})
    select hits.*, hits.day::text as day, counted.found
    from counted, (select * from rare union all select * from common) hits
    order by hits.day desc, hits.issue_id desc, hits.position`.execute(db);
  return rows;
}

/** An item with what a citation needs of its issue; undefined where the caller does not read it. */
export async function findCitedItem(db: Database, readable: Readable, id: string) {
  return db
    .selectFrom('bulletin_item as i')
    .innerJoin('bulletin_issue as s', 's.id', 'i.issue_id')
    .innerJoin('bulletin_series as n', 'n.id', 's.series_id')
    .select([
      'i.id',
      'i.issue_id',
      'i.title',
      'i.source',
      's.year',
      's.number',
      's.total',
      's.supplement',
      's.issued_on',
    ])
    .select(sql<string>`coalesce(s.series_name, n.name)`.as('series_name'))
    .where('i.id', '=', id)
    .where(isReadable(readable))
    .executeTakeFirst();
}
