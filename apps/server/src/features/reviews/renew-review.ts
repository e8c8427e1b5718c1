import path from 'node:path';

import type { Preset } from '@xiuzhi/domain';
import type { Finding, LedgerEntry, Settings, Volume } from '@xiuzhi/review';

import type { Database, Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { House } from '../../http/context.ts';
import type { Jobs } from '../../jobs/open-jobs.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import { holdForRenewal, renewFindings } from './renew-findings.ts';
import { failRun, findRun, finishRun, listRunning, openRun, setRunProgress } from './review-runs.ts';
import { dropSuppressed, loadSuppressions } from './suppressions.ts';

const REVIEW = path.join(import.meta.dirname, 'renew-review.child.ts');

export interface RenewalInput {
  readonly volume: Volume;
  readonly preset: Preset;
  readonly settings: Settings;
}

export interface RenewalResult {
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerEntry[];
  readonly engine: string;
  readonly milliseconds: number;
}

/** What a review goes by beside the book; given by the features that keep it. */
export interface ReviewSources {
  readonly loadVolume: (db: Database, revisionId: string) => Promise<Volume>;
  readonly loadSettings: (db: Database, workId: string) => Promise<Settings>;
}

/** Has a revision reviewed again (重新审校) by a job; says why not. */
export async function startRenewal(
  jobs: Jobs,
  tx: Tx,
  revisionId: string,
): Promise<'started' | 'REVIEWING' | 'NOT_READY'> {
  const opened = await openRun(tx, revisionId);
  if (opened === 'started') await jobs.enqueue(tx, 'renew-review', { revisionId });
  return opened;
}

/**
 * Reviews a revision again by the present settings, all or nothing: in a child, from the book as it is kept. May be called
 * again after a crash; what is no longer running is left alone.
 */
export async function renewReview(
  house: House,
  { loadVolume, loadSettings }: ReviewSources,
  revisionId: string,
  signal: AbortSignal,
): Promise<void> {
  const run = await findRun(house.db, revisionId);
  if (run?.state !== 'running') return;
  const volume = await loadVolume(house.db, revisionId);
  const settings = await loadSettings(house.db, run.work_id);
  let result: RenewalResult;
  try {
    result = await runChild<RenewalResult>(REVIEW, {
      input: { volume, preset: run.kind as Preset, settings } satisfies RenewalInput,
      // A word about progress that is lost harms nobody; unheard, its error would end the server.
      onProgress: (progress) => void setRunProgress(house.db, revisionId, progress).catch(() => {}),
      signal,
    });
  } catch (error) {
    // The server is closing: reviewed at the next start, or by another node.
    if (!(error instanceof ChildFailure) || error.reason === 'aborted') throw error;
    await giveUpRenewal(house, revisionId);
    return;
  }
  await house.db.transaction().execute(async (tx) => {
    await holdForRenewal(tx, revisionId);
    if (!(await finishRun(tx, revisionId, { preset: run.kind, ...result }))) return;
    const wanted = dropSuppressed(result.findings, await loadSuppressions(tx, run.work_id));
    const renumbered = await renewFindings(tx, revisionId, volume, wanted);
    await house.publish(tx, 'review-renewed', { revisionId, volume, ledger: result.ledger, renumbered });
    await recordAudit(tx, {
      actor: null,
      action: 'reviews.renewed',
      subject: `revision:${revisionId}`,
      content: wanted.map(({ id }) => id),
    });
  });
}

/** Says (未成) that a revision could not be reviewed again; what was found before stands. */
export async function giveUpRenewal(house: House, revisionId: string): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    if (await failRun(tx, revisionId))
      await recordAudit(tx, { actor: null, action: 'reviews.failRenewal', subject: `revision:${revisionId}` });
  });
}

/** Enqueues again what was being reviewed when a process died. */
export async function resumeRenewals(house: House): Promise<void> {
  const ids = await listRunning(house.db);
  if (ids.length === 0) return;
  await house.db.transaction().execute(async (tx) => {
    for (const revisionId of ids) await house.jobs.enqueue(tx, 'renew-review', { revisionId });
  });
}
