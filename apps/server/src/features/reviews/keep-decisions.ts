import { sql } from 'kysely';

import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { isTold } from './shown-decision.ts';
import { holdContributors } from './store.ts';

/**
 * When a revision is sent up, what others decided is set aside (暂存) and its findings stand undecided: the superior
 * reads for itself. What the superior decided on it before still stands.
 */
export async function setDecisionsAside(tx: Tx, event: Events['submission-sent']): Promise<void> {
  const { submissionId, revisionId, officeId } = event;
  await sql`
    with aside as (
      insert into decision_before (submission_id, seq, decision, wording, certainty, contributor_id, decided_by,
        decided_at, decided_office, batch)
      select ${submissionId}::uuid, seq, decision, wording, certainty, contributor_id, decided_by,
        decided_at, decided_office, batch
      from finding where revision_id = ${revisionId} and decision is not null
        and decided_office is distinct from ${officeId}::uuid
      -- What was set aside before is older than what a check took along since, and stays.
      on conflict (submission_id, seq) do update set decision = decision_before.decision
      returning seq)
    update finding set decision = null, wording = null, certainty = null, contributor_id = null, decided_by = null,
      decided_at = null, decided_office = null, batch = null
    from aside where finding.revision_id = ${revisionId} and finding.seq = aside.seq`.execute(tx);
  await levelVersions(tx, revisionId);
}

/** Gives all findings of a revision that changes hands one new version: theirs would say which of them were decided. */
async function levelVersions(tx: Tx, revisionId: string): Promise<void> {
  await sql`
    update finding set version = (select max(version) + 1 from finding where revision_id = ${revisionId})
    where revision_id = ${revisionId}`.execute(tx);
}

/**
 * When it is back, what was set aside stands again wherever the superior decided nothing, or nothing that went out in a
 * letter: a decision nobody below was told of takes no one's work away.
 */
export async function restoreDecisions(tx: Tx, event: Events['submission-ended']): Promise<void> {
  const { submissionId, revisionId } = event;
  await holdContributors(tx, revisionId);
  await sql`
    update finding set decision = kept.decision, wording = kept.wording, certainty = kept.certainty,
      contributor_id = (select id from contributor where id = kept.contributor_id), decided_by = kept.decided_by,
      decided_at = kept.decided_at, decided_office = kept.decided_office, batch = kept.batch
    from decision_before kept
    where kept.submission_id = ${submissionId} and finding.revision_id = ${revisionId} and finding.seq = kept.seq
      and (finding.decision is null or not ${isTold(revisionId)})`.execute(tx);
  await levelVersions(tx, revisionId);
}

/** Lets what one office decided count as decided by another. */
export async function moveDecisions(tx: Tx, fromId: string, intoId: string): Promise<void> {
  for (const table of ['finding', 'decision_before'] as const)
    await tx.updateTable(table).set({ decided_office: intoId }).where('decided_office', '=', fromId).execute();
}
