import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const PROVINCE = '510000/';
const PREFECTURE = '510000/510100/';
const COUNTY = '510000/510100/510104/';

describe('giving and ending posts', () => {
  let house: OpenHouse;
  let province: Visitor;
  let prefecture: Visitor;
  let county: Visitor;
  let today: string;
  let yesterday: string;
  const organisation: Record<string, string> = {};

  beforeAll(async () => {
    house = await openHouse();
    for (const { id, path } of await house.db.selectFrom('organisation').select(['id', 'path']).execute())
      organisation[path] = id;
    province = await house.join('administrator', PROVINCE);
    prefecture = await house.join('administrator', PREFECTURE);
    county = await house.join('administrator', COUNTY);
    const days = await sql<{ today: string; yesterday: string }>`select d::text as today, (d - 1)::text as yesterday
      from (select (now() at time zone 'Asia/Shanghai')::date as d) t`.execute(house.db);
    ({ today, yesterday } = days.rows[0]!);
  });
  afterAll(() => house.close());

  const postOf = async (visitor: Visitor) => (await visitor.api.accounts.me()).person.posts[0]!;
  const idOf = async (visitor: Visitor) => (await visitor.api.accounts.me()).person.id;
  const actions = async (visitor: Visitor) => (await visitor.api.accounts.me()).actions;

  it('gives a post from today, once however often it is asked for', async () => {
    const person = await house.join('reader', COUNTY);
    const id = await idOf(person);
    const post = { id, organisationId: organisation[COUNTY]!, role: 'reviewLead' as const };
    const after = await county.api.accounts.assignPost(post);
    expect(after.posts.find((one) => one.role === 'reviewLead')).toMatchObject({ since: today, until: null });
    expect((await county.api.accounts.assignPost(post)).posts).toHaveLength(2);
    expect(await actions(person)).toContain('reviews.decide');
    const longer = { ...post, since: '2024-01-01', until: '2024-12-31' };
    expect((await county.api.accounts.assignPost(longer)).posts).toHaveLength(3);
    await expect(
      county.api.accounts.assignPost({ ...post, since: '2023-02-02', until: '2023-02-01' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const rows = await house.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', `person:${id}`)
      .where('action', '=', 'accounts.assignPost')
      .execute();
    expect(rows).toHaveLength(2);
  });

  it('lets nobody give posts outside the reach', async () => {
    const person = await house.join('reader', COUNTY);
    const id = await idOf(person);
    const give = (maker: Visitor, path: string) =>
      maker.api.accounts.assignPost({ id, organisationId: organisation[path]!, role: 'administrator' });
    await expect(give(county, PREFECTURE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(give(county, '510000/510300/')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = await idOf(await house.join('reader', PREFECTURE));
    await expect(
      county.api.accounts.assignPost({ id: stranger, organisationId: organisation[COUNTY]!, role: 'reader' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(give(person, COUNTY)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await actions(person)).not.toContain('accounts.manage');
  });

  it('lets the administrator of an internal unit give no role that does the business of the whole office', async () => {
    const unit = await province.api.organisations.create({
      parentId: organisation[COUNTY]!,
      kind: 'internalUnit',
      name: '编辑科',
    });
    const { path } = await house.db
      .selectFrom('organisation')
      .select('path')
      .where('id', '=', unit.id)
      .executeTakeFirstOrThrow();
    const head = await house.join('administrator', path);
    const lead = await house.join('reviewLead', path);
    const id = await idOf(lead);
    for (const role of ['administrator', 'reviewLead', 'reviewer', 'reader'] as const) {
      const given = { organisationId: unit.id, role };
      await expect(head.api.accounts.assignPost({ id, ...given, since: '2019-01-01' })).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
      });
      await expect(
        head.api.accounts.createPerson({ name: `unit-${role}`, displayName: '某人', ...given }),
      ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    // Nor take over the account of somebody who was given one.
    await expect(head.api.accounts.resetPassword({ id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const postId = (await postOf(lead)).id;
    const toPersonId = await idOf(head);
    await expect(head.api.accounts.handOverPost({ postId, toPersonId })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(county.api.accounts.resetPassword({ id })).resolves.toBeDefined();
  });

  it('audits a change in the office that it was made in, not in the first office of whoever made it', async () => {
    const both = await house.join('administrator', COUNTY);
    const other = '510000/510100/510105/';
    await prefecture.api.accounts.assignPost({
      id: await idOf(both),
      organisationId: organisation[other]!,
      role: 'administrator',
    });
    const person = await idOf(await house.join('reader', other));
    const given = { id: person, organisationId: organisation[other]!, role: 'reviewer' as const };
    const { posts } = await both.api.accounts.assignPost(given);
    const postId = posts.find(({ role }) => role === 'reviewer')!.id;
    await both.api.accounts.endPost({ postId });
    await both.api.accounts.updatePerson({ id: person, displayName: '乙某' });
    await both.api.accounts.resetPassword({ id: person });
    const entries = await house.db
      .selectFrom('audit_entry')
      .select(['action', 'office_path'])
      .where('subject', 'in', [`person:${person}`, `post:${postId}`])
      .where('action', '<>', 'accounts.signIn')
      .execute();
    expect(entries.length).toBe(4);
    expect(entries.filter(({ office_path: path }) => path !== other)).toEqual([]);
  });

  it('ends a post at once: yesterday was its last day', async () => {
    const person = await house.join('reviewer', COUNTY);
    const after = await county.api.accounts.endPost({ postId: (await postOf(person)).id });
    expect(after.posts[0]).toMatchObject({ since: '2020-01-01', until: yesterday });
    expect(await actions(person)).toEqual([]);
  });

  it('keeps a post that had no full day yet on record, with yesterday as its only day', async () => {
    for (const since of [today, '2999-01-01']) {
      const { person } = await county.api.accounts.createPerson({
        name: `乙${since}`,
        displayName: '乙某',
        organisationId: organisation[COUNTY]!,
        role: 'reader',
        since,
      });
      const after = await county.api.accounts.endPost({ postId: person.posts[0]!.id });
      expect(after.posts).toMatchObject([{ since: yesterday, until: yesterday }]);
    }
  });

  it('ends a post on the day asked for, today included, and never lengthens one', async () => {
    const person = await house.join('reviewer', COUNTY);
    const { id: postId } = await postOf(person);
    const end = async (until?: string) =>
      (await county.api.accounts.endPost({ postId, ...(until ? { until } : {}) })).posts[0]!;
    expect((await end('2999-12-31')).until).toBe('2999-12-31');
    expect((await end(today)).until).toBe(today);
    expect(await actions(person)).not.toEqual([]);
    expect((await end('2999-12-31')).until).toBe(today);
    expect((await end()).until).toBe(yesterday);
    expect(await end('2001-01-01')).toMatchObject({ since: '2020-01-01', until: '2020-01-01' });
    expect((await end()).until).toBe('2020-01-01');
    await expect(end('0000-01-01')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const rows = await house.db
      .selectFrom('audit_entry')
      .select('id')
      .where('subject', '=', `post:${postId}`)
      .execute();
    expect(rows).toHaveLength(4);
  });

  it('ends posts within the reach of a person who also works elsewhere, and no others', async () => {
    const both = await house.join('reader', PREFECTURE);
    const above = await postOf(both);
    const person = await prefecture.api.accounts.assignPost({
      id: await idOf(both),
      organisationId: organisation[COUNTY]!,
      role: 'reviewer',
    });
    const below = person.posts.find((post) => post.organisation.id === organisation[COUNTY])!;
    await expect(county.api.accounts.endPost({ postId: above.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await county.api.accounts.endPost({ postId: below.id });
    expect(await actions(both)).toContain('works.read');
    await expect(both.api.accounts.endPost({ postId: below.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(county.api.accounts.endPost({ postId: organisation[COUNTY]! })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('keeps one administrator at the root for good, however the last two try', async () => {
    const admin = house.first.personId;
    await province.api.accounts.updatePerson({ id: admin, active: false });
    const me = await province.api.accounts.me();
    const postId = me.person.posts[0]!.id;
    const last = { code: 'LAST_ADMINISTRATOR', status: 409 };
    await expect(province.api.accounts.updatePerson({ id: me.person.id, active: false })).rejects.toMatchObject(last);
    await expect(province.api.accounts.endPost({ postId })).rejects.toMatchObject(last);
    await expect(province.api.accounts.endPost({ postId, until: '2999-12-31' })).rejects.toMatchObject(last);
    await expect(province.api.accounts.me()).resolves.toMatchObject({ person: { active: true } });
    // Neither somebody of a limited time, nor of another role, nor of another office stands in.
    const second = await house.join('administrator', PROVINCE);
    const secondPost = await postOf(second);
    await province.api.accounts.endPost({ postId: secondPost.id, until: '2999-12-31' });
    await house.join('reviewLead', PROVINCE);
    await expect(province.api.accounts.endPost({ postId })).rejects.toMatchObject(last);
    const third = await house.join('administrator', PROVINCE);
    const both = await Promise.allSettled([
      province.api.accounts.updatePerson({ id: await idOf(third), active: false }),
      third.api.accounts.updatePerson({ id: me.person.id, active: false }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(house.faults).toEqual([]);
  });
});
