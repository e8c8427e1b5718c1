import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse } from '../../../test/open-house.ts';
import { hashSecret } from './sessions.ts';

describe('tokens for the command line', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const call = async (secret: string, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${house.url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, ...((await response.json()) as { code?: string }) };
  };

  it('shows the secret once and keeps its hash', async () => {
    const person = await house.join('reviewLead', '510000/');
    const { token, secret } = await person.api.accounts.createToken({ label: '批量导入', days: 30 });
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(token).toMatchObject({ label: '批量导入', lastUsedAt: null });
    const days = (Date.parse(token.expiresAt) - Date.parse(token.createdAt)) / 86_400_000;
    expect(days).toBeCloseTo(30, 5);
    const row = await house.db.selectFrom('token').selectAll().where('id', '=', token.id).executeTakeFirstOrThrow();
    expect(row.secret_hash).toEqual(hashSecret(secret));
    expect(JSON.stringify(await person.api.accounts.listTokens())).not.toContain(secret);
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  it('gives twenty at most, however many are asked for at once, and counts none that has run out', async () => {
    const person = await house.join('reader', '510000/');
    const ask = (count: number) =>
      Promise.allSettled(Array.from({ length: count }, () => person.api.accounts.createToken({ label: '令牌' })));
    const given = (await ask(25)).filter(({ status }) => status === 'fulfilled');
    expect(given).toHaveLength(20);
    await expect(person.api.accounts.createToken({ label: '令牌' })).rejects.toMatchObject({ code: 'TOO_MANY_TOKENS' });
    const [{ id } = { id: '' }] = await person.api.accounts.listTokens();
    await house.db
      .updateTable('token')
      .set({ expires_at: sql<Date>`now()` })
      .where('id', '=', id)
      .execute();
    expect((await ask(2)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('works with texts as its person does, without the header of our own pages', async () => {
    const person = await house.join('reviewLead', '510000/');
    const { secret } = await person.api.accounts.createToken({ label: '批量导入' });
    expect((await call(secret, 'GET', '/works')).status).toBe(200);
    const made = await call(secret, 'POST', '/works', {
      title: '乙县年鉴',
      kind: 'yearbook',
      recordedYear: 2023,
      organisationId: house.first.provinceId,
    });
    expect(made.status).toBe(200);
    const [token] = await person.api.accounts.listTokens();
    expect(token!.lastUsedAt).not.toBeNull();
  });

  it('does not become an account: a token changes no accounts, passwords or tokens', async () => {
    const admin = await house.join('administrator', '510000/');
    const { token, secret } = await admin.api.accounts.createToken({ label: '遗失' });
    const { person } = await admin.api.accounts.me();
    const organisationId = house.first.provinceId;
    const calls: [string, string, unknown?][] = [
      ['POST', '/me/tokens', { label: '再来一个' }],
      ['DELETE', `/me/tokens/${token.id}`],
      ['POST', '/me/password', { current: admin.password, next: '另一个足够长的口令' }],
      ['POST', '/persons', { name: '影子', displayName: '影子', organisationId, role: 'administrator' }],
      ['PATCH', `/persons/${person.id}`, { displayName: '影子' }],
      ['POST', `/persons/${person.id}/reset-password`],
      ['POST', `/persons/${person.id}/posts`, { organisationId, role: 'reviewLead' }],
      ['POST', `/posts/${person.posts[0]!.id}/end`],
    ];
    for (const [method, path, body] of calls)
      expect([path, await call(secret, method, path, body ?? {})]).toMatchObject([
        path,
        { status: 401, code: 'SIGN_IN_REQUIRED' },
      ]);
    expect((await admin.api.accounts.me()).person).toEqual(person);
    expect(await admin.api.accounts.listTokens()).toHaveLength(1);
    expect((await call(secret, 'GET', '/persons')).status).toBe(200);
  });

  it('wins over a cookie sent along, so that the two do not add up', async () => {
    const person = await house.join('reader', '510000/');
    const { secret } = await person.api.accounts.createToken({ label: '命令行' });
    const response = await fetch(`${house.url}/api/me/tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, cookie: person.cookie(), 'content-type': 'application/json' },
      body: JSON.stringify({ label: '再来一个' }),
    });
    expect(response.status).toBe(401);
  });

  it('ends when it expires, when it is revoked, and never by the hand of another', async () => {
    const person = await house.join('reader', '510000/');
    const other = await house.join('administrator', '510000/');
    const first = await person.api.accounts.createToken({ label: '一' });
    const second = await person.api.accounts.createToken({ label: '二' });
    await expect(other.api.accounts.revokeToken({ id: first.token.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await call(first.secret, 'GET', '/me')).status).toBe(200);
    await person.api.accounts.revokeToken({ id: first.token.id });
    expect((await call(first.secret, 'GET', '/me')).status).toBe(401);
    await expect(person.api.accounts.revokeToken({ id: first.token.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await call(second.secret, 'GET', '/me')).status).toBe(200);
    await house.db
      .updateTable('token')
      .set({ expires_at: sql<Date>`now()` })
      .where('id', '=', second.token.id)
      .execute();
    expect((await call(second.secret, 'GET', '/me')).status).toBe(401);
    const actions = await house.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', `token:${first.token.id}`)
      .orderBy('id')
      .execute();
    expect(actions.map((row) => row.action)).toEqual(['accounts.createToken', 'accounts.revokeToken']);
    expect(house.faults).toEqual([]);
  });
});
