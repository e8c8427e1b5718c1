import { randomUUID } from 'node:crypto';

import type { SeriesKind } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { TODAY } from '../../db/today.ts';

/** Lists of recipients (报送发范围) in the order in which they were entered. */
export interface Lists {
  readonly up: string[];
  readonly across: string[];
  readonly down: string[];
}

/** What a person sets of a series. */
export interface SeriesSettings {
  readonly name: string;
  readonly issuer: string;
  readonly columns: readonly string[];
  readonly sourceLine: boolean;
  readonly intake: boolean;
  readonly circulated: boolean;
  readonly running: boolean;
  readonly base: { readonly year: number; readonly number: number; readonly total: number | null } | null;
  readonly printedBy: string;
  readonly copies: number;
}

/** Lists of a series on a day, as a query (某日的报送发范围): those that began last before it, otherwise the first there are. */
export const listsOn = (series: string, day: ReturnType<typeof sql>) => sql`
  select r.up, r.across, r.down from bulletin_recipients r where r.series_id = ${sql.ref(series)}
  order by r.valid_from <= ${day} desc, case when r.valid_from <= ${day} then r.valid_from end desc, r.valid_from limit 1`;

/** Series with their office, the lists of today and the highest numbers; `paths` are the offices that the caller reads for. */
function selectSeries(db: Database | Tx, paths: readonly string[]) {
  return db
    .selectFrom('bulletin_series')
    .innerJoin('organisation as o', 'o.id', 'bulletin_series.organisation_id')
    .selectAll('bulletin_series')
    .select(['o.name as organisation_name', 'o.path as office_path'])
    .select(sql<boolean>`(o.path = any(${paths}::text[]))`.as('is_own'))
    .select(isReadBelow(paths).as('is_below'))
    .select(sql<Lists | null>`(select to_jsonb(l) from (${listsOn('bulletin_series.id', TODAY)}) l)`.as('lists'))
    .select(
      sql<{ year: number; number: number } | null>`(select jsonb_build_object('year', i.year, 'number', i.number)
        from bulletin_issue i where i.series_id = bulletin_series.id and i.number is not null and not i.supplement
        order by i.year desc, i.number desc limit 1)`.as('last_issue'),
    )
    .select(
      sql<number | null>`(select max(i.total) from bulletin_issue i where i.series_id = bulletin_series.id)`.as(
        'last_total',
      ),
    );
}

/** Whether the office of one of these paths stands below the issuing office `o` and the series is circulated (下级查阅). */
export const isReadBelow = (paths: readonly string[]) => sql<boolean>`(bulletin_series.circulated and exists (
  select from organisation h where h.path = any(${paths}::text[]) and h.kind <> 'partner'
    and h.path <> o.path and starts_with(h.path, o.path)))`;

/** Series that these offices issue, or that are circulated down to them; in the order of offices, one statement. */
export async function listSeries(db: Database, paths: readonly string[]) {
  return selectSeries(db, paths)
    .where(sql<boolean>`(o.path = any(${paths}::text[]) or ${isReadBelow(paths)})`)
    .orderBy(sql`o.path = any(${paths}::text[])`, 'desc')
    .orderBy('o.path')
    .orderBy('bulletin_series.ended_on', (order) => order.desc().nullsFirst())
    .orderBy('bulletin_series.kind', 'desc')
    .orderBy('bulletin_series.created_at')
    .orderBy('bulletin_series.id')
    .execute();
}

/** One series; undefined where there is none. */
export async function findSeries(db: Database | Tx, id: string, paths: readonly string[]) {
  return selectSeries(db, paths).where('bulletin_series.id', '=', id).executeTakeFirst();
}

/** A series as every operation needs it. */
export type SeriesRow = NonNullable<Awaited<ReturnType<typeof findSeries>>>;

/** Locks a series until the transaction ends: numbers are given one after another. */
export async function lockSeries(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('bulletin_series').select('id').where('id', '=', id).forUpdate().execute();
}

