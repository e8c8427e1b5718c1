import path from 'node:path';

import type { Preset } from '@xiuzhi/domain';
import type { ImportReport } from '@xiuzhi/manuscript';
import type { Finding, LedgerEntry, Settings, Volume } from '@xiuzhi/review';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
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
  readonly settings: Settings;
  /** The .docx an old Word file was converted to, which is read in its place. */
  readonly readingSha256: string | null;
}

/** The import report (读入报告) as it is kept, with its sentences. */
export type StoredReport = Pick<ImportReport, 'entries' | 'foreign'> & { readonly lines: readonly string[] };

/** The book with its findings, or the sentence that says why it could not be read. */
export type ReadResult =
  | {
      readonly volume: Volume;
      readonly sourceMap: Uint8Array;
      readonly report: StoredReport;
      readonly findings: readonly Finding[];
      readonly ledger: readonly LedgerEntry[];
      readonly engine: string;
      readonly milliseconds: number;
    }
  | { readonly problem: string };

/** Settings of a work (审校设置); given by the features that keep them. */
export type LoadSettings = (db: Database, workId: string) => Promise<Settings>;

/**
 * Reads a revision from its original, reviews it and saves both, all or nothing. May be called again after a crash: what
 * is no longer importing is left alone, and what another node is reading right now, too. `signal` is aborted when the
 * server closes.
 */
export async function readRevision(
  house: House,
  objectFolder: string,
  loadSettings: LoadSettings,
  revisionId: string,
  signal: AbortSignal,
): Promise<void> {
  await house.db.connection().execute(async (connection) => {
    const lock = await sql<{
      mine: boolean;
    }>`select pg_try_advisory_lock(hashtextextended(${revisionId}, 1)) as mine`.execute(connection);
    if (!lock.rows[0]?.mine) return;
    try {
      await readLocked(house, objectFolder, loadSettings, revisionId, signal);
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${revisionId}, 1))`.execute(connection);
    }
  });
}

async function readLocked(
  house: House,
  objectFolder: string,
  loadSettings: LoadSettings,
  revisionId: string,
  signal: AbortSignal,
): Promise<void> {
  const revision = await findRevision(house.db, revisionId);
  if (revision?.state !== 'importing') return;
  let read: ReadResult;
  try {
    read = await runChild<ReadResult>(READ, {
      input: {
        fileName: revision.file_name,
        sha256: revision.sha256.toString('hex'),
        objectFolder,
        preset: revision.kind as Preset,
        settings: await loadSettings(house.db, revision.work_id),
        readingSha256: revision.reading_sha256?.toString('hex') ?? null,
      } satisfies ReadInput,
      // A word about progress that is lost harms nobody; unheard, its error would end the server.
      onProgress: (progress) => void setProgress(house.db, revisionId, progress).catch(() => {}),
      signal,
    });
  } catch (error) {
    // The server is closing: the book is read again at the next start, or by another node.
    if (!(error instanceof ChildFailure) || error.reason === 'aborted') throw error;
    read = { problem: '文件内容过大或结构异常，未能读完。请分卷后重新导入。' };
  }
  await house.db.transaction().execute(async (tx) => {
    if ('problem' in read) {
      await failImport(tx, revisionId, read.problem);
      return;
    }
    await saveVolume(tx, revisionId, read.volume, read.sourceMap, JSON.stringify(read.report));
    await house.publish(tx, 'revision-read', { ...read, revisionId, preset: revision.kind });
    await recordAudit(tx, {
      actor: null,
      action: 'manuscripts.read',
      subject: `revision:${revisionId}`,
      content: read.volume.text.length,
    });
  });
}

/** Says (未成) that a revision could not be read or saved, however often it was tried. */
export async function giveUpRevision(house: House, revisionId: string): Promise<void> {
  await house.db
    .transaction()
    .execute((tx) =>
      failImport(tx, revisionId, '系统处理此稿时出现故障，未能完成。请重新导入，如仍不行请联系管理员。'),
    );
}

async function failImport(tx: Tx, revisionId: string, problem: string): Promise<void> {
  if (await failRevision(tx, revisionId, problem))
    await recordAudit(tx, { actor: null, action: 'manuscripts.fail', subject: `revision:${revisionId}` });
}

/** Enqueues again what was being imported when a process died. */
export async function resumeImports(house: House): Promise<void> {
  const ids = await listImporting(house.db);
  if (ids.length === 0) return;
  await house.db.transaction().execute(async (tx) => {
    for (const revisionId of ids) await house.jobs.enqueue(tx, 'read-revision', { revisionId });
  });
}
