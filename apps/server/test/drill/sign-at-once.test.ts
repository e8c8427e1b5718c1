import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { visitServer } from '../open-house.ts';
import { processesOn, stopServer } from '../run-server.ts';
import { askCluster, openHand, returnHand } from './hand.ts';

const MANY = 50;
const PASSWORD = 'a-signing-password';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-sign-'));
});
afterEach(async () => {
  for (const { pid } of processesOn(folder)) process.kill(pid, 'SIGKILL');
  await expect.poll(() => processesOn(folder), { timeout: 20_000 }).toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`gives ${MANY} issues signed at once ${MANY} consecutive numbers, though the server is killed in their midst`, async () => {
  let hand = await openHand(path.join(folder, 'data'));
  const { api } = hand.visitor;
  // A first start brings the two series of the office.
  const series = (await api.bulletins.listSeries()).find(({ kind }) => kind === 'work')!;
  const { organisationId } = hand;
  const signerOf = { name: 'signer', displayName: '签发人', organisationId, role: 'signer' } as const;
  const { person, oneTimePassword } = await api.accounts.createPerson(signerOf);
  for (const role of ['bulletinChecker', 'secrecyOfficer'] as const)
    await api.accounts.assignPost({ id: person.id, organisationId, role });
  let signer = visitServer(hand.server.url);
  await signer.api.accounts.signIn({ name: 'signer', password: oneTimePassword });
  await signer.api.accounts.changePassword({ current: oneTimePassword, next: PASSWORD });
  const prepare = async () => {
    const issue = await api.bulletins.create({ seriesId: series.id, issuedOn: '2026-11-20' });
    const item = { column: null, title: '甲', subtitle: null, body: '乙县年鉴通过初审。', source: null };
    const { id, version } = await api.bulletins.addItem({ id: issue.id, version: issue.version, ...item });
    await api.bulletins.submit({ id, version });
    await signer.api.bulletins.check({ id, version });
    await signer.api.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' });
    return { id, version };
  };
  const issues = await Promise.all(Array.from({ length: MANY }, prepare));

  const acknowledged = new Map<string, number>();
  const sign = async (issue: { id: string; version: number }) => {
    const { number } = await signer.api.bulletins.sign({ ...issue, disclosure: 'undetermined' });
    acknowledged.set(issue.id, number!);
    if (acknowledged.size === 5) hand.server.child.kill('SIGKILL');
  };
  await Promise.allSettled(issues.map(sign));
  expect((await hand.server.ended).signal).toBe('SIGKILL');
  hand = await returnHand(hand);
  signer = visitServer(hand.server.url);
  await signer.api.accounts.signIn({ name: 'signer', password: PASSWORD });
  const rows = () =>
    askCluster<{ id: string; number: number; total: number }>(
      hand.data,
      "select id, number, total from bulletin_issue where state = 'signed' order by number",
    );
  const kept = await rows();
  expect(kept.length).toBeGreaterThanOrEqual(5);
  expect(kept.map(({ number }) => number)).toEqual(kept.map((_, nth) => nth + 1));
  for (const [id, number] of acknowledged) expect(kept.find((row) => row.id === id)?.number).toBe(number);

  const left = issues.filter(({ id }) => !kept.some((row) => row.id === id));
  await Promise.all(left.map(sign));
  const all = await rows();
  expect(all).toEqual(all.map(({ id }, nth) => ({ id, number: nth + 1, total: nth + 1 })));
  expect(all).toHaveLength(MANY);
  console.log(`killed after ${acknowledged.size - left.length} answers, ${kept.length} of ${MANY} signed by then`);
  await stopServer(hand.server);
}, 180_000);
