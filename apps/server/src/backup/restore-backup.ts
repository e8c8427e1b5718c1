import { access, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';

import { launchPostgres } from '../db/launch-postgres.ts';
import { openDatabase, type Database } from '../db/open-database.ts';
import { BackupRefusal } from './backup-refusal.ts';
import { copyFile, makeFolders, syncFolders } from './copy-file.ts';
import { readManifest, type Manifest } from './manifest.ts';

/** Verifies the audit chain; given by the audit feature. */
export type VerifyAudit = (db: Database) => Promise<{ entries: number; sealed: number; intact: boolean }>;

/** What a restored data folder holds. */
export interface Restored {
  readonly madeAt: string;
  /** What the database says of itself; null where the backup was of originals only. */
  readonly database: {
    readonly revisions: number;
    readonly auditEntries: number;
    /** Whether the audit chain verifies and goes on from the head that the manifest names. */
    readonly auditIntact: boolean;
    /** Originals (SHA-256) that a row names and that are not there. */
    readonly missing: readonly string[];
  } | null;
  readonly originals: number;
}

const STAGE = '.restoring';

/**
 * Restores a backup (恢复) into a data folder that is empty or not there yet. Every file is compared with the manifest
 * while it is copied, beside the final place: unless all of them are as they were, nothing is put there. Then the cluster
 * is started once, which makes its copy consistent, and what is in it is verified.
 */
export async function restoreBackup(
  backup: string,
  dataFolder: string,
  verifyAudit: VerifyAudit,
  say: (line: string) => void,
): Promise<Restored> {
  const manifest = await readManifest(backup);
  const stage = path.join(dataFolder, STAGE);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  // What a killed restore left behind is nobody's.
  await rm(stage, { recursive: true, force: true });
  if ((await readdir(dataFolder)).length > 0)
    throw new BackupRefusal(`目标文件夹不是空的，未恢复：${dataFolder}。请另指一个空文件夹。`);
  say(`正在核对并复制备份，共 ${manifest.files.length} 个文件……`);
  try {
    await copyVerified(backup, stage, manifest);
    // The database last: with it the folder becomes one that a server may start on.
    for (const name of ['originals', 'database'])
      if (manifest.folders.includes(name)) await rename(path.join(stage, name), path.join(dataFolder, name));
    await rmdir(stage);
    await syncFolders(dataFolder, []);
  } catch (error) {
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
  const originals = manifest.files.filter(({ path: name }) => name.startsWith('originals/')).length;
  if (!manifest.database) return { madeAt: manifest.madeAt, database: null, originals };
  say('正在启动数据库并校验……');
  const database = await verifyDatabase(dataFolder, manifest.database.audit, verifyAudit);
  return { madeAt: manifest.madeAt, database, originals };
}

async function copyVerified(backup: string, stage: string, manifest: Manifest): Promise<void> {
  for (const name of [...manifest.folders, ...manifest.files.map((file) => file.path)])
    if (!/^(database|originals)(\/|$)/.test(name) || name.split('/').some((part) => part === '..' || part === ''))
      throw new BackupRefusal(`备份清单中有不该有的路径，未恢复：${name}`);
  await makeFolders(stage, manifest.folders);
  for (const { path: name, bytes, sha256 } of manifest.files) {
    const copied = await copyFile(path.join(backup, name), path.join(stage, name)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    });
    if (!copied) throw new BackupRefusal(`备份不完整，缺少文件，未恢复：${name}`);
    if (copied.bytes !== bytes || copied.sha256 !== sha256)
      throw new BackupRefusal(`备份已损坏，文件与清单不符，未恢复：${name}`);
  }
  await syncFolders(stage, manifest.folders);
}

async function verifyDatabase(
  dataFolder: string,
  head: { readonly position: number; readonly hash: string },
  verifyAudit: VerifyAudit,
): Promise<NonNullable<Restored['database']>> {
  const postgres = await launchPostgres(path.join(dataFolder, 'database'));
  try {
    const { db, close } = await openDatabase(postgres.url('postgres'), { connections: 2 });
    try {
      const audit = await verifyAudit(db);
      const seal = await db
        .selectFrom('audit_seal')
        .select('hash')
        .where('position', '=', head.position)
        .executeTakeFirst();
      const revisions = await db.selectFrom('revision').select(['sha256', 'reading_sha256']).execute();
      const replies = await db.selectFrom('reply').select('sha256').execute();
      const bulletins = await db.selectFrom('bulletin_import').select('sha256').execute();
      const named = [
        ...revisions.flatMap((row) => [row.sha256, row.reading_sha256]),
        ...[...replies, ...bulletins].map((row) => row.sha256),
      ];
      const missing: string[] = [];
      for (const name of new Set(named.flatMap((sha256) => sha256?.toString('hex') ?? [])))
        await access(path.join(dataFolder, 'originals', name.slice(0, 2), name)).catch(() => missing.push(name));
      return {
        revisions: revisions.length,
        auditEntries: audit.entries,
        auditIntact: audit.intact && (head.position === 0 || seal?.hash.toString('hex') === head.hash),
        missing,
      };
    } finally {
      await close();
    }
  } finally {
    await postgres.stop();
  }
}
