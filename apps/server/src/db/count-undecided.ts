import { sql, type RawBuilder } from 'kysely';

/**
 * How many findings of the alias `revision`, one of `scope`, stand undecided (未处理) before people of the offices at these
 * paths: what another office decided counts once it went out in a letter which that office signed, on this revision or
 * the one before. The subselects depend on no row: they are hashed once, whatever the planner knows of the tables.
 */
export function countUndecided(scope: RawBuilder<unknown>, viewer: readonly string[]): RawBuilder<number> {
  const told = sql`letter join letter_line line on line.letter_id = letter.id cross join unnest(line.findings) as told(seq)`;
  const stands = sql`letter.state = 'signed' and not line.left_out`;
  const tells = sql`case letter.kind when 'slip' then 'verify' else 'opine' end`;
  return sql<number>`(
    select count(*)::integer from finding where finding.revision_id = revision.id and (finding.decision is null or not (
      finding.decided_office = any(array(select id from organisation where path = any(${[...viewer]}::text[])))
      or (finding.revision_id, finding.seq, finding.decided_office, finding.decision) in (
        select letter.revision_id, told.seq, letter.office_id, ${tells} from ${told}
        where letter.revision_id in (${scope}) and ${stands})
      or (finding.carried_from is not null
        and (finding.revision_id, finding.carried_from, finding.decided_office, finding.decision) in (
          select made.revision_id, told.seq, letter.office_id, ${tells}
          from ${told} join rectification_check made on made.against_id = letter.revision_id
          where made.revision_id in (${scope}) and ${stands})))))`;
}
