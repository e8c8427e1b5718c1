// The real server on a filled database.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { launchPostgres } from '../../apps/server/src/db/launch-postgres.ts';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import { ensureAdministrator } from '../../apps/server/src/features/accounts/ensure-administrator.ts';
import { visitServer } from '../../apps/server/test/open-house.ts';

const MAIN = path.join(import.meta.dirname, '../../apps/server/src/main.ts');
const COUNT = path.join(import.meta.dirname, 'count-statements.mjs');

/**
 * Fills a database of its own (`fill(opened, people)` gives `users` and `size`) and starts the server on it. The users are
 * signed in: each has `api`, `fetch` and `page(route)`. `close()` leaves nothing behind.
 */
export async function openService(fill, people) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-service-'));
  const postgres = await launchPostgres(path.join(folder, 'database'));
  let server;
  const close = async () => {
    if (server?.connected) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const databaseUrl = postgres.url('postgres');
    const opened = await openDatabase(databaseUrl);
    await ensureAdministrator(opened.db);
    const { users, size } = await fill(opened, people);
    await opened.close();
    console.error(
      `  ${Object.entries(size)
        .map(([name, count]) => `${count} ${name}`)
        .join(', ')}`,
    );

    server = fork(MAIN, ['--empty'], {
      env: { ...process.env, DATABASE_URL: databaseUrl, XIUZHI_DATA: folder, PORT: '0', HOST: '127.0.0.1' },
      execArgv: ['--import', COUNT],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const [line] = await once(server.stdout, 'data');
    const url = /http:\/\/\S+/.exec(String(line))[0];
    for (const user of users) {
      const { api, fetch } = visitServer(url);
      Object.assign(user, { api, fetch, page: (route) => fetch(route).then((page) => page.text()) });
      await api.accounts.signIn({ name: user.name, password: user.password });
    }
    const postmaster = Number(readFileSync(path.join(folder, 'database/pg18/postmaster.pid'), 'utf8').split('\n')[0]);
    return { server, postmaster, users, size, close };
  } catch (error) {
    await close();
    throw error;
  }
}
