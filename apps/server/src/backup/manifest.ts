import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { BackupRefusal } from './backup-refusal.ts';
import { writeFileDurably, type Copied } from './copy-file.ts';

/** A file of a backup: its path below the backup, with `/`. */
export interface BackedFile extends Copied {
  readonly path: string;
}

/** Contents of a backup (备份清单): what was copied when, and by what it is known to be whole. */
export interface Manifest {
  readonly format: 'xiuzhi-backup-1';
  /** Instant, ISO 8601 in UTC. */
  readonly madeAt: string;
  /** The cluster, or null where a server of the office's own keeps the database and only originals were copied. */
  readonly database: {
    /** `server_version` of PostgreSQL. */
    readonly server: string;
    /** Newest migration. */
    readonly migration: string;
    /** Head of the audit chain just before the copy began: whatever is restored holds at least this. */
    readonly audit: { readonly position: number; readonly hash: string };
  } | null;
  /** Folders below the backup, those above first; some of a cluster are empty and needed. */
  readonly folders: readonly string[];
  readonly files: readonly BackedFile[];
}

const NAME = 'manifest.json';
const digestOf = (manifest: Manifest) => createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

/** Writes the manifest into a backup, with its own digest. */
export async function writeManifest(backup: string, manifest: Manifest): Promise<void> {
  await writeFileDurably(path.join(backup, NAME), `${JSON.stringify({ digest: digestOf(manifest), manifest })}\n`);
}

/** Reads the manifest of a backup; a BackupRefusal where there is none or where it is not as it was written. */
export async function readManifest(backup: string): Promise<Manifest> {
  const text = await readFile(path.join(backup, NAME), 'utf8').catch(() => undefined);
  if (text === undefined) throw new BackupRefusal(`${backup} 不是修志的备份：其中没有 ${NAME}。`);
  const { digest, manifest } = parse(text) ?? {};
  if (!manifest || digest !== digestOf(manifest))
    throw new BackupRefusal(`备份清单已损坏，未恢复：${path.join(backup, NAME)}`);
  if (manifest.format !== 'xiuzhi-backup-1') throw new BackupRefusal('这份备份由更新的程序制作，请更新程序后再恢复。');
  return manifest;
}

function parse(text: string): { digest?: string; manifest?: Manifest } | undefined {
  try {
    return JSON.parse(text) as { digest?: string; manifest?: Manifest };
  } catch {
    return undefined;
  }
}
