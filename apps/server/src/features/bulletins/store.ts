import { randomUUID } from 'node:crypto';

import type { Disclosure, IssueNow, IssueState, SecrecyOutcome } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { TODAY } from '../../db/today.ts';
import { isReadBelow, listsOn, type Lists } from './series.ts';

/** The office with this path. */
export async function findOffice(tx: Tx, path: string): Promise<string> {
  const row = await tx.selectFrom('organisation').select('id').where('path', '=', path).executeTakeFirstOrThrow();
  return row.id;
}

/** What an issue without a day is sorted by: after every day there is. */
const NO_DAY = '9999-12-31';

/** Issues with their series, office, counts and people; `paths` are the offices that the caller reads for. */
function selectIssues(db: Database | Tx, paths: readonly string[]) {
  return db
    .selectFrom('bulletin_issue')
    .innerJoin('bulletin_series', 'bulletin_series.id', 'bulletin_issue.series_id')
    .innerJoin('organisation as o', 'o.id', 'bulletin_series.organisation_id')
    .leftJoin('person as drafter', 'drafter.id', 'bulletin_issue.drafted_by')
    .leftJoin('person as checker', 'checker.id', 'bulletin_issue.checked_by')
    .leftJoin('person as signer', 'signer.id', 'bulletin_issue.signed_by')
    .selectAll('bulletin_issue')
    .select(sql<string>`coalesce(bulletin_issue.series_name, bulletin_series.name)`.as('name'))
    .select(['bulletin_series.kind', 'bulletin_series.columns', 'bulletin_series.source_line', 'o.path as office_path'])
    .select(['bulletin_series.checkers', 'bulletin_series.signers'])
    .select(['drafter.display_name as drafter', 'checker.display_name as checker', 'signer.display_name as signer'])
    .select(sql<boolean>`(o.path = any(${paths}::text[]))`.as('is_own'))
    .select(sql<boolean>`(bulletin_issue.state = 'signed' and ${isReadBelow(paths)})`.as('is_below'))
    .select([
      sql<number>`(select count(*)::int from bulletin_item t where t.issue_id = bulletin_issue.id)`.as('items'),
      sql<string | null>`(select t.title from bulletin_item t where t.issue_id = bulletin_issue.id
        order by t.position limit 1)`.as('first_title'),
      // What was signed is past it unless it may go on the web, and lists hold little else.
      sql<{
        outcome: SecrecyOutcome;
        version: number;
      } | null>`case when bulletin_issue.state <> 'signed' or bulletin_issue.disclosure = 'proactive' then (
        select jsonb_build_object('outcome', r.outcome, 'version', r.issue_version)
        from bulletin_secrecy_review r where r.issue_id = bulletin_issue.id order by r.reviewed_at desc limit 1) end`.as(
        'secrecy',
      ),
      sql<string>`coalesce(bulletin_issue.issued_on, ${NO_DAY}::date)::text`.as('sorted_on'),
    ]);
}

/** Sorted as lists show them: what is in hand first, then the newest. */
const SORTED = sql`((bulletin_issue.state <> 'signed')::int, coalesce(bulletin_issue.issued_on, ${NO_DAY}::date),
  coalesce(bulletin_issue.number, 0), bulletin_issue.id)`;

/** Which issues are asked for. */
interface IssueFilter {
  readonly paths: readonly string[];
  readonly seriesId?: string;
  readonly state?: IssueState;
  readonly year?: number;
  readonly after?: { readonly isOpen: number; readonly on: string; readonly number: number; readonly id: string };
  readonly limit: number;
}

/** Issues of these offices, and signed ones that are circulated down to them; two statements. */
export async function listIssues(db: Database, filter: IssueFilter) {
  // What they are is told of those on the page alone: rows of thousands are wide to sort.
  const ids = (await pageOfIssues(db, filter)).map(({ id }) => id);
  if (ids.length === 0) return [];
  return selectIssues(db, filter.paths).where('bulletin_issue.id', 'in', ids).orderBy(SORTED, 'desc').execute();
}

function pageOfIssues(db: Database, filter: IssueFilter) {
  // Whose business a series is, is asked once a series and not once an issue.
  let query = db
    .with(
      (cte) => cte('readable').materialized(),
      (cte) =>
        cte
          .selectFrom('bulletin_series')
          .innerJoin('organisation as o', 'o.id', 'bulletin_series.organisation_id')
          .select(['bulletin_series.id', sql<boolean>`(o.path = any(${filter.paths}::text[]))`.as('is_own')])
          .where(sql<boolean>`(o.path = any(${filter.paths}::text[]) or ${isReadBelow(filter.paths)})`),
    )
    .selectFrom('bulletin_issue')
    .innerJoin('readable', 'readable.id', 'bulletin_issue.series_id')
    .select('bulletin_issue.id')
    .where(sql<boolean>`(readable.is_own or bulletin_issue.state = 'signed')`)
    .orderBy(sql`(bulletin_issue.state <> 'signed')::int`, 'desc')
    .orderBy(sql`coalesce(bulletin_issue.issued_on, ${NO_DAY}::date)`, 'desc')
    .orderBy(sql`coalesce(bulletin_issue.number, 0)`, 'desc')
    .orderBy('bulletin_issue.id', 'desc')
    .limit(filter.limit);
  if (filter.seriesId) query = query.where('bulletin_issue.series_id', '=', filter.seriesId);
  if (filter.state) query = query.where('bulletin_issue.state', '=', filter.state);
  if (filter.year !== undefined)
    query = query.where(
      sql<boolean>`coalesce(bulletin_issue.year, extract(year from bulletin_issue.issued_on)) = ${filter.year}::int`,
    );
  if (filter.after) {
    const { isOpen, on, number, id } = filter.after;
    query = query.where(sql<boolean>`${SORTED} < (${isOpen}::int, ${on}::date, ${number}::int, ${id}::uuid)`);
  }
  return query.execute();
}

