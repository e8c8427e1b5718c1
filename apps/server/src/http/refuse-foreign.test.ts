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

  it('refuses a change without the header that only our pages send', async () => {
    const response = await fetch(`${house.url}/api/sign-out`, { method: 'POST' });
    expect(response.status).toBe(403);
  });

  it('sends the headers that keep other sites and scripts out', async () => {
    const { headers } = await fetch(`${house.url}/api/me`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(house.faults).toEqual([]);
  });
});
