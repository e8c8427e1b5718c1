import { setTimeout as wait } from 'node:timers/promises';

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, SERIES, type Desk } from '../../../test/open-desk.ts';
import { lockSeries, saveRecipients } from './series.ts';
import { lockIssue } from './store.ts';

const LATER = { up: ['市委办'], across: ['市直机关'], down: ['各县'] };
const OWN = { up: ['只报市委'], across: [], down: [] };

describe('lists that change while drafts do', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    expect(desk.house.faults).toEqual([]);
    await desk.house.close();
  });
  const bulletins = () => desk.editor.api.bulletins;
  /** Until so many transactions wait for another. */
  const untilWaiting = async (count: number) => {
    for (;;) {
      const { rows } = await sql<{ count: number }>`select count(distinct pid)::int as count from pg_locks
        where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(
        desk.house.db,
      );
      if (rows[0]!.count >= count) return;
      await wait(5);
    }
  };
  const change = (lists: typeof LATER) =>
    bulletins().setRecipients({ id: desk.seriesId, validFrom: '2026-10-01', ...lists });
  const listsOf = async (id: string) => (await bulletins().get({ id })).recipients;

  it('reach a draft that is begun meanwhile', async () => {
    const { db } = desk.house;
    const draft = await db.transaction().execute(async (tx) => {
      await lockSeries(tx, desk.seriesId);
      const begun = bulletins().create({ seriesId: desk.seriesId, issuedOn: '2026-11-20' });
      await untilWaiting(1);
      await saveRecipients(tx, desk.seriesId, '2026-10-01', LATER);
      return { begun };
    });
    expect((await draft.begun).recipients).toEqual(LATER);
  });

  it('leave what is edited by hand at the same time, and what is handed over, as they are', async () => {
    await change(LATER);
    const [byHand, handedOver] = [await desk.draft(), await desk.draft()];
    const { id, version, issuedOn, supplement, disclosure, ground, printedBy, copies } = byHand;
    const head = { id, version, issuedOn, supplement, disclosure, ground, printedBy, copies };
    const meanwhile = await desk.house.db.transaction().execute(async (tx) => {
      for (const one of [byHand, handedOver]) await lockIssue(tx, one.id);
      const edited = bulletins().update({ ...head, recipients: OWN });
      const submitted = bulletins().submit({ id: handedOver.id, version: handedOver.version });
      await untilWaiting(2);
      const given = change(SERIES.recipients);
      await untilWaiting(3);
      return { all: Promise.all([edited, submitted, given]) };
    });
    await meanwhile.all;
    expect(await listsOf(byHand.id)).toEqual(OWN);
    expect(await bulletins().get({ id: handedOver.id })).toMatchObject({
      state: 'checking',
      version: handedOver.version,
      recipients: LATER,
    });
  });
});
