import { existsSync } from 'node:fs';
import path from 'node:path';

import { buildApp } from './app.ts';
import { launchPostgres, LaunchRefusal } from './db/launch-postgres.ts';
import { openDatabase } from './db/open-database.ts';
import { readEnvironment } from './environment.ts';
import { ensureAdministrator, resetPasswordOf } from './features/accounts/ensure-administrator.ts';
import { openJobs } from './jobs/open-jobs.ts';
import { seedSample } from './seed-sample.ts';
import { seedSeries } from './seed-series.ts';

const WEB = path.join(import.meta.dirname, '../../web/dist');

/** A server that listens: what to print, where it is, and how to end it. */
export interface StartedServer {
  /** One line that says where to click and how to sign in. */
  readonly line: string;
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts database, application and HTTP; throws one Chinese sentence where that cannot be. */
export async function startServer(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<StartedServer> {
  const environment = readEnvironment(env, args);
  if (!existsSync(path.join(WEB, 'index.html'))) throw new LaunchRefusal('网页尚未生成，请用 npm start 启动。');
  /** What has been opened, closed in the reverse order, whether the start succeeds or not. */
  const opened: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const close of opened.reverse()) await close();
  };
  // A server that is being stopped loses its connections: nothing to tell anybody.
  const report = (error: unknown) =>
    stopping || console.error(new Date().toISOString(), error instanceof Error ? error.stack : error);
  try {
    const databaseUrl = environment.databaseUrl ?? (await launch(environment.dataFolder, opened));
    const { db, close } = await openDatabase(databaseUrl);
    opened.push(close);
    const jobs = await openJobs(databaseUrl, report);
    opened.push(() => jobs.close());
    const objectFolder = path.join(environment.dataFolder, 'originals');
    const { fontFolder } = environment;
    const app = await buildApp({ db, jobs, objectFolder, fontFolder, webFolder: WEB, report });
    opened.push(() => app.close());
    const first = await ensureAdministrator(db);
    if (first) await seedSeries(db, first);
    if (first && !environment.empty) await seedSample({ db, jobs }, objectFolder, first);
    const reset = environment.resetPassword ? await resetPasswordOf(db, environment.resetPassword) : undefined;
    if (reset === null) throw new LaunchRefusal(`没有名为“${environment.resetPassword}”的用户。`);
    const url = await listen(app, environment.host, environment.port);
    const how = first
      ? `用户名 ${first.name}，一次性口令 ${first.oneTimePassword}（登录后请修改）`
      : reset
        ? `用户名 ${environment.resetPassword}，一次性口令 ${reset}（登录后请修改）`
        : '忘记口令：npm start -- --reset-password 用户名';
    return { line: `修志已启动：${url}  ${how}`, url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function launch(dataFolder: string, opened: (() => Promise<void>)[]): Promise<string> {
  const postgres = await launchPostgres(path.join(dataFolder, 'database'));
  opened.push(() => postgres.stop());
  return postgres.url('postgres');
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, host: string, port: number): Promise<string> {
  try {
    const address = await app.listen({ host, port });
    return address.replace('[::1]', 'localhost').replace('0.0.0.0', '127.0.0.1');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new LaunchRefusal(`端口 ${port} 已被占用，请用 PORT 另指端口，例如 PORT=8081 npm start。`);
    if (code === 'EACCES') throw new LaunchRefusal(`没有使用端口 ${port} 的权限，请改用 1024 以上的端口。`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new LaunchRefusal(`本机没有地址 ${host}，请检查 HOST。`);
    throw error;
  }
}
