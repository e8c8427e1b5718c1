import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';

import { onDatabase } from '../test/on-database.ts';
import { visitServer } from '../test/open-house.ts';
import {
  childrenOf,
  commandOf,
  processesOn,
  runServer,
  startRunning,
  stopServer,
  type RunOptions,
} from '../test/run-server.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const NEW_PASSWORD = 'a-long-new-password';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-run-'));
});
afterEach(async () => {
  // Whatever a test left running ends with it.
  for (const { pid } of processesOn(folder)) process.kill(pid, 'SIGKILL');
  await expect.poll(() => processesOn(folder), { timeout: 10_000 }).toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a first start', () => {
  it('prints one line with address and password, serves the first page, and leaves nothing running', async () => {
    const server = await startRunning({ data: path.join(folder, 'first') });
    expect(server.line).toMatch(
      /^修志已启动：http:\/\/127\.0\.0\.1:\d+ {2}用户名 admin，一次性口令 \S+（登录后请修改）$/,
    );
    const page = await fetch(server.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');

    const admin = visitServer(server.url);
    await admin.api.accounts.signIn({ name: 'admin', password: server.password! });
    await admin.api.accounts.changePassword({ current: server.password!, next: NEW_PASSWORD });
    const { items } = await admin.api.works.list({});
    expect(items.map(({ title }) => title)).toEqual(['乙县年鉴（2024）（示例）']);

    const { code, output } = await stopServer(server);
    expect(code).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(processesOn(folder)).toEqual([]);
  });

  it('brings no sample with --empty', async () => {
    const data = path.join(folder, 'empty');
    const admin = await firstSignIn({ data, args: ['--empty'] });
    expect((await admin.api.works.list({})).items).toEqual([]);
  });

  it.runIf(process.getuid?.() === 0)(
    'works as root under a path only root can enter, with spaces and 汉字',
    async () => {
      const closed = path.join(folder, '只限 root');
      mkdirSync(closed, { mode: 0o700 });
      const admin = await firstSignIn({ data: path.join(closed, '甲市 资料') });
      expect((await admin.api.works.list({})).items).toHaveLength(1);
    },
  );
});

describe('a start that cannot be', () => {
  it('refuses a second process on the same data folder with one sentence, and the first goes on', async () => {
    const data = path.join(folder, 'shared');
    const first = await startRunning({ data });
    const second = await runServer({ data });
    expect(second).toMatchObject({ code: 1, output: expect.stringMatching(/^数据目录正被另一个修志进程使用.*\n$/) });
    expect((await fetch(`${first.url}/api/me`)).status).toBe(401);
    expect((await stopServer(first)).code).toBe(0);
  });

  it('says that the port is taken, and leaves no database running', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const ending = await runServer({ data: path.join(folder, 'port'), env: { PORT: String(port) } });
    holder.close();
    expect(ending).toMatchObject({ code: 1, output: expect.stringMatching(/^端口 \d+ 已被占用.*\n$/) });
    expect(processesOn(folder)).toEqual([]);
  });

  it.each([
    [{ PORT: '80a' }, [], /^PORT 须为/],
    [{ DATABASE_URL: 'mysql://x' }, [], /^DATABASE_URL 须以/],
    [{}, ['--nothing'], /^不认识的参数/],
    [{}, ['--reset-password'], /^请写明用户名/],
  ] as const)('says what is wrong with %o %o', async (env, args, sentence) => {
    const ending = await runServer({ data: path.join(folder, 'wrong'), env, args });
    expect(ending).toMatchObject({ code: 1, output: expect.stringMatching(sentence) });
  });
});

