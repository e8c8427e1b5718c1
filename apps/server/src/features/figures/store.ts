import { randomUUID } from 'node:crypto';

import { keyOfFigure, type FigureKind, type FigureVerdict, type LedgerEntry, type Volume } from '@xiuzhi/review';
import { sql, type RawBuilder, type Selectable } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import type { FigureTable } from '../../db/schema.ts';
import { quoteContext } from './quote-context.ts';

/** Saves the ledger (数据台账) of a revision in place of an earlier one; two statements however many figures. */
export async function saveFigures(
  tx: Tx,
  revisionId: string,
  volume: Volume,
  entries: readonly LedgerEntry[],
): Promise<void> {
  await tx.deleteFrom('figure').where('revision_id', '=', revisionId).execute();
  if (entries.length === 0) return;
  const rows = entries.map((entry, seq) => {
    const { before, printed, after } = quoteContext(volume, entry);
    const { cell } = entry;
    const place = [seq, entry.start, entry.end, entry.node, entry.block, cell?.row ?? null, cell?.column ?? null];
    const amount = [entry.value, entry.place, entry.unit, entry.printedUnit, entry.kind, entry.approximate];
    return [...place, before, printed, after, ...amount, entry.subject, entry.indicator, entry.scope, entry.period];
  });
  await sql`insert into figure
    select ${revisionId}::uuid, (f->>0)::int, (f->>1)::int, (f->>2)::int, (f->>3)::int, (f->>4)::int, (f->>5)::int,
      (f->>6)::int, f->>7, f->>8, f->>9, (f->>10)::float8, (f->>11)::float8, f->>12, f->>13, f->>14,
      (f->>15)::boolean, f->>16, f->>17, f->>18, f->>19
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as f`.execute(tx);
}

/** What a ledger is limited to. */
export interface FigureFilter {
  readonly search?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: FigureKind | undefined;
  readonly period?: string | undefined;
  readonly subject?: string | undefined;
  readonly indicator?: string | undefined;
}

