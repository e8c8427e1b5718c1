import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

import type { Client } from 'pg';

import { copyFile, makeFolders, syncFolders, writeFileDurably } from './copy-file.ts';
import type { BackedFile } from './manifest.ts';

/** Folders whose contents a restored cluster makes anew (PostgreSQL 18, 25.3.4), the log of writes apart. */
const EMPTIED = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./;
const LEFT_OUT =
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init(\..*)?|pgsql_tmp[^/]*|backup_label.*|tablespace_map.*)$/;
/** Copied last: it says where recovery begins, and must not be older than what it speaks of. */
const CONTROL = 'global/pg_control';

/**
 * Copies a running cluster (数据库实体备份) into `target` while it is written to: the files as they are found, and the log
 * of writes from before the first to after the last, from which a start of the copy makes one consistent state: that at
 * the end of the copy. A temporary slot keeps that log from being recycled, and ends with the connection however it ends.
 */
export async function copyCluster(
  client: Client,
  cluster: string,
  target: string,
): Promise<{ folders: string[]; files: BackedFile[] }> {
  const slot = `xiuzhi_backup_${randomUUID().replaceAll('-', '_')}`;
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot]);
  await client.query("select pg_backup_start('xiuzhi', fast => true)");
  const names = await listTree(cluster);
  const folders = names.folders.filter((name) => !EMPTIED.test(name) && !LEFT_OUT.test(name));
  folders.push('pg_wal/archive_status', 'pg_wal/summaries');
  await makeFolders(target, folders);
  const files: BackedFile[] = [];
  const take = async (name: string) => {
    const copied = await copyFile(path.join(cluster, name), path.join(target, name)).catch((error: unknown) => {
      // A table that was dropped meanwhile is dropped again by the log.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
    if (copied) files.push({ path: name, ...copied });
  };
  for (const name of names.files) if (!EMPTIED.test(name) && !LEFT_OUT.test(name) && name !== CONTROL) await take(name);
  await take(CONTROL);
  const { rows } = await client.query<{ labelfile: string; spcmapfile: string; last: string }>(
    'select labelfile, spcmapfile, pg_walfile_name(lsn) as last from pg_backup_stop(wait_for_archive => false)',
  );
  const { labelfile, spcmapfile, last } = rows[0]!;
  files.push({ path: 'backup_label', ...(await writeFileDurably(path.join(target, 'backup_label'), labelfile)) });
  if (spcmapfile.trim())
    files.push({
      path: 'tablespace_map',
      ...(await writeFileDurably(path.join(target, 'tablespace_map'), spcmapfile)),
    });
  const first = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/m.exec(labelfile)?.[1];
  if (!first) throw new Error('pg_backup_stop named no first segment of the log');
  for (const name of await readdir(path.join(cluster, 'pg_wal')))
    if (/^[0-9A-F]{8}\.history$/.test(name) || (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last))
      await take(`pg_wal/${name}`);
  await client.query('select pg_drop_replication_slot($1)', [slot]);
  await syncFolders(target, folders);
  return { folders, files };
}

/** Paths below a folder with `/`, folders before what is in them; what goes away meanwhile is passed over. */
async function listTree(root: string): Promise<{ folders: string[]; files: string[] }> {
  const folders: string[] = [];
  const files: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      if (folder === '' || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return [];
    });
    for (const entry of entries) {
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        folders.push(name);
        await walk(name);
      } else if (entry.isFile()) files.push(name);
    }
  };
  await walk('');
  return { folders, files };
}