/** One issue; undefined where there is none. */
export async function findIssue(db: Database | Tx, id: string, paths: readonly string[]) {
  return selectIssues(db, paths).where('bulletin_issue.id', '=', id).executeTakeFirst();
}

/** An issue with its series and people, as every operation needs it. */
export type IssueRow = NonNullable<Awaited<ReturnType<typeof findIssue>>>;

/** Locks an issue until the transaction ends; whoever numbers it locks its series before. */
export async function lockIssue(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('bulletin_issue').select('id').where('id', '=', id).forUpdate().execute();
}

/** The series of an issue, which never changes; undefined where there is no such issue. */
export async function seriesOf(db: Database | Tx, issueId: string): Promise<string | undefined> {
  const row = await db.selectFrom('bulletin_issue').select('series_id').where('id', '=', issueId).executeTakeFirst();
  return row?.series_id;
}

/** Whether a series has issues that are not signed (未签发). */
export async function hasUnsigned(tx: Tx, seriesId: string): Promise<boolean> {
  const unsigned = tx.selectFrom('bulletin_issue').select('id').where('series_id', '=', seriesId);
  return (await unsigned.where('state', '<>', 'signed').limit(1).executeTakeFirst()) !== undefined;
}

/** An issue that was put on the web; undefined where there is none. */
export async function findPublished(db: Database, id: string): Promise<IssueRow | undefined> {
  return selectIssues(db, [])
    .where('bulletin_issue.id', '=', id)
    .where('bulletin_issue.published_at', 'is not', null)
    .executeTakeFirst();
}

/** An issue as `moveIssue` sees it. */
export function issueNow(row: IssueRow): IssueNow {
  return {
    state: row.state as IssueState,
    version: row.version,
    items: row.items,
    issuedOn: row.issued_on,
    disclosure: row.disclosure as Disclosure | null,
    ground: row.ground,
    draftedBy: row.drafted_by,
    secrecy: row.secrecy,
    published: row.published_at !== null,
  };
}

const listColumns = (lists: Lists) => ({ up: [...lists.up], across: [...lists.across], down: [...lists.down] });

/** A new draft. */
export interface NewIssue {
  readonly seriesId: string;
  readonly issuer: string;
  readonly issuedOn: string | null;
  readonly supplement: boolean;
  readonly recipients: Lists;
  readonly printedBy: string;
  readonly copies: number | null;
  readonly createdBy: string;
}

/** Inserts a draft and returns its id. */
export async function insertDraft(tx: Tx, issue: NewIssue): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('bulletin_issue')
    .values({
      id,
      series_id: issue.seriesId,
      state: 'draft' satisfies IssueState,
      supplement: issue.supplement,
      issuer: issue.issuer,
      issued_on: issue.issuedOn,
      ...listColumns(issue.recipients),
      printed_by: issue.printedBy,
      copies: issue.copies,
      created_by: issue.createdBy,
    })
    .execute();
  return id;
}

/** An issue that was read back from a file: signed from the start, with the numbers that its head prints. */
export interface BackIssue extends NewIssue {
  readonly seriesName: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly total: number | null;
  readonly disclosure: Disclosure | null;
  readonly printedOn: string | null;
  readonly original: { readonly name: string; readonly sha256: Buffer };
}

