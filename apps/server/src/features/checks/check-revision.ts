import path from 'node:path';

import { ENGINE_VERSION, type Volume } from '@xiuzhi/review';

import type { Database, Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { House } from '../../http/context.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import type { Jobs } from '../../jobs/open-jobs.ts';
import type { Comparison, ComparisonInput } from './compare-revisions.ts';
import {
  failCheck,
  findCheck,
  findPrevious,
  holdReviewed,
  listRunning,
  loadAsked,
  loadCompared,
  loadReviewed,
  openCheck,
  saveCheck,
} from './store.ts';

const CHECK = path.join(import.meta.dirname, 'check.child.ts');

/** Loads the book of a revision; given by the manuscripts feature. */
export type LoadVolume = (db: Database, revisionId: string) => Promise<Volume>;

/** Opens the check (整改核对) of a revision against the last and enqueues it; false where there is nothing before it. */
export async function startCheck(jobs: Jobs, tx: Tx, revisionId: string): Promise<boolean> {
  const againstId = await findPrevious(tx, revisionId);
  if (!againstId) return false;
  if (await openCheck(tx, revisionId, againstId)) await jobs.enqueue(tx, 'check-revision', { revisionId });
  return true;
}

/**
 * Makes the check of a revision, all or nothing: compared in a child, saved, and told. May be called again after a
 * crash; what is no longer running is left alone.
 */
export async function checkRevision(
  house: House,
  loadVolume: LoadVolume,
  revisionId: string,
  signal: AbortSignal,
): Promise<void> {
  const check = await findCheck(house.db, revisionId);
  if (check?.state !== 'running') return;
  const both = [check.against_id, revisionId];
  const reviewed = await loadReviewed(house.db, both);
  const asked = await loadAsked(house.db, check.against_id);
  const input: ComparisonInput = {
    before: await loadVolume(house.db, check.against_id),
    after: await loadVolume(house.db, revisionId),
    oldFindings: await loadCompared(house.db, check.against_id),
    newFindings: await loadCompared(house.db, revisionId),
    items: asked.map(({ findings, start, end }) => ({ findings, span: { start, end } })),
  };
  let comparison: Comparison;
  try {
    comparison = await runChild<Comparison>(CHECK, { input, signal });
  } catch (error) {
    // The server is closing: the check is made at the next start, or by another node.
    if (!(error instanceof ChildFailure) || error.reason === 'aborted') throw error;
    await giveUpCheck(house, revisionId);
    return;
  }
  const isCurrent = await house.db.transaction().execute(async (tx) => {
    if ((await holdReviewed(tx, both)) !== reviewed) return false;
    if (!(await saveCheck(tx, revisionId, ENGINE_VERSION, asked, comparison))) return true;
    await house.publish(tx, 'check-made', {
      revisionId,
      againstId: check.against_id,
      carried: comparison.carried,
    });
    await recordAudit(tx, {
      actor: null,
      action: 'checks.run',
      subject: `revision:${revisionId}`,
      content: comparison.outcomes.map((outcome) => outcome.verdict),
    });
    return true;
  });
  // Reviewed again meanwhile: the findings have other numbers now.
  if (!isCurrent) await checkRevision(house, loadVolume, revisionId, signal);
}

/** Says (未成) that a check could not be made, however often it was tried. */
export async function giveUpCheck(house: House, revisionId: string): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    if (await failCheck(tx, revisionId))
      await recordAudit(tx, { actor: null, action: 'checks.fail', subject: `revision:${revisionId}` });
  });
}

/** Enqueues again what was being checked when a process died. */
export async function resumeChecks(house: House): Promise<void> {
  const ids = await listRunning(house.db);
  if (ids.length === 0) return;
  await house.db.transaction().execute(async (tx) => {
    for (const revisionId of ids) await house.jobs.enqueue(tx, 'check-revision', { revisionId });
  });
}
