import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { onLetterSigned } from './on-letter-signed.ts';

const COUNTY = '510000/510100/510104/';
const NEIGHBOUR = '510000/510100/510105/';
const CITY = '510000/510100/';

describe('tasks in changing hands', () => {
  let house: OpenHouse;
  let administrator: Visitor;
  let county: Visitor;
  let workId: string;

  const organisation = (path: string) =>
    house.db.selectFrom('organisation').selectAll().where('path', '=', path).executeTakeFirstOrThrow();
  const personOf = async (visitor: Visitor) => (await visitor.api.accounts.me()).person;
  const sign = async (dueOn: string) => {
    const [from, to] = [await organisation(CITY), await organisation(COUNTY)];
    const by = { personId: (await personOf(administrator)).id, officePath: CITY };
    const letterId = randomUUID();
    await house.db.transaction().execute((tx) =>
      onLetterSigned(tx, {
        letterId,
        kind: 'opinions',
        title: '关于《乙县年鉴（2024）》的审查意见',
        workId,
        revisionId: randomUUID(),
        officeId: from.id,
        reviewedId: to.id,
        addressee: null,
        dueOn,
        by,
      }),
    );
    const tasks = house.db.selectFrom('task').select('id').where('subject', '=', `letter:${letterId}`);
    return (await tasks.executeTakeFirstOrThrow()).id;
  };

  beforeAll(async () => {
    house = await openHouse();
    administrator = await house.join('administrator', '510000/');
    county = await house.join('reviewLead', COUNTY);
    const { id } = await county.api.works.create({
      title: '乙县年鉴（2024）',
      kind: 'yearbook',
      recordedYear: 2023,
      organisationId: (await organisation(COUNTY)).id,
    });
    workId = id;
  });
  afterAll(async () => {
    expect(house.faults).toEqual([]);
    await house.close();
  });

  it('pages through the list by day and key, each task once', async () => {
    const days = ['2031-03-01', '2030-05-06', '2030-05-06', '2030-05-06', '2029-01-02'];
    for (const day of days) await sign(day);
    const seen: { id: string; dueOn: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await county.api.tasks.list({ limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.map((task) => task.dueOn)).toEqual([...days].sort());
    expect(new Set(seen.map((task) => task.id)).size).toBe(days.length);
    await expect(county.api.tasks.list({ cursor: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('go with the post of owner and deputy; what has ended stays', async () => {
    const [open, ended] = [await sign('2032-01-05'), await sign('2032-01-06')];
    const successor = await personOf(await house.join('reviewer', COUNTY));
    const colleague = (await personOf(await house.join('reviewer', COUNTY))).posts[0]!.id;
    const own = (await personOf(county)).posts[0]!.id;
    for (const id of [open, ended])
      await county.api.tasks.assign({ id, version: 1, ownerPostId: own, deputyPostIds: [colleague] });
    const city = await house.join('reviewLead', CITY);
    await city.api.tasks.close({ id: ended, version: 2 });
    const { to } = await administrator.api.accounts.handOverPost({ postId: own, toPersonId: successor.id });
    const taken = to.posts.find((post) => post.role === 'reviewLead')!;
    const heir = await house.join('reader', COUNTY);
    const task = await heir.api.tasks.get({ id: open });
    expect(task).toMatchObject({ owner: { postId: taken.id, displayName: successor.displayName }, version: 3 });
    expect(task.history.at(-1)).toMatchObject({ action: 'accounts.handOverPost', by: null });
    expect((await heir.api.tasks.get({ id: ended })).owner?.postId).toBe(own);
    // The deputy becomes the owner's post too: nobody helps twice.
    const { to: again } = await administrator.api.accounts.handOverPost({
      postId: colleague,
      toPersonId: successor.id,
    });
    const helping = again.posts.filter((post) => post.role === 'reviewer').map((post) => post.id);
    expect(helping).toContain((await heir.api.tasks.get({ id: open })).deputies[0]!.postId);
  });

  it('go with the office that is merged into another', async () => {
    const [from, into] = [await organisation(COUNTY), await organisation(NEIGHBOUR)];
    const before = (await (await house.join('reader', COUNTY)).api.tasks.list({ limit: 200 })).items;
    const neighbour = await house.join('reviewLead', NEIGHBOUR);
    expect((await neighbour.api.tasks.list({})).items).toEqual([]);
    await administrator.api.organisations.merge({
      id: from.id,
      version: from.version,
      intoId: into.id,
      on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    });
    const after = (await neighbour.api.tasks.list({ limit: 200 })).items;
    expect(after.map((task) => task.id)).toEqual(before.map((task) => task.id));
    expect(after.every((task) => task.organisation.id === into.id)).toBe(true);
  });
});