/** Inserts a back issue (往期入库) and returns its id; null where its number, running number or file is there already. */
export async function insertBackIssue(tx: Tx, issue: BackIssue): Promise<string | null> {
  const inserted = await tx
    .insertInto('bulletin_issue')
    .values({
      id: randomUUID(),
      series_id: issue.seriesId,
      state: 'signed' satisfies IssueState,
      supplement: issue.supplement,
      year: issue.year,
      number: issue.number,
      total: issue.total,
      series_name: issue.seriesName,
      issuer: issue.issuer,
      issued_on: issue.issuedOn,
      disclosure: issue.disclosure,
      ...listColumns(issue.recipients),
      recipients_edited: true,
      printed_by: issue.printedBy,
      printed_on: issue.printedOn,
      copies: issue.copies,
      created_by: issue.createdBy,
      signed_at: sql<Date>`now()`,
      original_name: issue.original.name,
      original_sha256: issue.original.sha256,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}

/** Head and tail of a draft, as they are changed. */
export interface IssueChange {
  readonly issuedOn: string | null;
  readonly supplement: boolean;
  readonly disclosure: Disclosure | null;
  readonly ground: string;
  readonly recipients: Lists;
  readonly recipientsEdited: boolean;
  readonly printedBy: string;
  readonly copies: number | null;
}

/** Changes head and tail of a draft that is locked; its version rises by one. */
export async function updateDraft(tx: Tx, id: string, change: IssueChange): Promise<void> {
  await tx
    .updateTable('bulletin_issue')
    .set({
      issued_on: change.issuedOn,
      supplement: change.supplement,
      disclosure: change.disclosure,
      ground: change.ground,
      ...listColumns(change.recipients),
      recipients_edited: change.recipientsEdited,
      printed_by: change.printedBy,
      copies: change.copies,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** Raises the version of an issue whose items changed, so that a secrecy review of what was there before no longer counts. */
export async function touchIssue(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('bulletin_issue')
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** The step an issue is moved to, with who moved it. The version is that of the text, and stays. */
export interface IssueStep {
  readonly state?: IssueState;
  readonly drafted_by?: string | null;
  readonly drafted_at?: Date | null;
  readonly checked_by?: string | null;
  readonly checked_at?: Date | null;
  readonly signed_by?: string;
  readonly signed_at?: Date;
  readonly returned_why?: string | null;
  readonly series_name?: string;
  readonly disclosure?: Disclosure | null;
  readonly ground?: string;
  readonly printed_on?: string | null;
  readonly year?: number;
  readonly number?: number;
  readonly total?: number | null;
  readonly published_at?: Date | null;
  readonly published_by?: string | null;
}

/** Moves an issue that is locked. */
export async function saveStep(tx: Tx, id: string, step: IssueStep): Promise<void> {
  await tx.updateTable('bulletin_issue').set(step).where('id', '=', id).execute();
}

/** Removes a draft with its items. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('bulletin_issue').where('id', '=', id).where('state', '=', 'draft').execute();
}

/** Removes an issue that was read back from a file, with its items and facts; false where it is on the web. */
export async function deleteBackIssue(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('bulletin_issue')
    .where('id', '=', id)
    .where('original_sha256', 'is not', null)
    .where('published_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Gives drafts that still bear the former name of the issuing office the new one. */
export async function renameIssuer(tx: Tx, seriesId: string, from: string, to: string): Promise<void> {
  if (from === to) return;
  await tx
    .updateTable('bulletin_issue')
    .set({ issuer: to, version: sql<number>`version + 1` })
    .where('series_id', '=', seriesId)
    .where('state', '=', 'draft')
    .where('issuer', '=', from)
    .execute();
}

/** Raises the version of issues in hand after their series was renamed: the head was reviewed under another name. */
export async function touchUnsigned(tx: Tx, seriesId: string): Promise<void> {
  await tx
    .updateTable('bulletin_issue')
    .set({ version: sql<number>`version + 1` })
    .where('series_id', '=', seriesId)
    .where('state', '<>', 'signed')
    .execute();
}

/** Gives drafts whose lists nobody changed by hand those of the series on their day, after the series was given others. */
export async function followRecipients(tx: Tx, seriesId: string): Promise<void> {
  await sql`update bulletin_issue set up = l.up, across = l.across, down = l.down, version = version + 1
    from (select d.id, lists.* from bulletin_issue d, lateral (${listsOn(
      'd.series_id',
      sql`coalesce(d.issued_on, ${TODAY})`,
    )}) lists where d.series_id = ${seriesId}::uuid and d.state = 'draft' and not d.recipients_edited) l
    -- Asked of the row as it is once it is ours: it may have been handed over, or given lists by hand, since it was found.
    where bulletin_issue.id = l.id and bulletin_issue.state = 'draft' and not bulletin_issue.recipients_edited
      and (bulletin_issue.up, bulletin_issue.across, bulletin_issue.down) is distinct from (l.up, l.across, l.down)`.execute(
    tx,
  );
}

/** Keeps a secrecy review (保密审查) of an issue as it is at this version. */
export async function insertSecrecyReview(
  tx: Tx,
  review: { issueId: string; version: number; outcome: SecrecyOutcome; note: string; reviewedBy: string },
): Promise<void> {
  await tx
    .insertInto('bulletin_secrecy_review')
    .values({
      issue_id: review.issueId,
      issue_version: review.version,
      outcome: review.outcome,
      note: review.note,
      reviewed_by: review.reviewedBy,
      // Not the beginning of the transaction: whoever waited for the lock reviewed later.
      reviewed_at: sql<Date>`clock_timestamp()`,
    })
    .execute();
}

/** Secrecy reviews of an issue, latest first. */
export async function loadSecrecyReviews(db: Database | Tx, issueId: string) {
  return db
    .selectFrom('bulletin_secrecy_review as r')
    .innerJoin('person', 'person.id', 'r.reviewed_by')
    .select(['r.outcome', 'r.note', 'r.issue_version', 'r.reviewed_at', 'person.display_name as reviewer'])
    .where('r.issue_id', '=', issueId)
    .orderBy('r.reviewed_at', 'desc')
    .execute();
}
