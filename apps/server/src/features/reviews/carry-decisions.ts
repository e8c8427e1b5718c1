import { sql } from 'kysely';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Events } from '../../events.ts';
import { setDecisionsAside } from './keep-decisions.ts';
import { isTold } from './shown-decision.ts';
import { holdContributors } from './store.ts';

/**
 * When a new revision has been compared with the last, a finding that stood there already says so, and takes its decision
 * along (沿用) unless somebody has decided it anew; one statement for all of them.
 */
export async function carryDecisions(tx: Tx, event: Events['check-made']): Promise<void> {
  const { revisionId, againstId, carried } = event;
  const [seqs, olds] = [carried.map(([seq]) => seq), carried.map(([, old]) => old)];
  // Nobody decides, sends it up or gives it back until the decisions are taken along.
  await tx.selectFrom('revision').select('id').where('id', '=', revisionId).forUpdate().execute();
  await holdContributors(tx, revisionId);
  // A check against another revision than the last time: places of that one are no places of this one.
  await sql`
    update finding set carried_from = null
    where revision_id = ${revisionId} and carried_from is not null and seq <> all(${seqs}::integer[])`.execute(tx);
  if (carried.length === 0) return;
  const { rows: taken } = await sql<{ seq: number; takes: boolean }>`
    update finding set carried_from = pair.old_seq,
      decision = case when pair.takes then pair.decision else finding.decision end,
      wording = case when pair.takes then pair.wording else finding.wording end,
      certainty = case when pair.takes then pair.certainty else finding.certainty end,
      contributor_id = case when pair.takes then pair.contributor_id else finding.contributor_id end,
      decided_by = case when pair.takes then pair.decided_by else finding.decided_by end,
      decided_at = case when pair.takes then pair.decided_at else finding.decided_at end,
      decided_office = case when pair.takes then pair.decided_office else finding.decided_office end
    from (
      select fresh.seq, old.seq as old_seq, old.decision, old.wording, old.certainty, old.contributor_id,
        old.decided_by, old.decided_at, old.decided_office,
        -- 径改 stands on a suggestion: where there is none any more, somebody looks again.
        fresh.decision is null and old.decision is not null
          and (old.decision <> 'correct' or fresh.suggestion is not null) as takes
      from unnest(${seqs}::integer[], ${olds}::integer[]) as given(seq, old_seq)
        join finding fresh on fresh.revision_id = ${revisionId} and fresh.seq = given.seq
        join finding old on old.revision_id = ${againstId} and old.seq = given.old_seq) as pair
    where finding.revision_id = ${revisionId} and finding.seq = pair.seq
    returning finding.seq, pair.takes`.execute(tx);
  await raiseVersions(
    tx,
    revisionId,
    taken.filter(({ takes }) => takes).map(({ seq }) => seq),
  );
  // The superior reads for itself, also what is taken along while it has the revision.
  const open = await tx
    .selectFrom('submission')
    .select(['id', 'office_id'])
    .where('revision_id', '=', revisionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (open) await setDecisionsAside(tx, { submissionId: open.id, revisionId, officeId: open.office_id });
  await recordAudit(tx, {
    actor: null,
    action: 'reviews.carry',
    subject: `revision:${revisionId}`,
    content: { againstId, carried },
  });
}

/** Raises the versions of what now stands otherwise before the office of the work; what it is not shown says nothing. */
async function raiseVersions(tx: Tx, revisionId: string, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return;
  await sql`
    update finding set version = version + 1
    where revision_id = ${revisionId} and seq = any(${seqs}::integer[]) and (${isTold(revisionId)} or decided_office = (
      select office.id from revision join manuscript on manuscript.id = revision.manuscript_id
        join work on work.id = manuscript.work_id join organisation home on home.id = work.organisation_id
        join organisation office on office.path = home.office_path
      where revision.id = ${revisionId}))`.execute(tx);
}