describe('after a crash', () => {
  it('has every work whose making was acknowledged, kill after kill', async () => {
    const data = path.join(folder, 'crash');
    let admin = await firstSignIn({ data, args: ['--empty'] });
    let { server } = admin;
    const organisationId = await officeOf(admin);
    const acknowledged: string[] = [];
    for (let round = 0; round < 10; round++) {
      const until = acknowledged.length + 1 + Math.floor(Math.random() * 20);
      const writing = Array.from({ length: 3 }, async () => {
        for (;;) {
          const work = await admin.api.works.create({
            title: `乙县志（第${acknowledged.length}次）`,
            kind: 'gazetteer',
            organisationId,
          });
          acknowledged.push(work.id);
          // In the midst of the other writers' requests.
          if (acknowledged.length === until) server.child.kill('SIGKILL');
        }
      });
      await Promise.allSettled(writing);
      expect((await server.ended).signal).toBe('SIGKILL');
      server = await startRunning({ data });
      expect(server.password).toBeUndefined();
      admin = { ...visitServer(server.url), server };
      await admin.api.accounts.signIn({ name: 'admin', password: NEW_PASSWORD });
    }
    const kept = new Set(await listWorks(admin));
    expect(acknowledged.length).toBeGreaterThanOrEqual(10);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    await stopServer(server);
  });

  it('takes the database down with a killed server', async () => {
    const data = path.join(folder, 'killed');
    const server = await startRunning({ data });
    expect(processesOn(data).some(({ command }) => command.includes('postgres'))).toBe(true);
    await stopServer(server, 'SIGKILL');
    await expect.poll(() => processesOn(data), { timeout: 20_000 }).toEqual([]);
  });

  it('finishes an import that was under way', async () => {
    const data = path.join(folder, 'import');
    const admin = await firstSignIn({ data, args: ['--empty'] });
    const work = await admin.api.works.create({
      title: '乙县志',
      kind: 'gazetteer',
      organisationId: await officeOf(admin),
    });
    const form = new FormData();
    form.append('file', new Blob(['我县有七、八户养蜂，面积15～30%为山地。\n'.repeat(30_000)]), '乙县志.txt');
    const answer = await admin.fetch(`/api/works/${work.id}/manuscripts`, { method: 'POST', body: form });
    const { revisionId: id } = (await answer.json()) as { revisionId: string };
    const readers = () =>
      childrenOf(admin.server.child.pid!).filter(({ command }) => command.includes('read-revision'));
    await expect.poll(readers, { timeout: 20_000, interval: 5 }).toHaveLength(1);
    const [reader] = readers();
    expect((await admin.api.manuscripts.get({ id })).state).toBe('importing');
    await stopServer(admin.server, 'SIGKILL');
    await expect.poll(() => commandOf(reader!.pid), { timeout: 30_000 }).toBe('');

    const server = await startRunning({ data });
    const again = visitServer(server.url);
    await again.api.accounts.signIn({ name: 'admin', password: NEW_PASSWORD });
    await expect
      .poll(async () => (await again.api.manuscripts.get({ id })).state, { timeout: 60_000, interval: 200 })
      .toBe('ready');
    expect((await again.api.manuscripts.get({ id })).findings).toBe(90_000);
    expect((await stopServer(server)).code).toBe(0);
  }, 120_000);
});

it('gives a person a new password with --reset-password, and the old one is no longer taken', async () => {
  const data = path.join(folder, 'reset');
  const before = await firstSignIn({ data, args: ['--empty'] });
  await stopServer(before.server);
  const server = await startRunning({ data, args: ['--reset-password', 'admin'] });
  const admin = visitServer(server.url);
  await expect(admin.api.accounts.signIn({ name: 'admin', password: NEW_PASSWORD })).rejects.toMatchObject({
    code: 'WRONG_CREDENTIALS',
  });
  const me = await admin.api.accounts.signIn({ name: 'admin', password: server.password! });
  expect(me.mustChangePassword).toBe(true);
  await stopServer(server);
  const unknown = await runServer({ data, args: ['--reset-password', '无此人'] });
  expect(unknown).toMatchObject({ code: 1, output: expect.stringMatching(/^没有名为“无此人”的用户。\n$/) });
  expect(processesOn(data)).toEqual([]);
});

it('uses the server that DATABASE_URL names and starts no database of its own', async () => {
  const database = `xiuzhi_run_${process.pid}`;
  const maintenance = new Client({ connectionString: inject('serverUrl') });
  await maintenance.connect();
  await maintenance.query(`create database ${database}`);
  const data = path.join(folder, 'external');
  const admin = await firstSignIn({ data, env: { DATABASE_URL: onDatabase(inject('serverUrl'), database) } });
  expect(processesOn(data).map(({ command }) => command)).not.toContainEqual(expect.stringContaining('postgres'));
  expect((await admin.api.works.list({})).items).toHaveLength(1);
  expect((await stopServer(admin.server)).code).toBe(0);
  await maintenance.query(`drop database ${database}`);
  await maintenance.end();
});

it('ends with all its processes when npm is told to end', async () => {
  const data = path.join(folder, 'npm');
  // Without prestart: where something is out of date it would install anew beneath the running tests.
  const command = ['npm', 'start', '--silent', '--ignore-scripts'] as const;
  const server = await startRunning({ data, command, cwd: ROOT });
  expect((await fetch(`${server.url}/api/me`)).status).toBe(401);
  await stopServer(server);
  await expect.poll(() => processesOn(data), { timeout: 10_000 }).toEqual([]);
});

/** Starts a server, signs its administrator in and changes the one-time password. */
async function firstSignIn(options: RunOptions) {
  const server = await startRunning(options);
  const admin = visitServer(server.url);
  await admin.api.accounts.signIn({ name: 'admin', password: server.password! });
  await admin.api.accounts.changePassword({ current: server.password!, next: NEW_PASSWORD });
  return { ...admin, server };
}

type Admin = Omit<Awaited<ReturnType<typeof firstSignIn>>, 'server'>;

async function officeOf(admin: Admin): Promise<string> {
  const me = await admin.api.accounts.me();
  return me.person.posts[0]!.organisation.id;
}

/** Identities of all works, page by page. */
async function listWorks(admin: Admin): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.api.works.list({ cursor, limit: 200 });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  return ids;
}
