import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tx } from '../../db/open-database.ts';
import type { Events } from '../../events.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { onLetterAnswered } from './on-letter-answered.ts';
import { onLetterSigned } from './on-letter-signed.ts';
import { onLetterWithdrawn } from './on-letter-withdrawn.ts';

const COUNTY = '510000/510100/510104/';
const CITY = '510000/510100/';

describe('dealing with tasks', () => {
  let house: OpenHouse;
  let county: Visitor & { name: string };
  let city: Visitor;
  let workId: string;
  let by: Events['letter-signed']['by'];
  let ids: { county: string; city: string };

  const idOf = async (path: string) =>
    (await house.db.selectFrom('organisation').select('id').where('path', '=', path).executeTakeFirstOrThrow()).id;
  const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => house.db.transaction().execute(work);

  /** Signs a letter of the city to the county, as far as tasks hear of it. */
  const sign = async (more: Partial<Events['letter-signed']> = {}) => {
    const letterId = randomUUID();
    const event: Events['letter-signed'] = {
      letterId,
      kind: 'opinions',
      title: '关于《乙县年鉴（2024）》的审查意见',
      workId,
      revisionId: randomUUID(),
      officeId: ids.city,
      reviewedId: ids.county,
      addressee: null,
      dueOn: '2099-01-05',
      by,
      ...more,
    };
    await inTransaction((tx) => onLetterSigned(tx, event));
    const { id } = await house.db
      .selectFrom('task')
      .select('id')
      .where('subject', '=', `letter:${letterId}`)
      .executeTakeFirstOrThrow();
    return { id, letterId, event };
  };

  beforeAll(async () => {
    house = await openHouse();
    county = await house.join('reviewLead', COUNTY);
    city = await house.join('reviewLead', CITY);
    ids = { county: await idOf(COUNTY), city: await idOf(CITY) };
    const work = await county.api.works.create({
      title: '乙县年鉴（2024）',
      kind: 'yearbook',
      recordedYear: 2023,
      organisationId: ids.county,
    });
    workId = work.id;
    by = { personId: (await city.api.accounts.me()).person.id, officePath: CITY };
  });
  afterAll(async () => {
    expect(house.faults).toEqual([]);
    await house.close();
  });

  it('gives the reviewed office one task of a letter, and the issuing office one of a slip', async () => {
    const { id, letterId, event } = await sign();
    await inTransaction((tx) => onLetterSigned(tx, event));
    const { items } = await county.api.tasks.list({ box: 'mine' });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id,
      letterId,
      kind: 'rectification',
      state: 'open',
      organisation: { id: ids.county },
    });
    const slip = await sign({ kind: 'slip', addressee: '乙县水务局' });
    const own = await city.api.tasks.get({ id: slip.id });
    expect(own).toMatchObject({ kind: 'verification', organisation: { id: ids.city }, addressee: '乙县水务局' });
    expect((await city.api.tasks.list({ box: 'given' })).items.map((task) => task.id)).toEqual([id]);
    await expect(county.api.tasks.get({ id: slip.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is seen by nobody else', async () => {
    const { id } = await sign();
    for (const path of ['510000/510100/510105/', '510000/', '510000/510300/']) {
      const other = await house.join('reviewLead', path);
      await expect(other.api.tasks.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      for (const box of ['mine', 'given'] as const) expect((await other.api.tasks.list({ box })).items).toEqual([]);
    }
  });

  it('is owned by a current post of its office, named there only', async () => {
    const { id } = await sign();
    const holders = await county.api.tasks.holders({ id });
    expect(holders.length).toBeGreaterThan(0);
    await expect(city.api.tasks.holders({ id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const ownerPostId = holders[0]!.postId;
    const stranger = await house.db
      .selectFrom('post')
      .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
      .select('post.id')
      .where('path', '=', CITY)
      .executeTakeFirstOrThrow();
    await expect(county.api.tasks.assign({ id, version: 1, ownerPostId: stranger.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const assigned = await county.api.tasks.assign({ id, version: 1, ownerPostId });
    expect(assigned).toMatchObject({
      version: 2,
      owner: { postId: ownerPostId, displayName: holders[0]!.displayName },
    });
    await expect(county.api.tasks.assign({ id, version: 1, ownerPostId: null })).rejects.toMatchObject({
      code: 'STALE',
    });
    const above = await city.api.tasks.get({ id });
    expect(above.owner).toBeNull();
    expect(JSON.stringify(above)).not.toContain(holders[0]!.displayName);
    expect(above.history.map((event) => event.action)).toEqual(['tasks.create', 'tasks.assign']);
  });

  it('is postponed, reminded, closed and taken up again by the office that gave it, with reasons', async () => {
    const { id } = await sign();
    const { tasks } = city.api;
    for (const attempt of [
      () => county.api.tasks.postpone({ id, version: 1, dueOn: '2099-02-05', note: '人手不足。' }),
      () => county.api.tasks.close({ id, version: 1 }),
      () => county.api.tasks.remind({ id, version: 1 }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(tasks.postpone({ id, version: 1, dueOn: '2099-02-05', note: ' ' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    const later = await tasks.postpone({ id, version: 1, dueOn: '2099-02-05', note: '汛期。' });
    expect(later).toMatchObject({ dueOn: '2099-02-05', version: 2, allowed: { remind: true, manage: false } });
    expect((await tasks.remind({ id, version: 2 })).allowed.remind).toBe(false);
    await expect(tasks.remind({ id, version: 3 })).rejects.toMatchObject({ code: 'ALREADY_REMINDED' });
    const mine = (await county.api.tasks.list({ box: 'mine' })).items.find((task) => task.id === id);
    expect(mine).toMatchObject({ reminded: true, dueOn: '2099-02-05' });
    const closed = await tasks.close({ id, version: 3 });
    expect(closed).toMatchObject({ state: 'closed', workingDaysLeft: null, allowed: { close: false, reopen: true } });
    await expect(tasks.close({ id, version: 4 })).rejects.toMatchObject({ code: 'TASK_ENDED' });
    await expect(tasks.reopen({ id, version: 4, note: '' })).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    const again = await tasks.reopen({ id, version: 4, note: '第三条未改。' });
    expect(again).toMatchObject({ state: 'open', closedAt: null });
    await expect(tasks.reopen({ id, version: 5, note: '第三条未改。' })).rejects.toMatchObject({ code: 'TASK_OPEN' });
    const below = await county.api.tasks.get({ id });
    expect(new Set(below.history.map((event) => event.by)).size).toBe(1);
    expect(below.history.every((event) => event.by && !event.by.startsWith('甲某'))).toBe(true);
    expect(below.history.at(-1)).toMatchObject({ action: 'tasks.reopen', note: '第三条未改。' });
  });

  it('follows its letter: answered with the reply as evidence, withdrawn with it', async () => {
    const { id, letterId } = await sign();
    const replyId = randomUUID();
    for (let twice = 0; twice < 2; twice++)
      await inTransaction((tx) => onLetterAnswered(tx, { letterId, replyId, by: null }));
    const answered = await county.api.tasks.get({ id });
    expect(answered).toMatchObject({ state: 'answered', workingDaysLeft: null });
    expect(answered.evidence.map((each) => each.subject)).toEqual([`reply:${replyId}`]);
    await inTransaction((tx) => onLetterWithdrawn(tx, { letterId, by }));
    expect(await county.api.tasks.get({ id })).toMatchObject({ state: 'withdrawn', allowed: { manage: false } });
    await inTransaction((tx) => onLetterAnswered(tx, { letterId, replyId: null, by }));
    expect((await county.api.tasks.get({ id })).state).toBe('withdrawn');
  });
});
