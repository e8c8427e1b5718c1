import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { launchPostgres } from '../db/launch-postgres.ts';
import { BackupRefusal } from './backup-refusal.ts';
import { copyCluster } from './copy-cluster.ts';
import { syncFolders } from './copy-file.ts';
import { copyOriginals } from './copy-originals.ts';
import { writeManifest, type Manifest } from './manifest.ts';

/** What is backed up, and where to. */
export interface BackupOrder {
  /** Folder that takes the backup as a folder of its own, named after the time. */
  readonly into: string;
  readonly dataFolder: string;
  /** Only the originals: the database is kept, and backed up, by a server of the office's own. */
  readonly originalsOnly: boolean;
  readonly say: (line: string) => void;
}

/** A backup that is made. */
export interface Backup {
  readonly folder: string;
  readonly bytes: number;
  readonly originals: number;
  /** Originals (SHA-256) whose bytes have changed since they came. */
  readonly damaged: readonly string[];
}

const PARTIAL = '.partial-';

/**
 * Makes a backup (备份) of the data folder, whether its server runs or not: the cluster, then the originals, then the
 * manifest, in a folder that gets its name only when all of it is on the disk: half a backup is never taken for one.
 */
export async function backUp(order: BackupOrder): Promise<Backup> {
  const { into, dataFolder, say } = order;
  await mkdir(into, { recursive: true, mode: 0o700 });
  await sweepPartials(into);
  const partial = path.join(into, `${PARTIAL}${os.hostname()}-${process.pid}`);
  await mkdir(partial, { mode: 0o700 });
  try {
    const madeAt = new Date();
    const folders: string[] = [];
    const files: Manifest['files'][number][] = [];
    const add = (below: string, copied: Pick<Manifest, 'folders' | 'files'>) => {
      folders.push(below, ...copied.folders.map((name) => `${below}/${name}`));
      for (const file of copied.files) files.push({ ...file, path: `${below}/${file.path}` });
    };
    let database: Manifest['database'] = null;
    if (!order.originalsOnly) {
      say('正在复制数据库，期间可以照常使用……');
      const copied = await onCluster(dataFolder, async (client, cluster) => {
        database = await describeDatabase(client);
        return copyCluster(client, cluster, path.join(partial, 'database/pg18'));
      });
      folders.push('database');
      add('database/pg18', copied);
    }
    say('正在复制原稿……');
    const originals = await copyOriginals(path.join(dataFolder, 'originals'), path.join(partial, 'originals'));
    add('originals', originals);
    await writeManifest(partial, { format: 'xiuzhi-backup-1', madeAt: madeAt.toISOString(), database, folders, files });
    await syncFolders(partial, database ? ['database'] : []);
    const folder = path.join(into, nameOf(madeAt));
    if (existsSync(folder)) throw new BackupRefusal(`已有同名的备份，未覆盖：${folder}`);
    await rename(partial, folder);
    await syncFolders(into, []);
    const bytes = files.reduce((total, file) => total + file.bytes, 0);
    return { folder, bytes, originals: originals.files.length, damaged: originals.damaged };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/** Connects to the cluster of the data folder where its server runs, else starts the cluster for as long as `work` takes. */
async function onCluster<T>(dataFolder: string, work: (client: Client, cluster: string) => Promise<T>): Promise<T> {
  const cluster = path.join(dataFolder, 'database/pg18');
  if (!existsSync(path.join(cluster, 'PG_VERSION')))
    throw new BackupRefusal(`这里没有修志的数据库：${dataFolder}。请用 --data 或环境变量 XIUZHI_DATA 指明数据目录。`);
  let client = await connectRunning(cluster);
  const launched = client ? undefined : await launchPostgres(path.dirname(cluster));
  try {
    client ??= await connect(launched!.url('postgres'));
    return await work(client, cluster);
  } catch (error) {
    const { code } = error as { code?: string };
    // 57P01: the server was told to end; the others: it is no longer there.
    if (code === '57P01' || code === 'ECONNRESET' || /Connection terminated|not queryable/.test(String(error)))
      throw new BackupRefusal('备份途中修志停止了运行，未完成备份，请重新执行。');
    throw error;
  } finally {
    await client?.end().catch(() => {});
    await launched?.stop();
  }
}

/** A connection to the cluster that runs on this folder, as its own postmaster.pid says; undefined where none does. */
async function connectRunning(cluster: string): Promise<Client | undefined> {
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const sockets = lines[4]?.trim();
  if (!sockets) return undefined;
  return connect(`postgresql:///postgres?host=${encodeURIComponent(sockets)}&user=xiuzhi`).catch(() => undefined);
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'xiuzhi-backup' });
  // A server that ends in between is told by the next statement.
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function describeDatabase(client: Client): Promise<NonNullable<Manifest['database']>> {
  const { rows } = await client.query<{ server: string; migration: string; position: number; hash: string }>(
    `select current_setting('server_version') as server, (select max(name) from migration) as migration,
       coalesce(s.position, 0)::int as position, coalesce(encode(s.hash, 'hex'), '') as hash
     from (select 1) one left join (select position, hash from audit_seal order by position desc limit 1) s on true`,
  );
  const { server, migration, position, hash } = rows[0]!;
  return { server, migration, audit: { position, hash } };
}

/** Removes what killed backups of this machine left behind. */
async function sweepPartials(into: string): Promise<void> {
  const mine = `${PARTIAL}${os.hostname()}-`;
  for (const name of await readdir(into))
    if (name.startsWith(mine) && !isRunning(Number(name.slice(mine.length))))
      await rm(path.join(into, name), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** `xiuzhi-2026-03-01-083000`, by the clock on the wall. */
function nameOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `xiuzhi-${day}-${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('')}`;
}
