import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const COUNTY = '510000/510100/510104/';

describe('handing a post over', () => {
  let house: OpenHouse;
  let clerk: Visitor;
  beforeAll(async () => {
    house = await openHouse();
    clerk = await house.join('administrator', COUNTY);
  });
  afterAll(() => house.close());

  const meOf = async (visitor: Visitor) => (await visitor.api.accounts.me()).person;
  const pair = async () => {
    const [from, to] = [await house.join('reviewLead', COUNTY), await house.join('reader', COUNTY)];
    return { from, to, postId: (await meOf(from)).posts[0]!.id, toPersonId: (await meOf(to)).id };
  };

  it('ends it for the one and opens the same for the other, on one day and in one audited action', async () => {
    const { from, to, postId, toPersonId } = await pair();
    const handed = await clerk.api.accounts.handOverPost({ postId, toPersonId, on: '2024-07-01' });
    expect(handed.from.posts.map(({ role, since, until }) => [role, since, until])).toEqual([
      ['reviewLead', '2020-01-01', '2024-06-30'],
    ]);
    expect(handed.to.posts[0]).toMatchObject({ role: 'reviewLead', since: '2024-07-01', until: null });
    expect((await from.api.accounts.me()).actions).toEqual([]);
    expect((await to.api.accounts.me()).actions).toContain('works.manage');
    const entries = await house.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', `post:${postId}`)
      .execute();
    expect(entries).toEqual([{ action: 'accounts.handOverPost' }]);
  });

  it('keeps the last day of a post that has one, and refuses one that is over', async () => {
    const { from, postId, toPersonId } = await pair();
    const { id } = await meOf(from);
    const { organisation } = (await meOf(from)).posts[0]!;
    const lent = { id, organisationId: organisation.id, role: 'reviewer' as const, title: '主编', since: '2024-01-01' };
    const { posts } = await clerk.api.accounts.assignPost({ ...lent, until: '2098-12-31' });
    const lentPost = posts.find(({ role }) => role === 'reviewer')!.id;
    const { to } = await clerk.api.accounts.handOverPost({ postId: lentPost, toPersonId });
    expect(to.posts.find(({ role }) => role === 'reviewer')).toMatchObject({
      title: '主编',
      until: '2098-12-31',
    });
    await clerk.api.accounts.endPost({ postId, until: '2024-01-31' });
    await expect(clerk.api.accounts.handOverPost({ postId, toPersonId })).rejects.toMatchObject({ code: 'POST_ENDED' });
    await expect(clerk.api.accounts.handOverPost({ postId, toPersonId: id })).rejects.toMatchObject({
      code: 'POST_ENDED',
    });
  });

  it('is the business of whoever manages the post and the person', async () => {
    const { postId, toPersonId } = await pair();
    const stranger = await house.join('administrator', '510000/510100/510105/');
    await expect(stranger.api.accounts.handOverPost({ postId, toPersonId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const far = await meOf(await house.join('reader', '510000/510100/510105/'));
    await expect(clerk.api.accounts.handOverPost({ postId, toPersonId: far.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('never leaves the root without an administrator, and lets the last one hand over', async () => {
    const chief = await house.join('administrator', '510000/');
    const last = await house.db
      .selectFrom('post')
      .select('id')
      .where('person_id', '=', house.first.personId)
      .where('role', '=', 'administrator')
      .executeTakeFirstOrThrow();
    await chief.api.accounts.endPost({ postId: last.id });
    const [own] = (await meOf(chief)).posts;
    const heir = await meOf(await house.join('reader', '510000/'));
    await expect(
      chief.api.accounts.handOverPost({ postId: own!.id, toPersonId: heir.id, on: '2098-01-01' }),
    ).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
    expect((await meOf(chief)).posts[0]).toMatchObject({ until: null });
    await chief.api.accounts.handOverPost({ postId: own!.id, toPersonId: heir.id });
    expect((await chief.api.accounts.me()).actions).toEqual([]);
  });
});
