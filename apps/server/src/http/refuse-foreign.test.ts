import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse } from '../../test/open-house.ts';

describe('refusing what no page of ours would send', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${house.url}/api/sign-in`, { method: 'POST', body, headers: { 'x-xiuzhi': '1', ...headers } });
  const json = { 'content-type': 'application/json' };

  it('refuses a body larger than any operation needs before reading it through', async () => {
    const response = await post(JSON.stringify({ name: 'a'.repeat(400_000), password: 'x' }), json);
    expect(response.status).toBe(413);
  });

  it.each([
    ['broken JSON', '{"name":', json],
    ['a poisoned prototype', '{"__proto__":{"admin":true},"name":"a","password":"b"}', json],
    ['another media type', 'name=a', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a wrong shape', '{"name":1}', json],
  ])('answers %s with a sentence', async (_what, body, headers) => {
    const response = await post(body, headers);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const answer = (await response.json()) as { code: string; message: string };
    expect(answer.code).toBe('BAD_REQUEST');
  });

  it('reports an answer that its contract does not allow', async () => {
    const broken = await openHouse();
    const lead = await broken.join('reviewLead', '510000/');
    await lead.api.works.create({ title: '乙县志', kind: 'gazetteer', organisationId: broken.first.provinceId });
    await sql`alter table work drop constraint work_kind_check`.execute(broken.db);
    await sql`update work set kind = 'unknown'`.execute(broken.db);
    await expect(lead.api.works.list({})).rejects.toMatchObject({ status: 500 });
    expect(broken.faults).toHaveLength(1);
    await broken.close();
  });

  it('refuses a change without the header that only our pages send', async () => {
    const signOut = (headers: Record<string, string>) =>
      fetch(`${house.url}/api/sign-out`, { method: 'POST', headers });
    expect((await signOut({})).status).toBe(403);
    // What a browser adds by itself is no header of ours.
    expect((await signOut({ authorization: 'Basic dTpw' })).status).toBe(403);
  });

  it('sends the headers that keep other sites and scripts out', async () => {
    const { headers } = await fetch(`${house.url}/api/me`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(house.faults).toEqual([]);
  });
});
