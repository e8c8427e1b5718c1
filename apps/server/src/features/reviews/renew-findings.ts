import type { Finding, Volume } from '@xiuzhi/review';
import { sql, type Selectable } from 'kysely';

import type { Tx } from '../../db/open-database.ts';
import type { FindingTable } from '../../db/schema.ts';
import { holdContributors, rowsOf, type FindingRow } from './store.ts';

type Kept = Selectable<FindingTable>;

/**
 * Holds a revision and those that were checked against it: nobody decides, sends up or drafts on them until the
 * transaction ends, since the findings are about to be numbered anew.
 */
export async function holdForRenewal(tx: Tx, revisionId: string): Promise<void> {
  await sql`select from revision where id = ${revisionId}::uuid
      or id in (select revision_id from rectification_check where against_id = ${revisionId}::uuid)
    order by id for update`.execute(tx);
  await holdContributors(tx, revisionId);
}

/**
 * Puts the findings of a new run in the place of those before (重新审校): what stood there already keeps its decision, and
 * what somebody has worked on stays even where it is not raised any more. Returns [number before, number now].
 */
export async function renewFindings(
  tx: Tx,
  revisionId: string,
  volume: Volume,
  findings: readonly Finding[],
): Promise<[number, number][]> {
  const before = await tx.selectFrom('finding').selectAll().where('revision_id', '=', revisionId).execute();
  const named = await findNamed(tx, revisionId);
  const known = new Map(before.map((row) => [row.id, row]));
  const raised = rowsOf(volume, findings);
  const ids = new Set(raised.map(({ id }) => id));
  const worked = before.filter(
    ({ id, seq, decision }) => !ids.has(id) && (named.has(seq) || (decision !== null && decision !== 'dismiss')),
  );
  const rows = [...raised.map((row) => withState(row, known.get(row.id), named)), ...worked]
    .sort((a, b) => a.start_offset - b.start_offset || a.end_offset - b.end_offset || compare(a.id, b.id))
    .map((row, seq) => ({ ...row, seq }));
  // One new version for all of them: who still has the old numbers on screen is told to look again.
  const version = before.reduce((most, row) => Math.max(most, row.version), -1) + 1;
  await tx.deleteFrom('finding').where('revision_id', '=', revisionId).execute();
  await insertWithState(tx, revisionId, version, rows);
  const now = new Map(rows.map(({ id, seq }) => [id, seq]));
  const renumbered = before.flatMap(({ id, seq }): [number, number][] => {
    const renewed = now.get(id);
    return renewed === undefined ? [] : [[seq, renewed]];
  });
  await renumberFollowers(tx, revisionId, renumbered);
  return renumbered;
}

/** Findings that letters and checks name by their numbers. */
async function findNamed(tx: Tx, revisionId: string): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ seq: number }>`
    select unnest(line.findings) as seq from letter join letter_line line on line.letter_id = letter.id
      where letter.revision_id = ${revisionId}::uuid
    union select unnest(line.findings) from rectification_check made join check_line line using (revision_id)
      where made.against_id = ${revisionId}::uuid`.execute(tx);
  return new Set(rows.map(({ seq }) => seq));
}

/** A finding with what became of the same one before; 径改 stands on a suggestion, and without one is decided anew. */
function withState(row: FindingRow, before: Kept | undefined, named: ReadonlySet<number>) {
  if (!before) return { ...row, ...UNTOUCHED };
  const stands = before.decision !== 'correct' || row.suggestion !== null || named.has(before.seq);
  const { carried_from, ...state } = before;
  return { ...(stands ? state : UNTOUCHED), ...row, carried_from };
}

const UNTOUCHED = {
  decision: null,
  wording: null,
  certainty: null,
  contributor_id: null,
  decided_by: null,
  decided_at: null,
  decided_office: null,
  batch: null,
  carried_from: null,
};

async function insertWithState(tx: Tx, revisionId: string, version: number, rows: readonly object[]): Promise<void> {
  await sql`insert into finding (revision_id, version, seq, id, rule, family, severity, norm, clause, start_offset,
      end_offset, block, node, quote, message, evidence, suggestion, decision, wording, certainty, contributor_id,
      decided_by, decided_at, decided_office, batch, carried_from)
    select ${revisionId}::uuid, ${version}::int, f.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as f(seq int, id text, rule text, family text, severity text, norm text, clause text, start_offset int,
        end_offset int, block int, node int, quote text, message text, evidence jsonb, suggestion jsonb, decision text,
        wording text, certainty text, contributor_id uuid, decided_by uuid, decided_at timestamptz, decided_office uuid,
        batch uuid, carried_from int)`.execute(tx);
}

/** What was kept by the old numbers: decisions once set aside go, findings of the revision after say where they stood. */
async function renumberFollowers(
  tx: Tx,
  revisionId: string,
  renumbered: readonly (readonly [number, number])[],
): Promise<void> {
  const [olds, news] = [renumbered.map(([old]) => old), renumbered.map(([, renewed]) => renewed)];
  // Nobody asks for those of a submission that has ended, and none is open now.
  await sql`delete from decision_before using submission
    where submission.id = decision_before.submission_id and submission.revision_id = ${revisionId}::uuid`.execute(tx);
  await sql`
    update finding set carried_from = (
      select moved.new from unnest(${olds}::int[], ${news}::int[]) as moved(old, new) where moved.old = carried_from)
    where carried_from is not null
      and revision_id in (select revision_id from rectification_check where against_id = ${revisionId}::uuid)`.execute(
    tx,
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