/** Highest number of a year, highest running number so far and the latest year with one, from a series that is locked. */
export async function findLastNumbers(
  tx: Tx,
  seriesId: string,
  { year, supplement }: { readonly year: number; readonly supplement: boolean },
): Promise<{ lastNumber: number | null; lastTotal: number | null; lastYear: number | null; running: boolean }> {
  // The base is the last issue before those kept here, and no supplement.
  type Last = { number: number | null; total: number | null; last_year: number | null; running: boolean };
  const { rows } = await sql<Last>`
    select greatest(case when s.base_year = ${year}::int and not ${supplement}::boolean then s.base_number end,
        (select max(i.number) from bulletin_issue i
          where i.series_id = s.id and i.year = ${year}::int and i.supplement = ${supplement}::boolean)) as number,
      greatest(s.base_total, (select max(i.total) from bulletin_issue i where i.series_id = s.id)) as total,
      greatest(case when s.base_total is not null then s.base_year end,
        (select max(i.year) from bulletin_issue i where i.series_id = s.id and i.total is not null)) as last_year, s.running
    from bulletin_series s where s.id = ${seriesId}::uuid`.execute(tx);
  const row = rows[0]!;
  return { lastNumber: row.number, lastTotal: row.total, lastYear: row.last_year, running: row.running };
}

/** The lists of a series on a day, of today where none is given; empty where it has none. */
export async function findLists(tx: Tx, seriesId: string, day: string | null): Promise<Lists> {
  const { rows } = await sql<Lists>`select l.* from (select ${seriesId}::uuid as id) s,
    lateral (${listsOn('s.id', day === null ? TODAY : sql`${day}::date`)}) l`.execute(tx);
  return rows[0] ?? { up: [], across: [], down: [] };
}

/** The lists of a series by the day from which they hold, latest first. */
export async function loadRecipients(db: Database | Tx, seriesId: string) {
  return db
    .selectFrom('bulletin_recipients')
    .select(['valid_from as validFrom', 'up', 'across', 'down'])
    .where('series_id', '=', seriesId)
    .orderBy('valid_from', 'desc')
    .execute();
}

/** Sets the lists from a day on; null for today. */
export async function saveRecipients(tx: Tx, seriesId: string, validFrom: string | null, lists: Lists): Promise<void> {
  const words = { up: [...lists.up], across: [...lists.across], down: [...lists.down] };
  await tx
    .insertInto('bulletin_recipients')
    .values({ series_id: seriesId, valid_from: validFrom ?? TODAY, ...words })
    .onConflict((conflict) => conflict.columns(['series_id', 'valid_from']).doUpdateSet(words))
    .execute();
}

const columnsOf = (settings: SeriesSettings) => ({
  name: settings.name,
  issuer: settings.issuer,
  columns: [...settings.columns],
  source_line: settings.sourceLine,
  intake: settings.intake,
  circulated: settings.circulated,
  running: settings.running,
  base_year: settings.base?.year ?? null,
  base_number: settings.base?.number ?? null,
  base_total: settings.base?.total ?? null,
  printed_by: settings.printedBy,
  copies: settings.copies,
});

/** Whether the office has another series of this name that has not ended. */
export async function isNameTaken(tx: Tx, organisationId: string, name: string, exceptId?: string): Promise<boolean> {
  let query = tx
    .selectFrom('bulletin_series')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('name', '=', name)
    .where('ended_on', 'is', null);
  if (exceptId) query = query.where('id', '<>', exceptId);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Inserts a series with its first lists and returns its id; null where the office has one of this name. */
export async function insertSeries(
  tx: Tx,
  series: SeriesSettings & { readonly organisationId: string; readonly kind: SeriesKind; readonly recipients: Lists },
): Promise<string | null> {
  const inserted = await tx
    .insertInto('bulletin_series')
    .values({
      id: randomUUID(),
      organisation_id: series.organisationId,
      kind: series.kind,
      ...columnsOf(series),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return null;
  await saveRecipients(tx, inserted.id, null, series.recipients);
  return inserted.id;
}

/** Changes a series that is locked; its version rises by one. */
export async function updateSeries(tx: Tx, id: string, settings: SeriesSettings): Promise<void> {
  await tx
    .updateTable('bulletin_series')
    .set({ ...columnsOf(settings), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Ends a series that is locked from today on (停办); its version rises by one. */
export async function endSeries(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('bulletin_series')
    .set({ ended_on: TODAY, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Hands the series of one office on to another; one whose name that has too ends on that day. */
export async function moveSeries(tx: Tx, fromId: string, intoId: string, on: string): Promise<void> {
  await sql`update bulletin_series s set ended_on = ${on}::date, version = version + 1
    where s.organisation_id = ${fromId}::uuid and s.ended_on is null and exists (select from bulletin_series o
      where o.organisation_id = ${intoId}::uuid and o.name = s.name and o.ended_on is null)`.execute(tx);
  await tx
    .updateTable('bulletin_series')
    .set({ organisation_id: intoId })
    .where('organisation_id', '=', fromId)
    .execute();
}
