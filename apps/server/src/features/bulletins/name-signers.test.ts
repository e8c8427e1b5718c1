import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, type Colleague, type Desk } from '../../../test/open-desk.ts';

const CITY = '510000/510100/';
const COUNTY = '510000/510100/510104/';

describe('who checks and signs a series', () => {
  let desk: Desk;
  let other: Colleague;
  const idOf = async ({ api }: Colleague) => (await api.accounts.me()).person.id;
  const current = () => desk.editor.api.bulletins.getSignOff({ id: desk.seriesId });
  const name = async (checkers: readonly Colleague[], signers: readonly Colleague[]) =>
    desk.editor.api.bulletins.setSignOff({
      id: desk.seriesId,
      version: (await current()).version,
      checkers: await Promise.all(checkers.map(idOf)),
      signers: await Promise.all(signers.map(idOf)),
    });
  beforeAll(async () => {
    desk = await openDesk();
    other = await desk.house.join('signer', CITY);
    // The same post elsewhere is none here.
    await desk.house.join('signer', COUNTY);
    await desk.house.join('signer', '510000/');
  });
  afterAll(async () => {
    expect(desk.house.faults).toEqual([]);
    await desk.house.close();
  });

  it('is anybody of the office with the post, until some are named', async () => {
    const { checkers, signers } = await current();
    expect(checkers).toMatchObject({ named: [], people: [{ id: await idOf(desk.checker), holdsPost: true }] });
    expect(signers.named).toEqual([]);
    expect(signers.people.map(({ id }) => id).toSorted()).toEqual(
      [await idOf(desk.signer), await idOf(other)].toSorted(),
    );
    const { id, version } = await desk.prepare(await desk.draft());
    expect((await other.api.bulletins.get({ id })).allowed.sign).toBe(true);
    expect(await other.api.bulletins.sign({ id, version, disclosure: 'withheld', ground: '内部事务' })).toMatchObject({
      state: 'signed',
    });
  });

  it('is whom the office names, and nobody else with the post', async () => {
    await name([desk.checker], [other]);
    const { id, version } = await desk.prepare(await desk.draft());
    expect((await desk.signer.api.bulletins.get({ id })).allowed).toMatchObject({ sign: false, giveBack: false });
    const [seen] = await desk.signer.api.bulletins.listSeries();
    expect(seen!.allowed.sign).toBe(false);
    const sign = (by: Colleague) => by.api.bulletins.sign({ id, version, disclosure: 'withheld', ground: '内部事务' });
    await expect(sign(desk.signer)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(desk.signer.api.bulletins.giveBack({ id, version, reason: '请核对职务' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await sign(other)).toMatchObject({ state: 'signed' });
    const audit = await desk.house.db
      .selectFrom('audit_entry')
      .select('subject')
      .where('action', '=', 'bulletins.setSignOff')
      .execute();
    expect(audit).toEqual([{ subject: `series:${desk.seriesId}` }]);
  });

  it('gives no right that the post does not give', async () => {
    await expect(name([], [desk.editor])).rejects.toMatchObject({ code: 'POST_NOT_HELD' });
    await expect(name([desk.signer], [])).rejects.toMatchObject({ code: 'POST_NOT_HELD' });
    await name([], [other]);
    const otherId = await idOf(other);
    await sql`update post set since = '2020-01-01', until = '2021-01-01' where person_id = ${otherId}`.execute(
      desk.house.db,
    );
    expect((await current()).signers.people).toContainEqual(expect.objectContaining({ id: otherId, holdsPost: false }));
    const { id, version } = await desk.prepare(await desk.draft());
    for (const by of [other, desk.signer])
      await expect(
        by.api.bulletins.sign({ id, version, disclosure: 'withheld', ground: '内部事务' }),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^(?:NOT_ALLOWED|NOT_FOUND)$/) });
    await name([], []);
    expect(
      await desk.signer.api.bulletins.sign({ id, version, disclosure: 'withheld', ground: '内部事务' }),
    ).toMatchObject({ state: 'signed' });
  });

  it('is told of a change made meanwhile', async () => {
    const { version } = await current();
    await name([], []);
    await expect(
      desk.editor.api.bulletins.setSignOff({ id: desk.seriesId, version, checkers: [], signers: [] }),
    ).rejects.toMatchObject({ code: 'STALE' });
  });

  it('is no business of the offices below', async () => {
    await expect(desk.county.api.bulletins.getSignOff({ id: desk.seriesId })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});
