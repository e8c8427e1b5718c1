import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

import { contract, FILE_ROUTES } from '@xiuzhi/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText, upload } from '../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../test/open-house.ts';

const SECRET = 'not for the web';
const ID = '00000000-0000-4000-8000-000000000000';

/** Every operation of the contract that is not only a question. */
const CHANGES = Object.entries(contract).flatMap(([feature, operations]) =>
  Object.entries(operations as Record<string, { '~orpc': { route: { method?: string; path?: string } } }>).flatMap(
    ([
      name,
      {
        '~orpc': { route },
      },
    ]) =>
      route.method === 'GET'
        ? []
        : [[`${feature}.${name}`, route.method!, `/api${route.path!.replaceAll(/\{\w+\}/g, ID)}`] as const],
  ),
);

describe('keeping out', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let folder: string;
  let revisionId: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-web-'));
    writeFileSync(path.join(folder, 'secret.txt'), SECRET);
    mkdirSync(path.join(folder, 'web/assets'), { recursive: true });
    writeFileSync(path.join(folder, 'web/index.html'), '<!doctype html><div id="root"></div>');
    writeFileSync(path.join(folder, 'web/assets/a.js'), 'export {};');
    house = await openHouse({ webFolder: path.join(folder, 'web') });
    lead = await house.join('reviewLead', '510000/');
    revisionId = await importText(lead, house.first.provinceId, '乙县志.txt', '乙县位于丙河南岸。');
  });
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('knows the operations that change something', () => {
    expect(CHANGES.map(([name]) => name)).toContain('reviews.decide');
    expect(CHANGES.length).toBeGreaterThan(15);
  });

  it.each([...CHANGES, ['upload', 'POST', FILE_ROUTES.upload.replace('{workId}', ID)] as const])(
    'refuses %s by cookie without the header of our own pages',
    async (_name, method, route) => {
      for (const headers of [
        {},
        { 'x-xiuzhi': '0' },
        { authorization: 'Basic dTpw' },
        { origin: 'http://evil.example' },
      ]) {
        const response = await fetch(`${house.url}${route}`, {
          method,
          headers: { cookie: lead.cookie(), ...headers },
        });
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringMatching(/。$/) });
      }
    },
  );

  it('changes the secret of the session when the password is changed', async () => {
    const person = await house.join('reviewer', '510000/');
    const before = person.cookie();
    await person.api.accounts.changePassword({ current: person.password, next: '丙河南岸的乙县-2024' });
    expect(person.cookie()).not.toBe(before);
    expect((await fetch(`${house.url}/api/me`, { headers: { cookie: before } })).status).toBe(401);
    expect((await person.api.accounts.me()).person.id).toBeDefined();
  });

  it('gives a cookie that no script and no other site can use', async () => {
    const person = await house.join('reader', '510000/');
    const response = await fetch(`${house.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'x-xiuzhi': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ name: person.name, password: person.password }),
    });
    const [cookie, ...more] = response.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^xiuzhi_session=[\w-]{43};/);
    expect(
      cookie!
        .split('; ')
        .slice(1)
        .sort((a, b) => a.localeCompare(b)),
    ).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
  });

  it.each([
    ['an answer', '/api/me', {}],
    ['a refusal', '/api/works/x/manuscripts', { method: 'POST' }],
    ['an operation that is not there', '/api/nothing', {}],
    ['the page', '/', {}],
    ['a place of the page', '/works/x', {}],
    ['a file of the page', '/assets/a.js', {}],
    ['a file that is not there', '/assets/b.js', {}],
    ['a file of a manuscript', `/api/revisions/{id}/original`, {}],
  ])('sends the headers that keep other sites and scripts out with %s', async (_what, route, init) => {
    const { headers } = await lead.fetch(route.replace('{id}', revisionId), init);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('lets a browser show nothing of its answer to an address that cannot be decoded', async () => {
    const response = await lead.fetch('/%zz');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.json()).toEqual({ code: 'BAD_REQUEST', message: expect.stringMatching(/。$/) });
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '//secret.txt',
    '/assets/a.js%00.txt',
    '/secret.txt%00',
    '/api/revisions/..%2f..%2fsecret.txt/original',
    '/api/revisions/%2e%2e/original',
    '/api/revisions/%00/original',
  ])('gives nothing from outside the page by %s', async (target) => {
    const { status, body, headers } = await ask(house.url, { target, headers: { cookie: lead.cookie() } });
    expect(body).not.toContain(SECRET);
    expect(headers.location).toBeUndefined();
    if (status === 200) expect(body).toContain('<div id="root">');
    else expect(status).toBeLessThan(500);
  });

  it.each([
    'http://evil.example/works',
    '//evil.example/works',
    '/\\evil.example',
    '/%5cevil.example',
    '/%2f%2fevil.example',
  ])('leads nowhere else by %s, nor by a strange Host', async (target) => {
    const { status, headers, body } = await ask(house.url, { target, headers: { host: 'evil.example' } });
    expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
    expect(headers.location).toBeUndefined();
    expect(body).not.toContain('evil.example');
  });

  it.each([
    ['a line break and a header', '甲\r\nset-cookie: a=b\r\n.txt'],
    ['quotation marks and backslashes', '甲"; filename="evil.exe\\.txt'],
    ['a path', '../../../etc/甲.txt'],
    ['a rare character and a mark that turns the order of reading', '𬭎桥\u202Etxt.exe.txt'],
    ['percent signs', "甲%0d%0aset-cookie%3a'(*).txt"],
  ])('keeps a file name with %s inside its header', async (what, name) => {
    const work = await lead.api.works.create({
      title: '乙县志',
      kind: 'gazetteer',
      organisationId: house.first.provinceId,
    });
    const sent = await upload(lead, work.id, name, `乙县位于丙河南岸，${what}。`);
    const { revisionId: id } = (await sent.json()) as { revisionId: string };
    const response = await lead.fetch(`/api/revisions/${id}/original`);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="download"; filename\*=UTF-8''(?:[\w.!~-]|%[0-9A-F]{2})+$/,
    );
    const { fileName } = await lead.api.manuscripts.get({ id });
    expect(fileName).not.toMatch(/[\p{Cc}\p{Bidi_Control}"\\/]/u);
  });

  it.each([
    ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['deep objects', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
    ['wide', `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join(',')}}`],
  ])('answers %s JSON as a mistake', async (_what, body) => {
    const response = await fetch(`${house.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'x-xiuzhi': '1', 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
  });

  it('refuses headers larger than any of ours', async () => {
    const { status } = await ask(house.url, { target: '/api/me', headers: { cookie: `a=${'x'.repeat(40_000)}` } });
    expect(status).toBe(431);
  });

  it('reports no fault of the server in all of this', () => {
    expect(house.faults).toEqual([]);
  });
});

/** Asks with the target as it stands: fetch would resolve its dots. */
async function ask(url: string, options: { target: string; headers: Record<string, string> }) {
  const { hostname, port } = new URL(url);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ hostname, port, path: options.target, headers: options.headers }, resolve).once('error', reject).end();
  });
  return { status: answer.statusCode!, headers: answer.headers, body: await text(answer) };
}
