import { sql } from 'kysely';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events } from '../../events.ts';

/**
 * When a new revision has been compared with the last, a finding that stood there already says so, and takes its decision
 * along (沿用) unless somebody has decided it anew; one statement for all of them.
 */
export async function carryDecisions(tx: Tx, event: Events['check-made']): Promise<void> {
  const { revisionId, againstId, carried } = event;
  if (carried.length === 0) return;
  const [seqs, olds] = [carried.map(([seq]) => seq), carried.map(([, old]) => old)];
  await sql`
    update finding set carried_from = pair.old_seq,
      decision = case when pair.takes then pair.decision else finding.decision end,
      wording = case when pair.takes then pair.wording else finding.wording end,
      certainty = case when pair.takes then pair.certainty else finding.certainty end,
      contributor_id = case when pair.takes then pair.contributor_id else finding.contributor_id end,
      decided_by = case when pair.takes then pair.decided_by else finding.decided_by end,
      decided_at = case when pair.takes then pair.decided_at else finding.decided_at end,
      decided_office = case when pair.takes then pair.decided_office else finding.decided_office end,
      version = finding.version + pair.takes::integer
    from (
      select fresh.seq, old.seq as old_seq, old.decision, old.wording, old.certainty, old.contributor_id,
        old.decided_by, old.decided_at, old.decided_office,
        -- 径改 stands on a suggestion: where there is none any more, somebody looks again.
        fresh.decision is null and old.decision is not null
          and (old.decision <> 'correct' or fresh.suggestion is not null) as takes
      from unnest(${seqs}::integer[], ${olds}::integer[]) as given(seq, old_seq)
        join finding fresh on fresh.revision_id = ${revisionId} and fresh.seq = given.seq
        join finding old on old.revision_id = ${againstId} and old.seq = given.old_seq) as pair
    where finding.revision_id = ${revisionId} and finding.seq = pair.seq`.execute(tx);
  await recordAudit(tx, {
    actor: null,
    action: 'reviews.carry',
    subject: `revision:${revisionId}`,
    content: { againstId, carried },
  });
}
