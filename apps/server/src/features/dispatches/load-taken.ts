import { sql } from 'kysely';

import type { Database } from '../../db/open-database.ts';

/** A line of the monthly sheet: one office, what it sent and what became of that. */
export interface TakenLine {
  readonly id: string;
  readonly name: string;
  readonly sent: number;
  readonly taken: number;
  readonly declined: number;
  readonly waiting: number;
  readonly by_column: Readonly<Record<string, number>>;
}

/**
 * What was sent to a series in a month of Beijing time and what of it was taken (采用情况), by office in official code
 * order; with `own` the offices of these paths alone, also where they sent nothing. What was withdrawn counts nowhere.
 */
export async function loadTaken(
  db: Database,
  scope: { readonly seriesId: string; readonly month: string; readonly own: readonly string[] | null },
): Promise<TakenLine[]> {
  const { seriesId, month, own } = scope;
  const first = `${month}-01`;
  const { rows } = await sql<TakenLine>`
    with copy as (
      select d.from_id, d.state, item.column_name from dispatch d left join bulletin_item item on item.dispatch_id = d.id
      where d.series_id = ${seriesId}::uuid and d.state <> 'withdrawn'
        and d.sent_at >= ${first}::date::timestamp at time zone 'Asia/Shanghai'
        and d.sent_at < (${first}::date + interval '1 month') at time zone 'Asia/Shanghai')
    select office.id, office.name, count(copy.from_id)::int as sent,
      (count(*) filter (where copy.state = 'taken'))::int as taken,
      (count(*) filter (where copy.state = 'declined'))::int as declined,
      (count(*) filter (where copy.state = 'sent'))::int as waiting,
      coalesce((select jsonb_object_agg(one.column_name, one.count) from (
        select mine.column_name, count(*)::int from copy mine
        where mine.from_id = office.id and mine.state = 'taken' and mine.column_name is not null
        group by mine.column_name) one), '{}') as by_column
    from organisation office left join copy on copy.from_id = office.id
    where ${own === null ? sql`copy.from_id is not null` : sql`office.path = any(${own}::text[])`}
    group by office.id order by office.position, office.path`.execute(db);
  return rows;
}
