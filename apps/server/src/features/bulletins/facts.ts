import { randomUUID } from 'node:crypto';

import type { FactKind, FactState } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { readFacts } from './read-facts.ts';
import type { Readable } from './readable.ts';
import { loadItems } from './store-items.ts';

/** Reads the facts of an issue and saves them as candidates (存线索), in place of the candidates it had. */
export async function saveFacts(tx: Tx, issueId: string): Promise<void> {
  const issue = await tx
    .selectFrom('bulletin_issue')
    .select(['year', 'issuer', 'issued_on', 'series_id'])
    .where('id', '=', issueId)
    .executeTakeFirstOrThrow();
  const facts = readFacts({
    persons: await loadPersons(tx, issue.series_id),
    year: issue.year,
    issuer: issue.issuer,
    issuedOn: issue.issued_on,
    items: await loadItems(tx, issueId),
  });
  await tx
    .deleteFrom('bulletin_fact')
    .where('state', '=', 'candidate' satisfies FactState)
    .where('item_id', 'in', (items) => items.selectFrom('bulletin_item').select('id').where('issue_id', '=', issueId))
    .execute();
  if (facts.length === 0) return;
  await tx
    .insertInto('bulletin_fact')
    .values(
      facts.map((fact) => ({
        id: randomUUID(),
        item_id: fact.itemId,
        kind: fact.kind,
        name: fact.name,
        detail: JSON.stringify(fact.detail),
        paragraph: fact.paragraph,
        start_offset: fact.start,
        end_offset: fact.end,
      })),
    )
    .execute();
}

/** Most names that a short form is held against. */
const MOST_PERSONS = 2_000;

/** Full names that people have confirmed in a series (人名), the latest first: by them 清华书记 is known. */
async function loadPersons(tx: Tx, seriesId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('bulletin_fact as f')
    .innerJoin('bulletin_item as i', 'i.id', 'f.item_id')
    .innerJoin('bulletin_issue as s', 's.id', 'i.issue_id')
    .select('f.name')
    .where('f.kind', '=', 'person' satisfies FactKind)
    .where('f.state', '=', 'confirmed' satisfies FactState)
    .where('s.series_id', '=', seriesId)
    .groupBy('f.name')
    .orderBy((names) => names.fn.max('f.settled_at'), 'desc')
    .limit(MOST_PERSONS)
    .execute();
  return rows.map(({ name }) => name);
}

function selectFacts(db: Database | Tx) {
  return db
    .selectFrom('bulletin_fact as f')
    .innerJoin('bulletin_item as i', 'i.id', 'f.item_id')
    .innerJoin('bulletin_issue as s', 's.id', 'i.issue_id')
    .innerJoin('bulletin_series as n', 'n.id', 's.series_id')
    .innerJoin('organisation as o', 'o.id', 'n.organisation_id')
    .leftJoin('person as p', 'p.id', 'f.settled_by')
    .selectAll('f')
    .select(['i.title', 'i.body', 'i.issue_id', 'i.position', 'p.display_name as settler', 'o.path as office_path'])
    .select(['s.year', 's.number', 's.total', 's.supplement', 's.issued_on'])
    .select(sql<string>`coalesce(s.series_name, n.name)`.as('series_name'));
}

/** Which facts are asked for. */
interface FactFilter {
  readonly readable: Readable;
  readonly issueId?: string;
  readonly kind?: FactKind;
  /** Beginning of the name. */
  readonly name?: string;
  readonly state?: FactState;
  /** The fact that the page before ended with. */
  readonly after?: string;
  readonly limit: number;
}

/** To whom a series was sent down read what was confirmed; candidates are the business of the issuing office. */
const isShown = ({ own, circulated }: Readable) =>
  sql<boolean>`(s.series_id = any(${own}::uuid[])
    or (s.series_id = any(${circulated}::uuid[]) and s.state = 'signed' and f.state = 'confirmed'))`;

/** Facts of an issue as they stand in it, or of all issues by kind and name; one statement. */
export async function listFacts(db: Database, filter: FactFilter) {
  const order = filter.issueId
    ? sql`i.position, f.paragraph, f.start_offset, f.id`
    : sql`f.kind, f.name collate "C", f.id`;
  let query = selectFacts(db).where(isShown(filter.readable)).orderBy(order).limit(filter.limit);
  if (filter.issueId) query = query.where('i.issue_id', '=', filter.issueId);
  if (filter.kind) query = query.where('f.kind', '=', filter.kind);
  if (filter.state) query = query.where('f.state', '=', filter.state);
  // Ideographs beyond the last there are close the span of names that begin so.
  if (filter.name)
    query = query.where(
      sql<boolean>`f.name collate "C" >= ${filter.name} and f.name collate "C" < ${`${filter.name}\u{10ffff}`}`,
    );
  if (filter.after)
    query = query.where(
      sql<boolean>`(${order}) > (select ${order} from bulletin_fact f join bulletin_item i on i.id = f.item_id
        where f.id = ${filter.after}::uuid)`,
    );
  return query.execute();
}

/** A fact with its item and issue. */
export type FactRow = Awaited<ReturnType<typeof listFacts>>[number];

/** One fact that the caller reads; undefined where there is none. */
export async function findFact(db: Database | Tx, readable: Readable, id: string): Promise<FactRow | undefined> {
  return selectFacts(db).where('f.id', '=', id).where(isShown(readable)).executeTakeFirst();
}

/** Locks a fact until the transaction ends. */
export async function lockFact(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('bulletin_fact').select('id').where('id', '=', id).forUpdate().execute();
}

/** Settles a fact that is locked (认定): confirmed, dismissed, or a candidate again; its version rises by one. */
export async function updateFact(
  tx: Tx,
  id: string,
  change: {
    readonly state: FactState;
    readonly name?: string;
    readonly detail?: Readonly<Record<string, string>>;
    readonly by: string;
  },
): Promise<void> {
  const isSettled = change.state !== 'candidate';
  await tx
    .updateTable('bulletin_fact')
    .set({
      state: change.state,
      ...(change.name ? { name: change.name } : {}),
      ...(change.detail ? { detail: JSON.stringify(change.detail) } : {}),
      settled_by: isSettled ? change.by : null,
      settled_at: isSettled ? sql<Date>`now()` : null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}
