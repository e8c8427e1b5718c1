import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { runXiuzhi } from '../../../cli/test/run-xiuzhi.ts';
import { openHand, type Hand } from '../drill/hand.ts';
import { upload } from '../import-text.ts';
import { processesOn, stopServer } from '../run-server.ts';
import { HOSTILE_FILES, SENTENCE } from './hostile-files.ts';
import { watchPeak } from './watch-peak.ts';

/** Most memory that a file may take of the process that opens it, MB; the aim is 300, the rest is for a noisy machine. */
const MOST_MEMORY = 400;

let folder: string;
let hand: Hand;
let env: Record<string, string>;
const figures: Record<string, { seconds: number; server: number; children: number; says: string }> = {};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-hostile-'));
  hand = await openHand(path.join(folder, 'data'));
  const { secret } = await hand.visitor.api.accounts.createToken({ label: '命令行' });
  env = { XIUZHI_SERVER: hand.server.url, XIUZHI_TOKEN: secret };
});
afterAll(async () => {
  console.table(figures);
  for (const { pid } of processesOn(folder)) process.kill(pid, 'SIGKILL');
  while (processesOn(folder).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  rmSync(folder, { recursive: true, force: true });
});

it.each(HOSTILE_FILES)(
  'answers $name with one sentence and stays up',
  async ({ name, fileName, taken, make }) => {
    const peak = watchPeak(hand.server.child.pid!);
    const bytes = make();
    const started = performance.now();
    const response = await upload(hand.visitor, hand.workId, fileName, bytes);
    const answer = (await response.json()) as { revisionId?: string; message?: string };
    let says = answer.message ?? '';
    if (answer.revisionId) {
      const id = answer.revisionId;
      const state = async () => (await hand.visitor.api.manuscripts.get({ id })).state;
      await expect.poll(state, { timeout: 120_000, interval: 50 }).not.toBe('importing');
      const revision = await hand.visitor.api.manuscripts.get({ id });
      says = revision.problem ?? '';
      expect(revision.state === 'ready').toBe(taken);
      if (taken) await hand.visitor.api.manuscripts.remove({ id });
    }
    figures[name] = { seconds: Math.round((performance.now() - started) / 100) / 10, ...peak.stop(), says };
    if (taken) expect(answer.revisionId).toBeDefined();
    else expect(says).toMatch(SENTENCE);
    expect(figures[name].children).toBeLessThan(MOST_MEMORY);
    expect((await hand.visitor.api.accounts.me()).person.name).toBe('admin');
  },
  180_000,
);

it.each(HOSTILE_FILES)(
  'answers $name on the command line with one line',
  async ({ fileName, taken, make }) => {
    const cwd = mkdtempSync(path.join(folder, 'cli-'));
    writeFileSync(path.join(cwd, fileName), make());
    for (const words of [
      ['review', fileName],
      ['import', fileName, '--work', hand.workId],
    ]) {
      const { status, stdout, stderr } = await runXiuzhi(words, { cwd, env });
      if (taken) expect({ words, stderr }).toEqual({ words, stderr: expect.not.stringContaining('故障') });
      else {
        expect({ words, status, stdout }).toEqual({ words, status: 2, stdout: expect.not.stringMatching(/\S/) });
        expect(stderr.replace(/\n$/, '')).toMatch(SENTENCE);
        expect(stderr).not.toContain('故障');
      }
    }
    rmSync(cwd, { recursive: true });
  },
  180_000,
);

it('leaves nothing behind that a fault would', async () => {
  const { code, output } = await stopServer(hand.server);
  expect(code).toBe(0);
  expect(output.trim().split('\n')).toHaveLength(1);
});
