import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openCase, type Case } from '../../../test/open-case.ts';

let its: Case;
beforeAll(async () => {
  its = await openCase();
});
afterAll(() => its.house.close());

/** Waits until somebody waits for a lock in the database of the house. */
const untilWaited = () =>
  expect
    .poll(async () => {
      const waiting = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`;
      return (await waiting.execute(its.house.db)).rows[0]!.n;
    })
    .toBeGreaterThan(0);

it('tells whoever asks a unit that it is being removed, and takes nothing half', async () => {
  const { api } = its.county;
  const { workId } = await api.manuscripts.get({ id: its.id });
  const { id: contributorId } = await api.contributions.create({ workId, name: '丙局' });
  await api.reviews.decide({ id: its.id, seq: 0, version: 0, decision: 'verify', contributorId });
  const sent = await its.send();
  // What was set aside names the unit, which goes at the moment the text comes back.
  let asked: Promise<unknown> | undefined;
  let back: Promise<unknown> | undefined;
  await its.house.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('contributor').where('id', '=', contributorId).execute();
    asked = its.city.api.reviews
      .decide({ id: its.id, seq: 1, version: 2, decision: 'verify', contributorId })
      .catch((error: unknown) => error);
    await untilWaited();
  });
  expect(await asked).toMatchObject({ code: 'NOT_FOUND' });
  const { id: other } = await api.contributions.create({ workId, name: '丁局' });
  await its.house.db.updateTable('decision_before').set({ contributor_id: other }).execute();
  await its.house.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('contributor').where('id', '=', other).execute();
    back = its.city.api.submissions.giveBack({ id: sent });
    await untilWaited();
  });
  await back;
  expect(await its.see(its.county, 0)).toMatchObject({ decision: 'verify', contributorId: null });
  expect(its.house.faults).toEqual([]);
});
