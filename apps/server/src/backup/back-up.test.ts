import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { checkHouse } from '../../test/drill/check-house.ts';
import { askCluster, openHand, returnHand, type Hand } from '../../test/drill/hand.ts';
import { openOperations } from '../../test/drill/operations.ts';
import { processesOn, stopServer } from '../../test/run-server.ts';

const XIUZHI = path.join(import.meta.dirname, '../../../../node_modules/.bin/xiuzhi');
const MAINTAIN = path.join(import.meta.dirname, '../maintain.ts');

// Servers, children and whole copies: a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let folder: string;
let hand: Hand;
/** A backup that was made while everything was being written to. */
let backup: string;
const into = () => path.join(folder, 'backups');

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-backup-'));
  hand = await openHand(path.join(folder, 'data'));
});
afterAll(async () => {
  for (const { pid } of processesOn(folder)) process.kill(pid, 'SIGKILL');
  while (processesOn(folder).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  rmSync(folder, { recursive: true, force: true });
});

it('is taken while the server is written to, and what was acknowledged before is in it, all or nothing', async () => {
  const running = await openOperations(hand);
  const writing = Promise.allSettled(
    running.map(async ({ run }) => {
      for (;;) await run(hand);
    }),
  );
  await expect
    .poll(() => Math.min(...running.map(({ acknowledged }) => acknowledged())), { timeout: 120_000 })
    .toBeGreaterThan(0);
  const before = running.map(({ acknowledged }) => acknowledged());
  const { status, stdout, stderr } = await xiuzhi('backup', into());
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^正在复制数据库[^\n]*\n正在复制原稿[^\n]*\n备份完成：\S+（[\d.]+ MB，原稿 \d+ 件）\n$/);
  await expect
    .poll(() => running.every(({ acknowledged }, index) => acknowledged() > before[index]!), { timeout: 120_000 })
    .toBe(true);
  await stopServer(hand.server, 'SIGKILL');
  await writing;
  const names = readdirSync(into());
  expect(names).toEqual([expect.stringMatching(/^xiuzhi-\d{4}-\d\d-\d\d-\d{6}$/)]);
  backup = path.join(into(), names[0]!);

  const to = path.join(folder, 'restored');
  const restored = await xiuzhi('restore', backup, '--to', to);
  expect(restored).toMatchObject({ status: 0, stderr: '' });
  expect(restored.stdout).toMatch(/已恢复：.*书稿 \d+ 稿，原稿 \d+ 件，审计记录 \d+ 条\n审计链完好，原稿齐全。/);
  const again = await returnHand(hand, to);
  for (const [index, { check }] of running.entries()) await check(again, before[index]);
  await checkHouse(again);
  await stopServer(again.server);
  await expect.poll(() => processesOn(folder), { timeout: 20_000 }).toEqual([]);
});

it('is taken of a house whose server does not run, and stops the database again', async () => {
  const elsewhere = path.join(folder, 'cold');
  expect(await xiuzhi('backup', elsewhere)).toMatchObject({ status: 0, stderr: '' });
  expect(processesOn(hand.data)).toEqual([]);
  expect(readdirSync(elsewhere)).toHaveLength(1);
});

it('leaves no folder that looks like a backup where it is killed, and the server as it was', async () => {
  hand = await returnHand(hand);
  const elsewhere = path.join(folder, 'killed');
  const child = spawn(process.execPath, [MAINTAIN, 'backup', elsewhere], {
    stdio: 'ignore',
    env: { ...process.env, XIUZHI_DATA: hand.data },
  });
  const copied = () => {
    const [partial] = existsSync(elsewhere) ? readdirSync(elsewhere) : [];
    return partial ? existsSync(path.join(elsewhere, partial, 'database/pg18/base')) : false;
  };
  await expect.poll(copied, { interval: 2, timeout: 20_000 }).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const [partial, ...more] = readdirSync(elsewhere);
  expect([partial, more]).toEqual([expect.stringMatching(/^\.partial-/), []]);
  expect(await xiuzhi('restore', path.join(elsewhere, partial!), '--to', path.join(folder, 'new'))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^\S+ 不是修志的备份：[^\n]*。\n$/),
  });
  await expect.poll(() => askCluster(hand.data, 'select slot_name from pg_replication_slots')).toEqual([]);
  await hand.visitor.api.works.list({});

  // The next one takes away what the killed one left.
  expect(await xiuzhi('backup', elsewhere)).toMatchObject({ status: 0 });
  expect(readdirSync(elsewhere)).toEqual([expect.stringMatching(/^xiuzhi-/)]);
  await stopServer(hand.server);
});

