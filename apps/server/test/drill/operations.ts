import { createHash } from 'node:crypto';

import { expect } from 'vitest';

import { openCheck } from './check-revisions.ts';
import { askCluster, type Hand } from './hand.ts';
import { FINDINGS, importOnce, importReady, LINE, PATIENCE, RULE } from './import-book.ts';
import type { Operation, Running } from './operation.ts';
import { openSignBulletins } from './sign-bulletins.ts';
import { openSign } from './sign-letters.ts';

/** Every operation of the drill, one line each. */
const OPERATIONS: readonly Operation[] = [
  { name: 'import', open: openImport },
  { name: 'decide', open: openDecide },
  { name: 'decideMany', open: openDecideMany },
  { name: 'sign', open: openSign },
  { name: 'check', open: openCheck },
  { name: 'signBulletins', open: openSignBulletins },
];

/** Opens every operation on a house, one after another: a person may hand in three files at a time. */
export async function openOperations(hand: Hand): Promise<(Running & { readonly name: string })[]> {
  const running = [];
  for (const { name, open } of OPERATIONS) running.push({ name, ...(await open(hand)) });
  return running;
}

async function openImport(): Promise<Running> {
  const known: { id: string; text: string; lines: number }[] = [];
  let count = 0;
  return {
    acknowledged: () => known.length,
    async run(hand) {
      const lines = 1 + ((count * 37) % 400);
      const text = `卷次${++count}。\n\n${LINE.repeat(lines)}`;
      known.push({ id: await importOnce(hand, `乙县志${count}.txt`, text), text, lines });
    },
    async check({ data }, since = known.length) {
      // Those that were never acknowledged are there as a whole as well, or not at all.
      const underWay = () => askCluster(data, "select id from revision where state = 'importing'");
      await expect.poll(underWay, PATIENCE).toEqual([]);
      const rows = await askCluster<{ id: string; state: string; sha256: string; findings: number }>(
        data,
        `select id, state, encode(sha256, 'hex') as sha256,
           (select count(*)::int from finding where revision_id = r.id) as findings from revision r`,
      );
      expect(rows.filter(({ state, findings }) => state !== 'ready' || findings < FINDINGS)).toEqual([]);
      const revisions = new Map(rows.map((row) => [row.id, row]));
      for (const { id, text, lines } of known.slice(0, since))
        expect(revisions.get(id)).toMatchObject({
          findings: lines * FINDINGS,
          sha256: createHash('sha256').update(text).digest('hex'),
        });
    },
  };
}

async function openDecide(hand: Hand): Promise<Running> {
  const id = await importReady(hand, '逐条.txt', LINE.repeat(3_000));
  let next = 0;
  const known: number[] = [];
  return {
    acknowledged: () => known.length,
    async run({ visitor }) {
      const seq = next++;
      const { version } = await visitor.api.reviews.decide({ id, seq, version: 0, decision: 'dismiss' });
      expect(version).toBe(1);
      known.push(seq);
    },
    async check({ data }, since = known.length) {
      const rows = await askCluster<{ seq: number; decision: string | null; version: number }>(
        data,
        'select seq, decision, version from finding where revision_id = $1 order by seq',
        [id],
      );
      for (const { decision, version } of rows) expect(version).toBe(decision === 'dismiss' ? 1 : 0);
      expect(known.slice(0, since).filter((seq) => rows[seq]!.decision !== 'dismiss')).toEqual([]);
    },
  };
}

async function openDecideMany(hand: Hand): Promise<Running> {
  const lines = 1_000;
  const id = await importReady(hand, '成批.txt', LINE.repeat(lines));
  let count = 0;
  /** What the last acknowledgement said, and what was asked for since: either may stand after a kill. */
  let standing: string | null = null;
  let asked: 'decide' | 'undo' | null = null;
  return {
    acknowledged: () => count,
    async run({ visitor }) {
      if (standing === null) {
        asked = 'decide';
        const { batch, seqs } = await visitor.api.reviews.decideMany({ id, rule: RULE, decision: 'verify' });
        expect(seqs).toHaveLength(lines);
        standing = batch;
      } else {
        asked = 'undo';
        const { seqs } = await visitor.api.reviews.undoMany({ id, batch: standing });
        expect(seqs).toHaveLength(lines);
        standing = null;
      }
      asked = null;
      count++;
    },
    async check({ data }, since) {
      const batches = await askCluster<{ batch: string | null; count: number }>(
        data,
        `select batch, count(*)::int as count from finding where revision_id = $1 and rule = $2
           and (batch is null) = (decision is null) group by 1`,
        [id, RULE],
      );
      expect(batches).toEqual([{ batch: batches[0]?.batch ?? null, count: lines }]);
      const { batch } = batches[0]!;
      // An older state may be any that was there since: only that it is a whole one can be told.
      if (since === undefined && asked === null) expect(batch).toBe(standing);
      if (since === undefined && asked === 'undo') expect([standing, null]).toContain(batch);
      standing = batch;
      asked = null;
    },
  };
}