function isMatching(filter: FigureFilter): RawBuilder<boolean> {
  const { search, unit, kind, period, subject, indicator } = filter;
  const parts = [
    // As typed, in the order the ledger shows them: 乙县粮食产量.
    ...(search ? [sql<boolean>`position(${search} in figure.subject || figure.indicator) > 0`] : []),
    ...(unit === undefined ? [] : [sql<boolean>`figure.unit = ${unit}`]),
    ...(kind === undefined ? [] : [sql<boolean>`figure.kind = ${kind}`]),
    ...(period === undefined ? [] : [sql<boolean>`figure.period = ${period}`]),
    ...(subject === undefined ? [] : [sql<boolean>`figure.subject = ${subject}`]),
    ...(indicator === undefined ? [] : [sql<boolean>`figure.indicator = ${indicator}`]),
  ];
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

const SORTED_BY = {
  place: sql`figure.seq`,
  indicator: sql`figure.indicator collate "C"`,
  subject: sql`figure.subject collate "C"`,
  period: sql`figure.period collate "C"`,
  value: sql`figure.value`,
} as const;

/** Figures of a revision, sorted, after the figure numbered `after`; one statement. */
export async function listFigures(
  db: Database,
  revisionId: string,
  filter: FigureFilter,
  page: { sort: keyof typeof SORTED_BY; descending: boolean; after: number | null; limit: number },
) {
  const key = SORTED_BY[page.sort];
  const [beyond, direction] = page.descending ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  // Looked up once and joined: compared with a subselect it would be looked up for every row.
  const [last, start] =
    page.after === null
      ? [sql``, sql`true`]
      : [
          sql`cross join (select ${key} as key, figure.seq as last from figure
            where figure.revision_id = ${revisionId}::uuid and figure.seq = ${page.after}) as before`,
          sql`(${key}, figure.seq) ${beyond} (before.key, before.last)`,
        ];
  const { rows } = await sql<FigureRow>`
    select figure.*, outline_node.title as section from figure ${last}
    left join outline_node on outline_node.revision_id = figure.revision_id and outline_node.seq = figure.node
    where figure.revision_id = ${revisionId}::uuid and ${isMatching(filter)} and ${start}
    order by ${key} ${direction}, figure.seq ${direction} limit ${page.limit}`.execute(db);
  return rows.map(wireFigure);
}

/** Figures of one indicator by period, then in text order. */
export async function listGroup(
  db: Database,
  revisionId: string,
  of: { subject: string; indicator: string; unit: string },
  limit: number,
) {
  const { rows } = await sql<FigureRow>`
    select figure.*, outline_node.title as section from figure
    left join outline_node on outline_node.revision_id = figure.revision_id and outline_node.seq = figure.node
    where figure.revision_id = ${revisionId}::uuid and ${isMatching(of)}
    order by figure.period collate "C", figure.scope collate "C", figure.kind, figure.seq limit ${limit}`.execute(db);
  return rows.map(wireFigure);
}

type FigureRow = Selectable<FigureTable> & { section: string | null };

function wireFigure(row: FigureRow) {
  const shown = {
    start: row.start_offset,
    end: row.end_offset,
    block: row.block,
    node: row.node,
    value: row.value,
    place: row.place,
    unit: row.unit,
    printedUnit: row.printed_unit,
    kind: row.kind as FigureKind,
    approximate: row.approximate,
    subject: row.subject,
    indicator: row.indicator,
    scope: row.scope,
    period: row.period,
  };
  return {
    ...shown,
    seq: row.seq,
    section: row.section ?? '',
    cell: row.table_row === null || row.table_column === null ? null : { row: row.table_row, column: row.table_column },
    printed: row.printed,
    before: row.words_before,
    after: row.words_after,
    key: keyOfFigure(shown),
  };
}

/** How many figures there are and how many the filter lets through, and what there is to filter by; one statement. */
export async function countFigures(db: Database, revisionId: string, filter: FigureFilter) {
  const { rows } = await sql<{ what: number; word: string | null; count: number; matching: number }>`
    select grouping(unit, kind, period)::int as what, coalesce(unit, kind, period) as word, count(*)::int as count,
      (count(*) filter (where ${isMatching(filter)}))::int as matching
    from figure where revision_id = ${revisionId}::uuid
    group by grouping sets ((unit), (kind), (period), ())
    order by 3 desc, coalesce(unit, kind, period) collate "C"`.execute(db);
  const all = rows.find(({ what }) => what === 7);
  const facet = (what: number) =>
    rows.filter((row) => row.what === what).map(({ word, count }) => ({ value: word ?? '', count }));
  return {
    total: all?.count ?? 0,
    matching: all?.matching ?? 0,
    units: facet(3).slice(0, 200),
    kinds: facet(5),
    periods: facet(6).slice(0, 200),
  };
}

/**
 * Indicators told in more than one place (同一指标). Two places differ where what is printed of them leaves no value in
 * common: 5.2万 and 52134 agree, 5.2万 and 52834 do not. One statement.
 */
export async function listGroups(
  db: Database,
  revisionId: string,
  filter: { search?: string | undefined; differing: boolean },
  page: { after: readonly [string, string, string] | null; limit: number },
) {
  const start = page.after
    ? sql<boolean>`(indicator collate "C", subject collate "C", unit collate "C") > (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`
    : sql<boolean>`true`;
  const { rows } = await sql<{
    subject: string;
    indicator: string;
    unit: string;
    places: number;
    values: number;
    differing: number;
  }>`
    with mine as materialized (
      select subject, indicator, unit, kind, scope, period, value, place, approximate from figure
      where revision_id = ${revisionId}::uuid and indicator <> '' and ${isMatching({ search: filter.search })} and ${start}),
    -- A figure whose period is not told may be of any, and one that is about is near enough.
    differing as (
      select subject, indicator, unit, count(*)::int as periods from (
        select subject, indicator, unit from mine where period <> '' and not approximate
        group by subject, indicator, unit, kind, scope, period
        having max(value - place * 0.50001) > min(value + place * 0.50001)) as period_of
      group by subject, indicator, unit)
    select told.*, coalesce(differing.periods, 0) as differing from (
      select subject, indicator, unit, count(*)::int as places, count(distinct value)::int as "values"
      from mine group by subject, indicator, unit having count(*) > 1) as told
    left join differing using (subject, indicator, unit)
    where not ${filter.differing}::boolean or differing.periods is not null
    order by indicator collate "C", subject collate "C", unit collate "C" limit ${page.limit}`.execute(db);
  return rows;
}

/** Two figures of a revision with their keys, for a verdict; fewer where there are none such. */
export async function pickFigures(db: Database | Tx, revisionId: string, seqs: readonly number[]) {
  const { rows } = await sql<FigureRow>`
    select figure.*, '' as section from figure
    where revision_id = ${revisionId}::uuid and seq = any(${[...seqs]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.seq, wireFigure(row).key]));
}

/** Remembers a verdict (认定) on two figures of a work, in place of an earlier one on the same two. */
export async function saveVerdict(
  tx: Tx,
  workId: string,
  keys: readonly [string, string],
  verdict: FigureVerdict['verdict'],
  personId: string,
): Promise<string> {
  const row = await tx
    .insertInto('figure_verdict')
    .values({ id: randomUUID(), work_id: workId, ...pairOf(keys), verdict, decided_by: personId })
    .onConflict((conflict) =>
      conflict
        .columns(['work_id', 'first_key', 'second_key'])
        .doUpdateSet({ verdict, decided_by: personId, decided_at: new Date() }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The same two keys in the order they are kept in. */
function pairOf([one, other]: readonly [string, string]): { first_key: string; second_key: string } {
  // As the database compares them, which knows no locale here.
  const swapped = Buffer.compare(Buffer.from(one), Buffer.from(other)) > 0;
  return swapped ? { first_key: other, second_key: one } : { first_key: one, second_key: other };
}

/** Verdicts of a work, the newest first; by id, by the keys they are about, or page by page. */
export async function listVerdicts(
  db: Database | Tx,
  workId: string,
  which: { id?: string; keys?: readonly string[]; after?: number; limit: number },
  offices: readonly string[],
) {
  let query = db
    .selectFrom('figure_verdict')
    .innerJoin('person', 'person.id', 'figure_verdict.decided_by')
    .innerJoin('work', 'work.id', 'figure_verdict.work_id')
    .innerJoin('organisation', 'organisation.id', 'work.organisation_id')
    .select(['figure_verdict.id', 'figure_verdict.position', 'first_key', 'second_key', 'verdict', 'decided_at'])
    .select(
      sql<string | null>`case when organisation.office_path = any(${[...offices]}::text[]) then display_name end`.as(
        'decided_by_name',
      ),
    )
    .where('work_id', '=', workId)
    .orderBy('position', 'desc')
    .limit(which.limit);
  if (which.id) query = query.where('figure_verdict.id', '=', which.id);
  if (which.after !== undefined) query = query.where('position', '<', which.after);
  if (which.keys)
    query = query.where(
      sql<boolean>`(first_key = any(${[...which.keys]}::text[]) and second_key = any(${[...which.keys]}::text[]))`,
    );
  const rows = await query.execute();
  return rows.map((row) => ({
    position: row.position,
    shown: {
      id: row.id,
      keys: [row.first_key, row.second_key] as [string, string],
      verdict: row.verdict as FigureVerdict['verdict'],
      decidedBy: row.decided_by_name,
      decidedAt: row.decided_at.toISOString(),
    },
  }));
}

/** Forgets a verdict of a work; false where it is gone already. */
export async function deleteVerdict(tx: Tx, workId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('figure_verdict')
    .where('id', '=', id)
    .where('work_id', '=', workId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** All verdicts of a work, as the review takes them. */
export async function loadVerdicts(db: Database, workId: string): Promise<FigureVerdict[]> {
  const rows = await db
    .selectFrom('figure_verdict')
    .select(['first_key', 'second_key', 'verdict'])
    .where('work_id', '=', workId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    keys: [row.first_key, row.second_key],
    verdict: row.verdict as FigureVerdict['verdict'],
  }));
}
