import { randomBytes, randomUUID } from 'node:crypto';

import type { LetterKind, LetterState } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

function selectLetters(db: Database | Tx) {
  return (
    db
      .selectFrom('letter')
      .innerJoin('revision', 'revision.id', 'letter.revision_id')
      .innerJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
      .innerJoin('work', 'work.id', 'manuscript.work_id')
      .innerJoin('organisation as issuing', 'issuing.id', 'letter.office_id')
      .innerJoin('organisation as place', 'place.id', 'work.organisation_id')
      .innerJoin('organisation as reviewed', 'reviewed.path', 'place.office_path')
      .leftJoin('person as signer', 'signer.id', 'letter.signed_by')
      .selectAll('letter')
      .select(['work.id as work_id', 'work.title as work_title', 'work.kind as work_kind'])
      .select(['manuscript.title as manuscript_title', 'manuscript.id as manuscript_id'])
      .select(['revision.number as revision_number', 'signer.display_name as signer_name'])
      .select(['issuing.path as issuing_path', 'reviewed.id as reviewed_id', 'reviewed.path as reviewed_path'])
      .select(sql<string>`coalesce(letter.office_name, issuing.name)`.as('issuing_name'))
      .select('reviewed.name as reviewed_name')
      .select(
        // Whoever took its text back or removed it before it was signed is sent no letter on it.
        sql<boolean>`(revision.removed_at is null and (issuing.id = reviewed.id or exists (select from submission s
          where s.revision_id = letter.revision_id and s.office_id = letter.office_id
            and s.ended_how is distinct from 'withdrawn')))`.as('has_text'),
      )
      // As text: a JavaScript date would lose the microseconds that the cursor needs.
      .select(sql<string>`to_char(letter.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('created'))
      .select(sql<string | null>`to_char(letter.signed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`.as('signed_on'))
      .select([
        sql<number>`(select count(*)::int from letter_line n where n.letter_id = letter.id and not n.left_out)`.as(
          'lines',
        ),
        sql<number>`(select count(*)::int from letter_line n
          where n.letter_id = letter.id and not n.left_out and n.answer is not null)`.as('answered'),
      ])
  );
}

/** Letters that the caller's offices issued, or received signed; newest first, after the cursor; one statement. */
export async function listLetters(
  db: Database,
  filter: {
    paths: readonly string[];
    box?: 'issued' | 'received';
    revisionId?: string;
    workId?: string;
    after?: { at: string; id: string };
    limit: number;
  },
) {
  const issued = sql<boolean>`issuing.path = any(${filter.paths}::text[])`;
  const received = sql<boolean>`(reviewed.path = any(${filter.paths}::text[]) and letter.state <> 'draft'
    and reviewed.id <> letter.office_id)`;
  let query = selectLetters(db)
    .where(
      filter.box === 'issued'
        ? issued
        : filter.box === 'received'
          ? received
          : sql<boolean>`(${issued} or ${received})`,
    )
    .orderBy('letter.created_at', 'desc')
    .orderBy('letter.id', 'desc')
    .limit(filter.limit);
  if (filter.revisionId) query = query.where('letter.revision_id', '=', filter.revisionId);
  if (filter.workId) query = query.where('work.id', '=', filter.workId);
  if (filter.after) {
    const { at, id } = filter.after;
    query = query.where(sql<boolean>`(letter.created_at, letter.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return query.execute();
}

/** One letter; undefined where there is none. */
export async function findLetter(db: Database | Tx, id: string) {
  return selectLetters(db).where('letter.id', '=', id).executeTakeFirst();
}

/** A letter with its offices, its revision and its counts, as every operation needs it. */
export type LetterRow = NonNullable<Awaited<ReturnType<typeof findLetter>>>;

/** Locks a letter until the transaction ends and reads it; undefined where there is none. */
export async function lockLetter(tx: Tx, id: string): Promise<LetterRow | undefined> {
  await tx.selectFrom('letter').select('id').where('id', '=', id).forUpdate().execute();
  return findLetter(tx, id);
}

/**
 * Locks the revision of a letter, before the letter: to sign may send the revision back, and whoever drafts on it or
 * sends it up locks in the same order.
 */
export async function lockRevisionOf(tx: Tx, letterId: string): Promise<void> {
  await sql`select from revision where id = (select revision_id from letter where id = ${letterId}) for update`.execute(
    tx,
  );
}

/** What a draft is about: a revision, its work and both offices; undefined where the revision is gone. Stays so. */
export async function lockDraftSubject(tx: Tx, revisionId: string) {
  // The lock first: what was committed while we waited for it is seen only by a statement that begins afterwards.
  await tx.selectFrom('revision').select('id').where('id', '=', revisionId).forShare().execute();
  return tx
    .selectFrom('revision')
    .innerJoin('manuscript', 'manuscript.id', 'revision.manuscript_id')
    .innerJoin('work', 'work.id', 'manuscript.work_id')
    .innerJoin('organisation as place', 'place.id', 'work.organisation_id')
    .innerJoin('organisation as reviewed', 'reviewed.path', 'place.office_path')
    .leftJoin('submission', (join) =>
      join.onRef('submission.revision_id', '=', 'revision.id').on('submission.ended_at', 'is', null),
    )
    .leftJoin('organisation as superior', 'superior.id', 'submission.office_id')
    .select(['revision.id as revision_id', 'revision.state', 'revision.number', 'manuscript.id as manuscript_id'])
    .select(['manuscript.title as manuscript_title', 'work.id as work_id', 'work.title', 'work.kind'])
    .select(['reviewed.id as reviewed_id', 'reviewed.name as reviewed_name', 'reviewed.path as reviewed_path'])
    .select(['superior.id as superior_id', 'superior.path as superior_path'])
    .where('revision.id', '=', revisionId)
    .where('revision.removed_at', 'is', null)
    .executeTakeFirst();
}

/** Keeps two drafts of one office on one revision from being made at once, until the transaction ends. */
export async function lockDrafts(tx: Tx, scope: { revisionId: string; officeId: string; kind: LetterKind }) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letter:${scope.revisionId}:${scope.officeId}`}, 0))`.execute(
    tx,
  );
  return tx
    .selectFrom('letter')
    .select(['id', 'contributor_id'])
    .where('revision_id', '=', scope.revisionId)
    .where('office_id', '=', scope.officeId)
    .where('kind', '=', scope.kind)
    .where('state', '=', 'draft')
    .forUpdate()
    .execute();
}

/** Signed letters of an office on any revision of a manuscript, counted by unit (null: opinion letters, and no unit). */
export async function countRounds(
  tx: Tx,
  scope: { manuscriptId: string; officeId: string; kind: LetterKind },
): Promise<Map<string | null, number>> {
  const rows = await tx
    .selectFrom('letter')
    .innerJoin('revision', 'revision.id', 'letter.revision_id')
    .select(['letter.contributor_id', sql<number>`count(*)::int`.as('count')])
    .where('revision.manuscript_id', '=', scope.manuscriptId)
    .where('letter.office_id', '=', scope.officeId)
    .where('letter.kind', '=', scope.kind)
    .where('letter.state', '=', 'signed')
    .groupBy('letter.contributor_id')
    .execute();
  return new Map(rows.map((row) => [row.contributor_id, row.count]));
}

/** A new draft. */
export interface NewLetter {
  readonly kind: LetterKind;
  readonly revisionId: string;
  readonly officeId: string;
  readonly contributorId: string | null;
  readonly addressee: string;
  readonly round: number;
  readonly preamble: string;
  readonly closing: string;
  readonly workingDays: number;
  readonly createdBy: string;
}

/** Inserts drafts in one statement; their ids in the same order. */
export async function insertLetters(tx: Tx, letters: readonly NewLetter[]): Promise<string[]> {
  if (letters.length === 0) return [];
  const rows = letters.map((letter) => ({
    id: randomUUID(),
    secret: makeSecret(),
    kind: letter.kind,
    revision_id: letter.revisionId,
    office_id: letter.officeId,
    contributor_id: letter.contributorId,
    addressee: letter.addressee,
    round: letter.round,
    preamble: letter.preamble,
    closing: letter.closing,
    working_days: letter.workingDays,
    created_by: letter.createdBy,
    state: 'draft' satisfies LetterState,
  }));
  await tx.insertInto('letter').values(rows).execute();
  return rows.map((row) => row.id);
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 128 random bits as 26 characters of Crockford base32. */
function makeSecret(): string {
  let value = BigInt(`0x${randomBytes(16).toString('hex')}`);
  let text = '';
  for (; text.length < 26; value >>= 5n) text = CROCKFORD[Number(value & 31n)]! + text;
  return text;
}

/** Drafts of these ids with their counts, in the order of their units. */
export async function loadLetters(tx: Tx, ids: readonly string[]): Promise<LetterRow[]> {
  return selectLetters(tx)
    .where(sql<boolean>`letter.id = any(${ids}::uuid[])`)
    .orderBy('letter.addressee')
    .orderBy('letter.id')
    .execute();
}

/** Removes letters with their lines; drafts only. */
export async function deleteDrafts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('letter')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('state', '=', 'draft')
    .execute();
}

/** Raises the version of letters whose lines changed, so that nobody signs what they have not seen. */
export async function touchLetters(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('letter')
    .set({ version: sql<number>`version + 1` })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** What of a letter may change; `undefined` leaves it. */
export interface LetterChange {
  readonly addressee?: string | undefined;
  readonly number?: string | null | undefined;
  readonly preamble?: string | undefined;
  readonly closing?: string | undefined;
  readonly contact?: string | null | undefined;
  readonly working_days?: number | undefined;
  readonly state?: LetterState;
  readonly round?: number;
  readonly office_name?: string;
  readonly signed_by?: string | null;
  readonly signed_at?: Date | null;
  readonly due_on?: string | null;
  readonly answered_at?: Date | null;
}

/** Changes a letter that is locked; its version rises by one. */
export async function updateLetter(tx: Tx, id: string, change: LetterChange): Promise<void> {
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await tx
    .updateTable('letter')
    .set({ ...set, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Political and secrecy findings of a revision that nobody has looked at yet. */
export async function countUnseen(
  db: Database | Tx,
  letter: { readonly revision_id: string; readonly office_id: string },
): Promise<number> {
  const row = await db
    .selectFrom('finding')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('revision_id', '=', letter.revision_id)
    .where('family', 'in', ['political', 'secrecy'])
    // Another office's look is not this one's.
    .where((where) => where.or([where('decision', 'is', null), where('decided_office', '<>', letter.office_id)]))
    // What the office looked at before it sent the text up is only set aside.
    .where(
      sql<boolean>`not exists (select from decision_before b join submission s on s.id = b.submission_id
        where s.revision_id = finding.revision_id and s.ended_at is null and b.seq = finding.seq
          and b.decided_office = ${letter.office_id})`,
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Lets letters of one office count as those of another; a draft that the other has too is given up. */
export async function moveLetters(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`delete from letter l where l.office_id = ${fromId} and l.state = 'draft' and exists (
    select from letter o where o.office_id = ${intoId} and o.state = 'draft' and o.revision_id = l.revision_id
      and o.kind = l.kind and o.contributor_id is not distinct from l.contributor_id)`.execute(tx);
  await tx.updateTable('letter').set({ office_id: intoId }).where('office_id', '=', fromId).execute();
}

/** A Word file that came back, as it is kept. */
export interface NewReply {
  readonly letterId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly receivedBy: string | null;
  readonly matched: number;
  readonly unmatched: readonly { readonly text: string }[];
}

/** Inserts a reply and returns its id. */
export async function insertReply(tx: Tx, reply: NewReply): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('reply')
    .values({
      id,
      letter_id: reply.letterId,
      file_name: reply.fileName,
      sha256: Buffer.from(reply.sha256, 'hex'),
      bytes: reply.bytes,
      received_by: reply.receivedBy,
      matched: reply.matched,
      unmatched: JSON.stringify(reply.unmatched),
    })
    .execute();
  return id;
}

/** The reply that this very file was taken in as; undefined where it is new. */
export async function findSameReply(tx: Tx, letterId: string, sha256: string) {
  return tx
    .selectFrom('reply')
    .select(['id', 'matched', 'unmatched'])
    .where('letter_id', '=', letterId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst();
}

/** Replies to a letter, oldest first; their receiver is named to people of the receiver's own offices only. */
export async function loadReplies(db: Database | Tx, letterId: string, offices: readonly string[]) {
  const rows = await db
    .selectFrom('reply')
    .leftJoin('person', 'person.id', 'reply.received_by')
    .selectAll('reply')
    .select(
      sql<string | null>`case when exists (select from post join organisation o on o.id = post.organisation_id
        where post.person_id = reply.received_by and o.office_path = any(${offices}::text[]))
        then person.display_name end`.as('receiver'),
    )
    .where('letter_id', '=', letterId)
    .orderBy('received_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    receivedAt: row.received_at.toISOString(),
    receivedBy: row.receiver,
    matched: row.matched,
    unmatched: row.unmatched as { text: string }[],
  }));
}

/** The letter and file of a reply. */
export async function findReply(db: Database, id: string) {
  return db.selectFrom('reply').select(['letter_id', 'file_name', 'sha256']).where('id', '=', id).executeTakeFirst();
}
