import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { processesOn, runServer, stopServer } from '../run-server.ts';
import { checkHouse } from './check-house.ts';
import { openHand, returnHand, type Hand } from './hand.ts';
import { openOperations } from './operations.ts';

/** `npm run drill` asks for 200 and for the figures. */
const KILLS = Number(process.env.XIUZHI_DRILL ?? 8);
const RESULT = process.env.XIUZHI_DRILL_RESULT;
/** Longest time that the writers work before a kill, milliseconds. */
const LONGEST = 1_500;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-drill-'));
});
afterEach(async () => {
  for (const { pid } of processesOn(folder)) process.kill(pid, 'SIGKILL');
  await expect.poll(() => processesOn(folder), { timeout: 20_000 }).toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(
  `is whole after each of ${KILLS} kills in the middle of its work`,
  async () => {
    const started = performance.now();
    let hand = await openHand(path.join(folder, 'data'));
    const running = await openOperations(hand);
    const kills = { server: 0, everything: 0, start: 0 };
    let slowest = 0;
    // Written after every kill that lost nothing: one that did ends the drill.
    const figures = () => ({
      date: new Date().toISOString(),
      node: process.version,
      kills,
      acknowledged: Object.fromEntries(running.map(({ name, acknowledged }) => [name, acknowledged()])),
      lost: 0,
      slowestRestartSeconds: Math.round(slowest / 100) / 10,
      seconds: Math.round((performance.now() - started) / 1000),
    });
    for (let kill = 0; kill < KILLS; kill++) {
      // A lone server leaves its database to notice; with everything at once nothing is shut down at all.
      const kind = (['server', 'everything', 'server', 'start'] as const)[kill % 4]!;
      const working = running.map(({ run }) => repeat(hand, run));
      // Some moments are any, and some come when each operation has something new to lose.
      if (kind === 'everything') {
        const before = running.map(({ acknowledged }) => acknowledged());
        const progressed = () => running.every(({ acknowledged }, index) => acknowledged() > before[index]!);
        await expect.poll(progressed, { timeout: 60_000, interval: 5 }).toBe(true);
      }
      await sleep(Math.random() * LONGEST);
      await killProcesses(hand, kind === 'everything');
      await Promise.all(working);
      expect((await hand.server.ended).output).not.toContain('Warning');
      if (kind === 'start') {
        const [died] = await Promise.all([runServer({ data: hand.data }), killSoon(hand.data)]);
        if ('child' in died) await stopServer(died, 'SIGKILL');
        await expect.poll(() => processesOn(folder), { timeout: 20_000 }).toEqual([]);
      }
      kills[kind]++;
      const restart = performance.now();
      hand = await returnHand(hand);
      slowest = Math.max(slowest, performance.now() - restart);
      for (const { check } of running) await check(hand);
      await checkHouse(hand);
      if (RESULT) writeFileSync(RESULT, `${JSON.stringify(figures(), null, 2)}\n`);
    }
    const ending = await stopServer(hand.server);
    expect(ending).toMatchObject({ code: 0 });
    expect(ending.output.trim().split('\n')).toHaveLength(1);
    for (const { acknowledged } of running) expect(acknowledged()).toBeGreaterThan(0);
    console.log(JSON.stringify(figures()));
  },
  60_000 + KILLS * 20_000,
);

/** Does it over and over until the server is gone; a refusal by a living server is a fault. */
async function repeat(hand: Hand, run: (hand: Hand) => Promise<void>): Promise<void> {
  for (;;)
    try {
      await run(hand);
    } catch (error) {
      if (hand.server.child.exitCode === null && hand.server.child.signalCode === null && !isCutOff(error)) throw error;
      return;
    }
}

/** Whether no answer came at all, or only its beginning. */
function isCutOff(error: unknown): boolean {
  return (
    error instanceof TypeError || error instanceof SyntaxError || (error as { code?: string }).code === 'UND_ERR_SOCKET'
  );
}

/** kill -9 of the server or of every process of its house; resolves when none is left, its own children included. */
async function killProcesses(hand: Hand, everything: boolean): Promise<void> {
  if (everything)
    for (const { pid } of processesOn(hand.data))
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with the one before.
      }
  await stopServer(hand.server, 'SIGKILL');
  await expect.poll(() => processesOn(folder), { timeout: 20_000 }).toEqual([]);
}

/** kill -9 of whatever has been started on the folder, at a moment of the first second and a half. */
async function killSoon(data: string): Promise<void> {
  await sleep(200 + Math.random() * 1_300);
  for (const { pid } of processesOn(data))
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with the one before.
    }
}
