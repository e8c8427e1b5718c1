import type { Caller } from '../../http/context.ts';
import { sql, type RawBuilder } from 'kysely';

/** Paths of the offices whose people see a decision as their own. */
export type Viewer = readonly string[];

/** The offices that the caller reads findings for. */
export function viewerOf(caller: Caller): Viewer {
  return [...new Set(caller.standings.map((standing) => standing.officePath))];
}

/** Findings of the revision that stand in a letter somebody signed, with who signed it: [seq, office]. */
const told = (revisionId: string) => sql`
  select unnest(line.findings), letter.office_id from letter join letter_line line on line.letter_id = letter.id
  where letter.revision_id = ${revisionId}::uuid and letter.state = 'signed' and not line.left_out`;

/** The same of the revision before, for findings that were carried over. */
const toldBefore = (revisionId: string) => sql`
  select unnest(line.findings), letter.office_id from rectification_check
    join letter on letter.revision_id = rectification_check.against_id
    join letter_line line on line.letter_id = letter.id
  where rectification_check.revision_id = ${revisionId}::uuid and letter.state = 'signed' and not line.left_out`;

/**
 * Whether a decision on the row of the alias `finding` has gone out (对外) in a signed letter of the office that made it.
 * Subselects that depend on no row: hashed once a statement, however many findings there are.
 */
export function isTold(revisionId: string): RawBuilder<boolean> {
  return sql<boolean>`((finding.seq, finding.decided_office) in (${told(revisionId)})
    or (finding.carried_from is not null
      and (finding.carried_from, finding.decided_office) in (${toldBefore(revisionId)})))`;
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
