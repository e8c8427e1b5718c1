import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

/** What an item says. */
export interface ItemText {
  readonly column: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  /** Paragraphs, one a line. */
  readonly body: string;
  readonly source: string | null;
}

/** A new item, with what it was made from. */
export interface NewItem extends ItemText {
  readonly dispatchId?: string;
  readonly sessionId?: string;
}

/** Items of an issue in their order, with who edited them last. */
export async function loadItems(db: Database | Tx, issueId: string) {
  return db
    .selectFrom('bulletin_item')
    .leftJoin('person', 'person.id', 'bulletin_item.edited_by')
    .selectAll('bulletin_item')
    .select('person.display_name as editor')
    .where('issue_id', '=', issueId)
    .orderBy('position')
    .execute();
}

/** An item as every operation needs it. */
export type ItemRow = Awaited<ReturnType<typeof loadItems>>[number];

/** One item; undefined where there is none. */
export async function findItem(tx: Tx | Database, id: string) {
  return tx.selectFrom('bulletin_item').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The item that copy was taken into; undefined where it stands in none. */
export async function findItemOf(tx: Tx, dispatchId: string) {
  return tx.selectFrom('bulletin_item').selectAll().where('dispatch_id', '=', dispatchId).executeTakeFirst();
}

/** Inserts items behind those that are there, in one statement; their ids in the same order. */
export async function insertItems(tx: Tx, issueId: string, items: readonly NewItem[]): Promise<string[]> {
  if (items.length === 0) return [];
  const { last } = await tx
    .selectFrom('bulletin_item')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('issue_id', '=', issueId)
    .executeTakeFirstOrThrow();
  const rows = items.map((item, index) => ({
    id: randomUUID(),
    issue_id: issueId,
    position: last + index + 1,
    column_name: item.column,
    title: item.title,
    subtitle: item.subtitle,
    body: item.body,
    source: item.source,
    dispatch_id: item.dispatchId ?? null,
    session_id: item.sessionId ?? null,
    first_title: item.title,
    first_body: item.body,
  }));
  await tx.insertInto('bulletin_item').values(rows).execute();
  return rows.map((row) => row.id);
}

/** Changes an item of an issue that is locked; its version rises by one. */
export async function updateItem(tx: Tx, id: string, text: ItemText, editedBy: string): Promise<void> {
  await tx
    .updateTable('bulletin_item')
    .set({
      column_name: text.column,
      title: text.title,
      subtitle: text.subtitle,
      body: text.body,
      source: text.source,
      edited_by: editedBy,
      edited_at: sql<Date>`now()`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** Takes an item out of its issue. */
export async function deleteItem(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('bulletin_item').where('id', '=', id).execute();
}

/**
 * Numbers the items of an issue from 1: column by column as the series has them, within a column in the order given, those
 * not given as they stand; columns that the series gave up stand together behind items without one. So positions are always
 * the order in which an issue is printed.
 */
export async function placeItems(
  tx: Tx,
  issueId: string,
  columns: readonly string[],
  order: readonly string[] = [],
): Promise<void> {
  await sql`update bulletin_item set position = placed.nth from (
    select id, row_number() over (order by array_position(${columns}::text[], column_name) nulls first, column_name nulls first,
      array_position(${order}::uuid[], id), position) as nth
    from bulletin_item where issue_id = ${issueId}::uuid) placed
    where bulletin_item.id = placed.id and bulletin_item.position <> placed.nth`.execute(tx);
}
