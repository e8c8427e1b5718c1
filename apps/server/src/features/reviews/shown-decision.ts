import type { Caller } from '../../http/context.ts';
import type { Certainty } from '@xiuzhi/domain';
import { sql, type RawBuilder } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

/** Paths of the offices whose people see a decision as their own. */
export type Viewer = readonly string[];

/** The offices that the caller reads findings for. */
export function viewerOf(caller: Caller): Viewer {
  return [...new Set(caller.standings.map((standing) => standing.officePath))];
}

/** The decision that a line of a letter tells of. */
const TELLS = sql`case letter.kind when 'slip' then 'verify' else 'opine' end`;

/** Findings of the revision that stand in a letter somebody signed, who signed it, and what it says: [seq, office, decision]. */
const told = (revisionId: string) => sql`
  select unnest(line.findings), letter.office_id, ${TELLS}
  from letter join letter_line line on line.letter_id = letter.id
  where letter.revision_id = ${revisionId}::uuid and letter.state = 'signed' and not line.left_out`;

/** The same of the revision before, for findings that were carried over. */
const toldBefore = (revisionId: string) => sql`
  select unnest(line.findings), letter.office_id, ${TELLS} from rectification_check
    join letter on letter.revision_id = rectification_check.against_id
    join letter_line line on line.letter_id = letter.id
  where rectification_check.revision_id = ${revisionId}::uuid and letter.state = 'signed' and not line.left_out`;

/**
 * Whether a decision on the row of the alias `finding` has gone out (对外) as such in a signed letter of the office that made it.
 * Subselects that depend on no row: hashed once a statement, however many findings there are.
 */
export function isTold(revisionId: string): RawBuilder<boolean> {
  return sql<boolean>`((finding.seq, finding.decided_office, finding.decision) in (${told(revisionId)})
    or (finding.carried_from is not null
      and (finding.carried_from, finding.decided_office, finding.decision) in (${toldBefore(revisionId)})))`;
}

/**
 * Whether these people see the decision on the row of the alias `finding`: their own office's, and what another office
 * put into a letter it signed. Two offices that look at one text read it independently.
 */
export function isShown(revisionId: string, viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`(finding.decision is not null and (
    finding.decided_office = any(array(select id from organisation where path = any(${viewer}::text[])))
    or ${isTold(revisionId)}))`;
}

/**
 * What the signed letters say (对外文字) of opinions on these findings, by `seq office`: another office reads the words that
 * were signed, not those a reviewer wrote first or has written since. The latest letter speaks, that of this revision first.
 */
export async function loadToldWords(
  db: Database | Tx,
  revisionId: string,
  seqs: readonly number[],
): Promise<ReadonlyMap<string, { readonly wording: string; readonly certainty: Certainty }>> {
  if (seqs.length === 0) return new Map();
  const { rows } = await sql<{ seq: number; office_id: string; wording: string; certainty: Certainty }>`
    with line as materialized (
      select letter.revision_id, letter.office_id, letter.signed_at, line.wording, line.certainty, told.seq
      from letter join letter_line line on line.letter_id = letter.id cross join unnest(line.findings) as told(seq)
      where letter.revision_id in (${revisionId}::uuid,
          (select against_id from rectification_check where revision_id = ${revisionId}::uuid))
        and letter.kind = 'opinions' and letter.state = 'signed' and not line.left_out)
    select distinct on (finding.seq, line.office_id) finding.seq, line.office_id, line.wording, line.certainty
    from finding join line on line.office_id = finding.decided_office
      and line.seq = case when line.revision_id = finding.revision_id then finding.seq else finding.carried_from end
    where finding.revision_id = ${revisionId}::uuid and finding.seq = any(${[...seqs]}::int[])
    order by finding.seq, line.office_id, (line.revision_id = finding.revision_id) desc, line.signed_at desc`.execute(
    db,
  );
  return new Map(rows.map(({ seq, office_id, ...words }) => [`${seq} ${office_id}`, words]));
}

/**
 * Whether the revision is where none of these people may decide: sent up to another office, or back from theirs. To them
 * versions would say which findings that office decides.
 */
export function isHeldElsewhere(revisionId: string, viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`(coalesce(
    (select office.path from submission join organisation office on office.id = submission.office_id
      where submission.revision_id = ${revisionId}::uuid and submission.ended_at is null),
    (select home.office_path from revision join manuscript on manuscript.id = revision.manuscript_id
      join work on work.id = manuscript.work_id join organisation home on home.id = work.organisation_id
      where revision.id = ${revisionId}::uuid)) <> all(${viewer}::text[]))`;
}
