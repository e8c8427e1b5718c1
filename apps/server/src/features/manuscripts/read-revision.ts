import path from 'node:path';

import type { Preset } from '@xiuzhi/domain';
import type { Finding, Volume } from '@xiuzhi/review';
import { sql } from 'kysely';

import { recordAudit } from '../../db/record-audit.ts';
import type { House } from '../../http/context.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import { failRevision, findRevision, listImporting, saveVolume, setProgress } from './store.ts';

const READ = path.join(import.meta.dirname, 'read-revision.child.ts');

export interface ReadInput {
  readonly fileName: string;
  readonly sha256: string;
  readonly objectFolder: string;
  readonly preset: Preset;
}

/** The book with its findings, or the sentence that says why it could not be read. */
export type ReadResult =
  | {
      readonly volume: Volume;
      readonly sourceMap: Uint8Array;
      readonly findings: readonly Finding[];
      readonly engine: string;
      readonly milliseconds: number;
    }
  | { readonly problem: string };

/**
 * Reads a revision from its original, reviews it and saves both, all or nothing. May be called again after a crash: what
 * is no longer importing is left alone, and what another node is reading right now, too.
 */
export async function readRevision(house: House, objectFolder: string, revisionId: string): Promise<void> {
  await house.db.connection().execute(async (connection) => {
    const lock = await sql<{
      mine: boolean;
    }>`select pg_try_advisory_lock(hashtextextended(${revisionId}, 1)) as mine`.execute(connection);
    if (!lock.rows[0]?.mine) return;
    try {
      await readLocked(house, objectFolder, revisionId);
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${revisionId}, 1))`.execute(connection);
    }
  });
}

async function readLocked(house: House, objectFolder: string, revisionId: string): Promise<void> {
  const revision = await findRevision(house.db, revisionId);
  if (revision?.state !== 'importing') return;
  const subject = `revision:${revisionId}`;
  let read: ReadResult;
  try {
    read = await runChild<ReadResult>(READ, {
      input: {
        fileName: revision.file_name,
        sha256: revision.sha256.toString('hex'),
        objectFolder,
        preset: revision.kind as Preset,
      } satisfies ReadInput,
      onProgress: (progress) => void setProgress(house.db, revisionId, progress),
    });
  } catch (error) {
    if (!(error instanceof ChildFailure)) throw error;
    read = { problem: '文件内容过大或结构异常，未能读完。请分卷后重新导入。' };
  }
  await house.db.transaction().execute(async (tx) => {
    if ('problem' in read) {
      await failRevision(tx, revisionId, read.problem);
      await recordAudit(tx, { actor: null, action: 'manuscripts.fail', subject });
      return;
    }
    await saveVolume(tx, revisionId, read.volume, read.sourceMap);
    await house.publish(tx, 'revision-read', { ...read, revisionId, preset: revision.kind });
    await recordAudit(tx, { actor: null, action: 'manuscripts.read', subject, content: read.volume.text.length });
  });
}

/** Enqueues again what was being imported when a process died. */
export async function resumeImports(house: House): Promise<void> {
  const ids = await listImporting(house.db);
  if (ids.length === 0) return;
  await house.db.transaction().execute(async (tx) => {
    for (const revisionId of ids) await house.jobs.enqueue(tx, 'read-revision', { revisionId });
  });
}
