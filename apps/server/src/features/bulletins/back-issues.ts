import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import type { NumberedIssue } from './compare-numbers.ts';
import type { ReadBackIssue, ReadHead, ReadItem, ReadProblem } from './read-back-issue.ts';

/** States of a file of a back issue (导入状态): 待核对、已入库、不入库. */
export type BackIssueState = 'waiting' | 'kept' | 'dropped';

/** Files without their items and text, which only the page of one needs. */
function selectFiles(db: Database | Tx) {
  return db
    .selectFrom('bulletin_import as f')
    .select(['f.id', 'f.series_id', 'f.file_name', 'f.sha256', 'f.issue_id', 'f.imported_at'])
    .select([
      sql<BackIssueState>`f.state`.as('state'),
      sql<ReadHead & { itemCount: number }>`f.head`.as('head'),
      sql<ReadProblem[]>`f.problems`.as('problems'),
      // As text: a JavaScript date would lose the microseconds that the cursor needs.
      sql<string>`to_char(f.imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('imported'),
    ]);
}

/** The file of a series with these bytes; undefined where it never came. */
export async function findSameFile(db: Database | Tx, seriesId: string, sha256: Buffer) {
  return selectFiles(db).where('f.series_id', '=', seriesId).where('f.sha256', '=', sha256).executeTakeFirst();
}

/** A file of a back issue as lists show it. */
export type BackIssueRow = NonNullable<Awaited<ReturnType<typeof findSameFile>>>;

/** Files of a series, latest first, with how many there are in each state; two statements. */
export async function listFiles(
  db: Database,
  filter: {
    readonly seriesId: string;
    readonly state?: BackIssueState;
    readonly after?: { readonly at: string; readonly id: string };
    readonly limit: number;
  },
) {
  let query = selectFiles(db)
    .where('f.series_id', '=', filter.seriesId)
    .orderBy('f.imported_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(filter.limit);
  if (filter.state) query = query.where('f.state', '=', filter.state);
  if (filter.after) {
    const { at, id } = filter.after;
    query = query.where(sql<boolean>`(f.imported_at, f.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const counted = await db
    .selectFrom('bulletin_import')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('series_id', '=', filter.seriesId)
    .groupBy('state')
    .execute();
  const countOf = (state: BackIssueState) => counted.find((one) => one.state === state)?.count ?? 0;
  return {
    rows: await query.execute(),
    counts: { waiting: countOf('waiting'), kept: countOf('kept'), dropped: countOf('dropped') },
  };
}

/** One file with its items and text; undefined where there is none. */
export async function findFile(db: Database | Tx, id: string) {
  return selectFiles(db)
    .select([sql<ReadItem[]>`f.items`.as('items'), 'f.body'])
    .where('f.id', '=', id)
    .executeTakeFirst();
}

/** Locks a file until the transaction ends and reads it. */
export async function lockFile(tx: Tx, id: string) {
  await tx.selectFrom('bulletin_import').select('id').where('id', '=', id).forUpdate().execute();
  return findFile(tx, id);
}

/** Numbers of the files that wait, supplements apart. */
export async function loadWaitingNumbers(db: Database, seriesId: string) {
  const rows = await selectFiles(db)
    .where('f.series_id', '=', seriesId)
    .where('f.state', '=', 'waiting')
    .where(sql<boolean>`not (f.head ->> 'supplement')::boolean`)
    .execute();
  return rows.flatMap(({ head: { year, number, total, issuedOn } }) =>
    year === null || number === null ? [] : [{ issue_id: null, year, number, total, issued_on: issuedOn }],
  );
}

/** Numbers of the issues of a series. */
export async function loadNumbers(tx: Database | Tx, seriesId: string): Promise<NumberedIssue[]> {
  return tx
    .selectFrom('bulletin_issue')
    .select(['supplement', 'year', 'number', 'total', 'issued_on'])
    .where('series_id', '=', seriesId)
    .where('state', '=', 'signed')
    .execute();
}

/** Inserts a file that waits and returns its id. */
export async function insertFile(
  tx: Tx,
  file: ReadBackIssue & {
    readonly seriesId: string;
    readonly fileName: string;
    readonly sha256: Buffer;
    readonly body: string;
    readonly importedBy: string;
  },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('bulletin_import')
    .values({
      id,
      series_id: file.seriesId,
      file_name: file.fileName,
      sha256: file.sha256,
      state: 'waiting' satisfies BackIssueState,
      head: JSON.stringify({ ...file.head, itemCount: file.items.length }),
      problems: JSON.stringify(file.problems),
      items: JSON.stringify(file.items),
      body: file.body,
      imported_by: file.importedBy,
    })
    .execute();
  return id;
}

/** Marks a file as kept: what it says stands in the issue from now on, by the head that a person put right. */
export async function markKept(tx: Tx, id: string, issueId: string, head: ReadHead): Promise<void> {
  await sql`update bulletin_import set state = ${'kept' satisfies BackIssueState}, issue_id = ${issueId}::uuid,
    head = ${JSON.stringify(head)}::jsonb || jsonb_build_object('itemCount', head -> 'itemCount'), items = '[]', body = ''
    where id = ${id}::uuid`.execute(tx);
}

/** Lets a file that was kept wait again (退回核对), with what its issue said. */
export async function markWaiting(
  tx: Tx,
  id: string,
  { items, problems }: { readonly items: readonly ReadItem[]; readonly problems: readonly ReadProblem[] },
): Promise<void> {
  await tx
    .updateTable('bulletin_import')
    .set({
      state: 'waiting' satisfies BackIssueState,
      issue_id: null,
      items: JSON.stringify(items),
      problems: JSON.stringify(problems),
      body: items
        .map(({ title, body, source }) => [title, body, source && `（${source}）`].filter(Boolean).join('\n'))
        .join('\n\n'),
    })
    .where('id', '=', id)
    .execute();
}

/** Marks a file as not to be kept. */
export async function markDropped(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('bulletin_import')
    .set({ state: 'dropped' satisfies BackIssueState })
    .where('id', '=', id)
    .execute();
}