it.each<[string, (copy: string) => void, RegExp]>([
  [
    'a flipped byte of the database',
    (copy) => flip(path.join(copy, 'database/pg18/global/pg_control')),
    /已损坏.*pg_control/,
  ],
  ['a flipped byte of an original', (copy) => flip(findOriginal(copy)), /已损坏.*originals/],
  ['a flipped byte of the manifest', (copy) => flip(path.join(copy, 'manifest.json')), /清单已损坏/],
  ['a missing file', (copy) => rmSync(findOriginal(copy)), /缺少文件/],
  ['no manifest', (copy) => rmSync(path.join(copy, 'manifest.json')), /不是修志的备份/],
])('is not restored with %s', async (_what, damage, sentence) => {
  const copy = path.join(folder, 'copy');
  cpSync(backup, copy, { recursive: true });
  damage(copy);
  const to = path.join(folder, 'refused');
  const { status, stderr } = await xiuzhi('restore', copy, '--to', to);
  rmSync(copy, { recursive: true });
  expect(status).toBe(2);
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(existsSync(to) ? readdirSync(to) : []).toEqual([]);
});

it('is not restored over anything', async () => {
  const to = path.join(folder, 'full');
  mkdirSync(to);
  writeFileSync(path.join(to, 'note.txt'), '乙县');
  expect(await xiuzhi('restore', backup, '--to', to)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^目标文件夹不是空的，未恢复：[^\n]*。\n$/),
  });
  expect(readdirSync(to)).toEqual(['note.txt']);
});

it('tells an office with a database server of its own what to do, and copies the originals for it', async () => {
  const env = { DATABASE_URL: 'postgresql://db.example/xiuzhi' };
  expect(await xiuzhi('backup', into(), env)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^设了 DATABASE_URL：[^\n]*pg_basebackup[^\n]*--originals[^\n]*。\n$/),
  });
  const elsewhere = path.join(folder, 'originals-only');
  expect(await xiuzhi('backup', elsewhere, '--originals', env)).toMatchObject({ status: 0, stderr: '' });
  const made = path.join(elsewhere, readdirSync(elsewhere)[0]!);
  const to = path.join(folder, 'originals-restored');
  expect(await xiuzhi('restore', made, '--to', to)).toMatchObject({ status: 0, stderr: '' });
  expect(readdirSync(to)).toEqual(['originals']);
  const objects = (root: string) => readdirSync(path.join(root, 'originals'), { recursive: true }).map(String);
  expect(new Set(objects(to))).toEqual(new Set(objects(hand.data).filter((name) => !name.includes('.'))));
});

it('says which originals are no longer what they came as', async () => {
  flip(findOriginal(hand.data));
  const { status, stderr } = await xiuzhi('backup', path.join(folder, 'of-damaged'));
  expect(status).toBe(1);
  expect(stderr).toMatch(/^原稿内容与导入时不符，请核查磁盘：originals\/\S+\n$/);
});

/** Runs the command on the data folder of the hand; the last word may be more environment. */
async function xiuzhi(...words: (string | Record<string, string>)[]) {
  const env = words.find((word) => typeof word !== 'string') ?? {};
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(
    XIUZHI,
    words.filter((word) => typeof word === 'string'),
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...inherited, XIUZHI_DATA: hand.data, ...env } },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout, stderr };
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  const at = bytes.length >> 1;
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(file, bytes);
}

function findOriginal(root: string): string {
  const originals = path.join(root, 'originals');
  const name = readdirSync(originals, { recursive: true })
    .map(String)
    .find((one) => /\/[0-9a-f]{64}$/.test(one));
  return path.join(originals, name!);
}
