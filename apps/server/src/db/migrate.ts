import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { ClientBase } from 'pg';

const FOLDER = path.join(import.meta.dirname, 'migrations');
/** Any number, so long as every node uses the same: only one migrates at a time. */
const LOCK = 7_308_1001;

/** Brings the database to the newest migration; each file is one transaction, and a changed one is refused. */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query('create table if not exists migration (name text primary key, sha256 text not null)');
    const done = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
    const applied = new Map(done.rows.map((row) => [row.name, row.sha256]));
    const names = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sql'))
      .sort();
    const unknown = [...applied.keys()].find((name) => !names.includes(name));
    if (unknown) throw new Error(`数据库比程序新（${unknown}），请更新程序后再启动。`);
    for (const name of names) {
      const sql = readFileSync(path.join(FOLDER, name), 'utf8');
      const sha256 = createHash('sha256').update(sql).digest('hex');
      const before = applied.get(name);
      if (before === sha256) continue;
      if (before) throw new Error(`迁移文件 ${name} 在应用之后被改动，请恢复原文件后再启动。`);
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}
