import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const PROVINCE = '510000/';
const PREFECTURE = '510000/510100/';
const COUNTY = '510000/510100/510104/';
const SIBLING = '510000/510300/';

describe('managing persons', () => {
  let house: OpenHouse;
  let province: Visitor;
  let prefecture: Visitor;
  let county: Visitor;
  const organisation: Record<string, string> = {};

  beforeAll(async () => {
    house = await openHouse();
    for (const { id, path } of await house.db.selectFrom('organisation').select(['id', 'path']).execute())
      organisation[path] = id;
    province = await house.join('administrator', PROVINCE);
    prefecture = await house.join('administrator', PREFECTURE);
    county = await house.join('administrator', COUNTY);
  });
  afterAll(() => house.close());

  let count = 0;
  const create = (maker: Visitor, path: string, change: object = {}) =>
    maker.api.accounts.createPerson({
      name: `新人${++count}`,
      displayName: '乙某',
      organisationId: organisation[path]!,
      role: 'reviewer',
      ...change,
    });
  const audited = async (subject: string) =>
    (
      await house.db.selectFrom('audit_entry').select(['action']).where('subject', '=', subject).orderBy('id').execute()
    ).map((row) => row.action);

  it('creates a person who changes the one-time password first and then works', async () => {
    const { person, oneTimePassword } = await create(prefecture, COUNTY);
    expect(person).toMatchObject({
      active: true,
      posts: [{ role: 'reviewer', until: null, organisation: { id: organisation[COUNTY] } }],
    });
    const guest = house.visit();
    const me = await guest.api.accounts.signIn({ name: person.name, password: oneTimePassword });
    expect(me).toMatchObject({ mustChangePassword: true, person });
    await expect(guest.api.works.list({})).rejects.toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED', status: 403 });
    await guest.api.accounts.changePassword({ current: oneTimePassword, next: '一个足够长的新的口令' });
    await expect(guest.api.works.list({})).resolves.toMatchObject({ items: [] });
    const stored = await house.db
      .selectFrom('person')
      .select('password')
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow();
    expect(stored.password).toMatch(/^argon2id\$19456\$2\$1\$/);
    expect(await audited(`person:${person.id}`)).toEqual([
      'accounts.createPerson',
      'accounts.signIn',
      'accounts.changePassword',
    ]);
  });

  it('refuses a name that is taken, also when two ask at once', async () => {
    await create(province, COUNTY, { name: '同名' });
    await expect(create(province, COUNTY, { name: '同名' })).rejects.toMatchObject({ code: 'NAME_TAKEN', status: 409 });
    const both = await Promise.allSettled([1, 2].map(() => create(province, COUNTY, { name: '同时' })));
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(create(province, COUNTY, { name: 'ｗｉｄｅ' })).resolves.toMatchObject({ person: { name: 'wide' } });
    await expect(create(province, COUNTY, { name: 'wide' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    await expect(create(province, COUNTY, { since: '0000-01-01' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('lets nobody create persons outside the reach of administration', async () => {
    await expect(create(county, PREFECTURE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(create(prefecture, SIBLING)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const lead = await house.join('reviewLead', PROVINCE);
    await expect(create(lead, PROVINCE)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(lead.api.accounts.listPersons({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await house.db.selectFrom('person').select('id').where('name', '=', `新人${count}`).execute()).toEqual([]);
  });

  it('lists the persons within reach page by page, each once', async () => {
    const made = [];
    for (let index = 0; index < 7; index++) made.push((await create(county, COUNTY)).person.id);
    // Rows of one transaction have one instant: the id must break the tie.
    await sql`update person set created_at = '2026-01-01' where id in (${sql.join(made)})`.execute(house.db);
    const seen: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const page = await county.api.accounts.listPersons({ limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made));
    const { items } = await county.api.accounts.listPersons({ limit: 200 });
    expect(items.map((item) => item.id)).toEqual(seen);
    expect(items.every((item) => item.posts.some((post) => post.organisation.id === organisation[COUNTY]))).toBe(true);
    const above = (await prefecture.api.accounts.listPersons({ limit: 200 })).items.map((item) => item.id);
    expect(above).toEqual(expect.arrayContaining(seen));
    const sibling = await house.join('administrator', SIBLING);
    expect((await sibling.api.accounts.listPersons({})).items.map((item) => item.name)).toEqual([sibling.name]);
  });

  it('finds persons by either name and by organisation with its internal units', async () => {
    const { person } = await create(province, `${PROVINCE}u1/`, { displayName: '丙_某%' });
    const find = async (input: object) =>
      (await province.api.accounts.listPersons({ limit: 200, ...input })).items.map((item) => item.id);
    expect(await find({ search: '丙_某%' })).toEqual([person.id]);
    expect(await find({ search: person.name })).toContain(person.id);
    expect(await find({ search: '__' })).toEqual([]);
    expect(await find({ organisationId: organisation[PROVINCE] })).toContain(person.id);
    expect(await find({ organisationId: organisation[`${PROVINCE}u1/`] })).toEqual([person.id]);
    expect(await find({ organisationId: organisation[`${PROVINCE}u2/`] })).toEqual([]);
    const below = (await create(province, COUNTY)).person.id;
    expect(await find({ organisationId: organisation[PREFECTURE] })).not.toContain(below);
    expect(await find({ organisationId: organisation[COUNTY] })).toContain(below);
  });

  it('ends sessions and tokens of whoever is no longer active, and lets them back with the password', async () => {
    const person = await house.join('reviewer', COUNTY);
    const { id } = (await person.api.accounts.me()).person;
    const { secret } = await person.api.accounts.createToken({ label: '命令行' });
    const byToken = () => fetch(`${house.url}/api/me`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await byToken()).status).toBe(200);
    const gone = await county.api.accounts.updatePerson({ id, active: false, displayName: '丁某' });
    expect(gone).toMatchObject({ active: false, displayName: '丁某' });
    await expect(person.api.accounts.me()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(person.api.accounts.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await county.api.accounts.updatePerson({ id, active: true });
    await expect(person.api.accounts.me()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect((await byToken()).status).toBe(401);
    await expect(person.api.accounts.signIn(person)).resolves.toBeDefined();
    expect((await audited(`person:${id}`)).filter((action) => action === 'accounts.updatePerson')).toHaveLength(2);
  });

  it('gives a new one-time password, ends sessions and tokens, and lets a name that failed try again', async () => {
    const person = await house.join('reviewer', COUNTY);
    const { id } = (await person.api.accounts.me()).person;
    const { secret } = await person.api.accounts.createToken({ label: '命令行' });
    for (let failures = 0; failures < 5; failures++)
      await house
        .visit()
        .api.accounts.signIn({ name: person.name, password: 'forgotten' })
        .catch(() => {});
    const { oneTimePassword } = await county.api.accounts.resetPassword({ id });
    await expect(person.api.accounts.me()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    const answer = await fetch(`${house.url}/api/me`, { headers: { authorization: `Bearer ${secret}` } });
    expect(answer.status).toBe(401);
    await expect(person.api.accounts.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    const me = await person.api.accounts.signIn({ name: person.name, password: oneTimePassword });
    expect(me.mustChangePassword).toBe(true);
  });

  it('keeps an administrator away from persons placed outside the reach', async () => {
    const strangers = [await house.join('reader', PREFECTURE), await house.join('administrator', SIBLING)];
    for (const stranger of strangers) {
      const { id } = (await stranger.api.accounts.me()).person;
      await expect(county.api.accounts.resetPassword({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(county.api.accounts.updatePerson({ id, active: false })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(stranger.api.accounts.me()).resolves.toBeDefined();
    }
    await expect(province.api.accounts.resetPassword({ id: organisation[COUNTY]! })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('does not let a county take over the account of a person who also works above', async () => {
    const both = await house.join('reviewLead', PREFECTURE);
    const { id } = (await both.api.accounts.me()).person;
    await prefecture.api.accounts.assignPost({ id, organisationId: organisation[COUNTY]!, role: 'reader' });
    const seen = (await county.api.accounts.listPersons({ limit: 200 })).items.find((item) => item.id === id);
    expect(seen?.posts).toHaveLength(2);
    await expect(county.api.accounts.resetPassword({ id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(county.api.accounts.updatePerson({ id, displayName: '改名' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(prefecture.api.accounts.resetPassword({ id })).resolves.toBeDefined();
  });

  it('does not let a county take over the account of a person who will work above', async () => {
    const { person } = await create(county, COUNTY);
    await province.api.accounts.assignPost({
      id: person.id,
      organisationId: organisation[PROVINCE]!,
      role: 'administrator',
      since: '2999-01-01',
    });
    await expect(county.api.accounts.resetPassword({ id: person.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('leaves whoever has left to the office that was left last', async () => {
    const { person } = await create(county, COUNTY);
    await county.api.accounts.endPost({ postId: person.posts[0]!.id });
    const ids = async (visitor: Visitor) =>
      (await visitor.api.accounts.listPersons({ limit: 200 })).items.map((item) => item.id);
    expect(await ids(county)).toContain(person.id);
    await province.api.accounts.assignPost({
      id: person.id,
      organisationId: organisation[SIBLING]!,
      role: 'reader',
    });
    expect(await ids(county)).not.toContain(person.id);
    await expect(county.api.accounts.resetPassword({ id: person.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(house.faults).toEqual([]);
  });
});
