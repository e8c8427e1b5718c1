import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse } from '../../../test/open-house.ts';
import { hashPassword, NO_PASSWORD, verifyPassword } from './password.ts';
import { resetPasswordOf } from './ensure-administrator.ts';
import { hashSecret } from './sessions.ts';
import { setPassword } from './store.ts';

describe('signing in', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const secretOf = (cookie: string) => hashSecret(cookie.split('=')[1]!);
  const personId = async (name: string) =>
    (await house.db.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

  it('gives the same answer to an unknown name, a wrong password and an inactive person', async () => {
    const known = await house.join('reader', '510000/510100/');
    const gone = await house.join('reader', '510000/510100/');
    await house.db.updateTable('person').set({ active: false }).where('name', '=', gone.name).execute();
    const answers = await Promise.all(
      [
        { name: 'nobody', password: 'password-long-enough' },
        { name: 'a\0b\ud800', password: 'password-long-enough' },
        { name: known.name, password: 'password-long-enough' },
        { name: gone.name, password: gone.password },
      ].map(async (body) => {
        const response = await house.visit().fetch('/api/sign-in', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        return `${response.status} ${await response.text()} ${response.headers.getSetCookie().join()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('401');
    expect(answers[0]).toContain('WRONG_CREDENTIALS');
  });

  it('looks at a password for an unknown name at the cost of a known one', async () => {
    const parameters = (hash: string) => hash.split('$').map((part, index) => (index < 4 ? part : part.length));
    expect(parameters(NO_PASSWORD)).toEqual(parameters(await hashPassword('password-long-enough')));
    expect(await verifyPassword('', NO_PASSWORD)).toBe(false);
  });

  it('reads full-width letters of an input method as the narrow ones', async () => {
    const person = await house.join('reader', '510000/510100/');
    const wide = person.name.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    expect(wide).not.toBe(person.name);
    const me = await house.visit().api.accounts.signIn({ name: ` ${wide} `, password: person.password });
    expect(me.person.name).toBe(person.name);
  });

  it('resets the password of a name typed in full-width letters, from the command line too', async () => {
    const person = await house.join('reader', '510000/');
    const wide = [...person.name].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('');
    const password = await resetPasswordOf(house.db, wide);
    await expect(house.visit().api.accounts.signIn({ name: wide, password: password! })).resolves.toBeDefined();
  });

  it('makes a name wait after five wrong passwords, right password or not, and others not', async () => {
    const person = await house.join('reader', '510000/510100/');
    const other = await house.join('reader', '510000/510100/');
    const attempt = (name: string, password: string) => house.visit().api.accounts.signIn({ name, password });
    for (let failures = 0; failures < 5; failures++)
      await expect(attempt(person.name, `wrong-password-${failures}`)).rejects.toMatchObject({
        code: 'WRONG_CREDENTIALS',
      });
    await expect(attempt(person.name, person.password)).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      status: 429,
    });
    await expect(attempt(other.name, other.password)).resolves.toBeDefined();
    await house.db
      .updateTable('sign_in_failure')
      .set({ at: sql<Date>`at - interval '15 minutes'` })
      .execute();
    await expect(attempt(person.name, person.password)).resolves.toBeDefined();
    for (let failures = 0; failures < 5; failures++)
      await expect(attempt(person.name, 'wrong-password')).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('looks at no more than five of forty guesses sent at once', async () => {
    const person = await house.join('reader', '510000/510100/');
    const codes = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        house
          .visit()
          .api.accounts.signIn({ name: person.name, password: `guess-number-${index}` })
          .catch((error: { code: string }) => error.code),
      ),
    );
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(35);
  });

  it('makes an address wait that tries many names, and counts no success against it', async () => {
    await house.db.deleteFrom('sign_in_failure').execute();
    const person = await house.join('reader', '510000/510100/');
    expect(await house.db.selectFrom('sign_in_failure').selectAll().execute()).toEqual([]);
    const spray = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        house
          .visit()
          .api.accounts.signIn({ name: `nobody${index}`, password: 'password-long-enough' })
          .catch((error: { code: string }) => error.code),
      ),
    );
    expect(spray.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(50);
    await expect(house.visit().api.accounts.signIn(person)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    await house.db.deleteFrom('sign_in_failure').execute();
  });

  it('ends a session two hours after its last use and twelve hours after it began', async () => {
    const age = async (cookie: string, column: 'used_at' | 'expires_at', interval: string) =>
      house.db
        .updateTable('session')
        .set({ [column]: sql`${sql.ref(column)} - ${interval}::interval` })
        .where('secret_hash', '=', secretOf(cookie))
        .execute();
    const idle = await house.join('reader', '510000/510100/');
    await age(idle.cookie(), 'used_at', '1 hour 59 minutes');
    await expect(idle.api.accounts.me()).resolves.toBeDefined();
    await age(idle.cookie(), 'used_at', '2 hours 1 minute');
    await expect(idle.api.accounts.me()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED', status: 401 });
    const busy = await house.join('reader', '510000/510100/');
    await age(busy.cookie(), 'expires_at', '11 hours 59 minutes');
    await expect(busy.api.accounts.me()).resolves.toBeDefined();
    await age(busy.cookie(), 'expires_at', '1 minute');
    await expect(busy.api.accounts.me()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await busy.api.accounts.signIn(busy);
    const left = await house.db
      .selectFrom('session')
      .select('expires_at')
      .where('person_id', '=', await personId(busy.name))
      .execute();
    expect(left).toHaveLength(1);
  });

  it('writes down the use of a session once a minute at most', async () => {
    const person = await house.join('reader', '510000/510100/');
    const row = () =>
      house.db
        .selectFrom('session')
        .select([
          sql<string>`xmin::text`.as('version'),
          sql<boolean>`used_at > now() - interval '30 seconds'`.as('fresh'),
        ])
        .where('secret_hash', '=', secretOf(person.cookie()))
        .executeTakeFirstOrThrow();
    const before = await row();
    for (let times = 0; times < 3; times++) await person.api.accounts.me();
    expect(await row()).toEqual(before);
    await house.db
      .updateTable('session')
      .set({ used_at: sql<Date>`now() - interval '61 seconds'` })
      .where('secret_hash', '=', secretOf(person.cookie()))
      .execute();
    const aged = await row();
    await person.api.accounts.me();
    const after = await row();
    expect(aged.fresh).toBe(false);
    expect(after.fresh).toBe(true);
    await person.api.accounts.me();
    expect(await row()).toEqual(after);
  });

  it('takes no session secret from the outside and ends the one that was there', async () => {
    const victim = await house.join('reader', '510000/510100/');
    const planted = 'x'.repeat(43);
    const response = await fetch(`${house.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-xiuzhi': '1', cookie: `xiuzhi_session=${planted}` },
      body: JSON.stringify({ name: victim.name, password: victim.password }),
    });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^xiuzhi_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(planted);
    const meWith = (value: string) => fetch(`${house.url}/api/me`, { headers: { cookie: value } });
    expect((await meWith(`xiuzhi_session=${planted}`)).status).toBe(401);
    const before = victim.cookie();
    await victim.api.accounts.signIn(victim);
    expect(victim.cookie()).not.toBe(before);
    expect((await meWith(before)).status).toBe(401);
    expect((await meWith(victim.cookie())).status).toBe(200);
  });

  it('ends the session at sign-out, in the database and not only in the browser', async () => {
    const person = await house.join('reader', '510000/510100/');
    const cookie = person.cookie();
    await person.api.accounts.signOut();
    expect(person.cookie()).toBe('xiuzhi_session=');
    expect((await fetch(`${house.url}/api/me`, { headers: { cookie } })).status).toBe(401);
    const left = house.db.selectFrom('session').selectAll().where('secret_hash', '=', secretOf(cookie));
    expect(await left.execute()).toEqual([]);
  });

  it('refuses a change that comes by cookie without the header of our own pages', async () => {
    const person = await house.join('reader', '510000/510100/');
    const post = (path: string) =>
      fetch(`${house.url}${path}`, { method: 'POST', headers: { cookie: person.cookie() }, body: new FormData() });
    for (const path of ['/api/sign-out', '/api/me/tokens', '/api/works/x/manuscripts', '/%61pi/works/x/manuscripts'])
      expect([path, (await post(path)).status]).toEqual([path, 403]);
    await expect(person.api.accounts.me()).resolves.toBeDefined();
  });

  it('gives nothing for posts that are over or to come', async () => {
    const person = await house.join('administrator', '510000/510100/');
    const setPost = (since: string, until: string | null) =>
      sql`update post set since = ${sql.raw(since)}, until = ${sql.raw(until ?? 'null')}
        where person_id = (select id from person where name = ${person.name})`.execute(house.db);
    const today = `(now() at time zone 'Asia/Shanghai')::date`;
    const actions = async () => (await person.api.accounts.me()).actions.length;
    expect(await actions()).toBeGreaterThan(0);
    await setPost(`${today} - 9`, `${today} - 1`);
    expect(await actions()).toBe(0);
    await expect(person.api.accounts.listPersons({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await setPost(`${today} + 1`, null);
    expect(await actions()).toBe(0);
    await setPost(today, today);
    expect(await actions()).toBeGreaterThan(0);
  });

  it('takes no password that was reset while it was looked at', async () => {
    const person = await house.join('reader', '510000/510100/');
    const id = await personId(person.name);
    const waiting = async () =>
      (
        await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%person%'`.execute(house.db)
      ).rows[0]!.n;
    const attempts = await house.db.transaction().execute(async (tx) => {
      await setPassword(tx, id, NO_PASSWORD, true);
      const started = Promise.allSettled([
        house.visit().api.accounts.signIn(person),
        person.api.accounts.changePassword({ current: person.password, next: 'another-long-password' }),
      ]);
      await expect.poll(waiting, { timeout: 5_000 }).toBe(2);
      return () => started;
    });
    expect(await attempts()).toMatchObject([
      { status: 'rejected', reason: { code: 'WRONG_CREDENTIALS' } },
      { status: 'rejected', reason: { code: 'WRONG_PASSWORD' } },
    ]);
    expect(await house.db.selectFrom('person').select('password').where('id', '=', id).execute()).toEqual([
      { password: NO_PASSWORD },
    ]);
  });

  it('ends every other session and all tokens when the password is changed, and not the session it is changed in', async () => {
    const person = await house.join('reader', '510000/510100/');
    const elsewhere = house.visit();
    await elsewhere.api.accounts.signIn(person);
    const change = (current: string, next: string) => person.api.accounts.changePassword({ current, next });
    await expect(change('wrong-password', 'another-password')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    for (const weak of ['short', person.password, `x${person.name}-password`])
      await expect(change(person.password, weak)).rejects.toMatchObject({ code: 'WEAK_PASSWORD' });
    const { secret } = await person.api.accounts.createToken({ label: '令牌' });
    const byToken = async () =>
      (await fetch(`${house.url}/api/me`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect(await byToken()).toBe(200);
    await change(person.password, '另换一个足够长的口令');
    expect(await byToken()).toBe(401);
    await expect(person.api.accounts.me()).resolves.toBeDefined();
    await expect(elsewhere.api.accounts.me()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(elsewhere.api.accounts.signIn(person)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(house.faults).toEqual([]);
  });
});
