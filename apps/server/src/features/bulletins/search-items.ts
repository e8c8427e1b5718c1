import { sql, type RawBuilder } from 'kysely';

import type { Database } from '../../db/open-database.ts';
import { isReadable, type Readable } from './readable.ts';
import { bigramsOf } from '../../db/bigrams-of.ts';

/** More hits than this are not counted. */
export const MOST_COUNTED = 1_000;
/** So few issues are read sooner than the index of pairs is asked. */
const FEW_ISSUES = 300;
/** Of words that are everywhere, the latest issues are read so many at a time, then twice as many. */
const LATEST = 48;

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
}

/** A page of hits, with how many there are on all pages, up to one more than is counted. */
export interface HitPage {
  readonly rows: readonly HitRow[];
  readonly found: number;
}

const DAY = sql`coalesce(s.issued_on, 'infinity'::date)`;
const TEXT = sql`(i.title || e'\n' || i.body)`;
const COLUMNS = sql`i.id, i.issue_id, i.position, i.column_name, i.title, i.body, i.source, s.year, s.number, s.total, s.supplement,
  s.issued_on, ${DAY}::text as day, coalesce(s.series_name, n.name) as series_name`;

/**
 * Items with these very words in title or body (检索), latest issues first. The index of pairs finds what is rare; where the
 * words are in more items than are counted, the page is found sooner by reading the latest issues in turn.
 */
export async function searchItems(db: Database, query: HitQuery): Promise<HitPage> {
  const { words, after, limit } = query;
  const isHit = sql`bigrams${TEXT} @> ${bigramsOf(words)}::int4[] and ${hasWords(words)}`;
  const { rows } = await sql<HitRow & { id: string | null; found: number; is_cut: boolean }>`
    with few as materialized (
        select s.id, ${DAY} as day from bulletin_issue s where ${isWanted(query)} limit ${FEW_ISSUES + 1}),
      size as materialized (select count(*) > ${FEW_ISSUES} as is_large from few),
      hits as materialized (
        select i.id, s.id as issue_id, s.day, i.position from few s join bulletin_item i on i.issue_id = s.id
          where not (select is_large from size) and ${hasWords(words)}
        union all
        (select i.id, s.id, ${DAY}, i.position from bulletin_item i join bulletin_issue s on s.id = i.issue_id
          where (select is_large from size) and ${isHit} and ${isWanted(query)} limit ${MOST_COUNTED + 1})),
      counted as materialized (
        select found, is_large and found > ${MOST_COUNTED} as is_cut
        from size, (select count(*)::int as found from hits) hits),
      page as materialized (
        select h.* from hits h where not (select is_cut from counted)
          ${after ? sql`and ${isAfter(after, sql`h.day`, sql`h.issue_id`, sql`h.position`)}` : sql``}
        order by h.day desc, h.issue_id desc, h.position limit ${limit})
    select counted.found, counted.is_cut, ${COLUMNS} from counted
      left join (page join bulletin_item i on i.id = page.id join bulletin_issue s on s.id = i.issue_id
        join bulletin_series n on n.id = s.series_id) on true
    order by ${DAY} desc, s.id desc, i.position`.execute(db);
  const { found, is_cut: isCut } = rows[0]!;
  if (isCut) return { rows: await readLatest(db, query), found };
  return { rows: rows.filter(({ id }) => id !== null), found };
}

/** The page of words that are everywhere: the latest issues are read until it is full. */
async function readLatest(db: Database, query: HitQuery): Promise<HitRow[]> {
  const page: HitRow[] = [];
  let before: { day: string; issue_id: string } | undefined;
  for (let size = LATEST; ; size *= 2) {
    const { after } = query;
    const { rows } = await sql<HitRow & { id: string | null }>`
      with latest as materialized (
        select s.id, ${DAY} as day from bulletin_issue s where ${isWanted(query)}
          ${after ? sql`and (${DAY}, s.id) <= (${after.day}::date, ${after.issueId}::uuid)` : sql``}
          ${before ? sql`and (${DAY}, s.id) < (${before.day}::date, ${before.issue_id}::uuid)` : sql``}
        order by ${DAY} desc, s.id desc limit ${size})
      (select ${COLUMNS} from latest join bulletin_issue s on s.id = latest.id join bulletin_series n on n.id = s.series_id
          join bulletin_item i on i.issue_id = s.id
        where ${hasWords(query.words)} ${after ? sql`and ${isAfter(after, DAY, sql`s.id`, sql`i.position`)}` : sql``}
        order by ${DAY} desc, s.id desc, i.position limit ${query.limit - page.length})
      union all
      -- Where the issues that were read end; nothing once all of them were.
      (select null, last.id, null, null, null, null, null, null, null, null, null, null, last.day::text, null
        from (select * from latest order by day, id limit 1) last where (select count(*) from latest) = ${size})`.execute(
      db,
    );
    page.push(...rows.filter(({ id }) => id !== null));
    before = rows.find(({ id }) => id === null);
    if (page.length >= query.limit || !before) return page;
  }
}

/** Whether an item has the words, byte for byte: quicker than LIKE on texts of several bytes a character, and no sign means more. */
function hasWords(words: string): RawBuilder<boolean> {
  return sql<boolean>`strpos(${TEXT} collate "C", ${words}) > 0`;
}

/** Whether an issue is one of those asked for. */
function isWanted({ readable, seriesId, from, to }: HitQuery): RawBuilder<boolean> {
  return sql<boolean>`${isReadable(readable)} ${seriesId ? sql`and s.series_id = ${seriesId}::uuid` : sql``}
    ${from ? sql`and s.issued_on >= ${from}::date` : sql``} ${to ? sql`and s.issued_on <= ${to}::date` : sql``}`;
}

/** Whether an item comes after that one in the list. */
function isAfter(
  { day, issueId, position }: HitPlace,
  itsDay: RawBuilder<unknown>,
  itsIssue: RawBuilder<unknown>,
  itsPosition: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`((${itsDay}, ${itsIssue}) < (${day}::date, ${issueId}::uuid)
    or (${itsDay} = ${day}::date and ${itsIssue} = ${issueId}::uuid and ${itsPosition} > ${position}::int))`;
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
