import path from 'node:path';

import { backUp } from './backup/back-up.ts';
import { BackupRefusal } from './backup/backup-refusal.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { LaunchRefusal } from './db/launch-postgres.ts';
import { readEnvironment } from './environment.ts';
import { verifyAudit } from './features/audit/store.ts';

// Run by `xiuzhi backup` and `xiuzhi restore` as a process of its own, with the environment of the server:
// maintain.ts backup FOLDER [--originals] | maintain.ts restore BACKUP FOLDER
const [command, first = '', second] = process.argv.slice(2);
const say = (line: string) => console.log(line);
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

// A command line that was killed leaves nobody to tell.
const orphaned = () => process.exit(2);
process.once('disconnect', orphaned);
try {
  process.exitCode = command === 'backup' ? await runBackup() : await runRestore();
} catch (error) {
  const { code, path: file = '' } = error as NodeJS.ErrnoException;
  const sentence = { ENOSPC: '磁盘空间不足', EACCES: '没有权限读写', EPERM: '没有权限读写', EROFS: '所在磁盘只能读' }[
    code ?? ''
  ];
  if (error instanceof BackupRefusal || error instanceof LaunchRefusal) console.error(error.message);
  else if (sentence) console.error(`${sentence}，未完成：${file || first}`);
  else console.error(`未能完成：${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
process.off('disconnect', orphaned);
if (process.connected) process.disconnect();

async function runBackup(): Promise<number> {
  const environment = readEnvironment(process.env, []);
  const originalsOnly = second === '--originals';
  if (environment.databaseUrl && !originalsOnly)
    throw new BackupRefusal(
      '设了 DATABASE_URL：数据库请用其自带的工具备份（如 pg_basebackup），再执行 xiuzhi backup 文件夹 --originals 备份原稿。',
    );
  const { folder, bytes, originals, damaged } = await backUp({
    into: path.resolve(first),
    dataFolder: environment.dataFolder,
    originalsOnly,
    say,
  });
  say(`备份完成：${folder}（${megabytes(bytes)}，原稿 ${originals} 件）`);
  for (const sha256 of damaged)
    console.error(`原稿内容与导入时不符，请核查磁盘：originals/${sha256.slice(0, 2)}/${sha256}`);
  return damaged.length > 0 ? 1 : 0;
}

async function runRestore(): Promise<number> {
  const to = path.resolve(second ?? '');
  const { madeAt, database, originals } = await restoreBackup(path.resolve(first), to, verifyAudit, say);
  if (!database) {
    say(`已恢复原稿 ${originals} 件：${to}（备份于 ${new Date(madeAt).toLocaleString('zh-CN')}）`);
    return 0;
  }
  say(
    `已恢复：${to}（备份于 ${new Date(madeAt).toLocaleString('zh-CN')}），书稿 ${database.revisions} 稿，原稿 ${originals} 件，` +
      `审计记录 ${database.auditEntries} 条`,
  );
  if (!database.auditIntact) console.error('审计链校验未通过，请报告管理员核查。');
  for (const sha256 of database.missing) console.error(`备份中缺少原稿：${sha256}`);
  if (!database.auditIntact || database.missing.length > 0) return 1;
  say(`审计链完好，原稿齐全。启动：XIUZHI_DATA=${to} npm start`);
  return 0;
}
