import { expect } from 'vitest';

import { visitServer, type Visitor } from '../open-house.ts';
import { askCluster, type Hand } from './hand.ts';
import type { Running } from './operation.ts';

const PASSWORD = 'a-signing-password';
const NAME = 'bulletin-signer';
const NUMBERS = { year: 2026, base: 40, total: 300 };
/** Issues that are signed at once. */
const ABREAST = 3;

/** Issues of a bulletin, signed several at once (签发): every signed issue has its number, none twice and none left out. */
export async function openSignBulletins(hand: Hand): Promise<Running> {
  const { api } = hand.visitor;
  const { id: seriesId } = await api.bulletins.createSeries({
    organisationId: hand.organisationId,
    kind: 'work',
    name: '甲市地方志工作简报',
    issuer: '甲市地方志办公室',
    columns: [],
    sourceLine: false,
    intake: false,
    circulated: false,
    running: true,
    base: { year: NUMBERS.year, number: NUMBERS.base, total: NUMBERS.total },
    printedBy: '甲市地方志办公室',
    copies: 20,
    recipients: { up: ['市委'], across: [], down: [] },
  });
  const made = await api.accounts.createPerson({
    name: NAME,
    displayName: '签发人',
    organisationId: hand.organisationId,
    role: 'signer',
  });
  for (const role of ['bulletinChecker', 'secrecyOfficer'] as const)
    await api.accounts.assignPost({ id: made.person.id, organisationId: hand.organisationId, role });
  const first = visitServer(hand.server.url);
  await first.api.accounts.signIn({ name: NAME, password: made.oneTimePassword });
  await first.api.accounts.changePassword({ current: made.oneTimePassword, next: PASSWORD });
  const known: { id: string; number: number }[] = [];
  let signer: { readonly of: string; readonly visitor: Visitor } = { of: hand.server.url, visitor: first };

  const prepare = async ({ visitor: { api: editor } }: Hand, by: Visitor['api']) => {
    const issue = await editor.bulletins.create({ seriesId, issuedOn: `${NUMBERS.year}-11-20` });
    const item = { column: null, title: '甲', subtitle: null, body: '乙县年鉴通过初审。', source: null };
    const { id, version } = await editor.bulletins.addItem({ id: issue.id, version: issue.version, ...item });
    await editor.bulletins.submit({ id, version });
    await by.bulletins.check({ id, version });
    await by.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' });
    return { id, version };
  };
  return {
    acknowledged: () => known.length,
    async run(at) {
      if (signer.of !== at.server.url) {
        const visitor = visitServer(at.server.url);
        await visitor.api.accounts.signIn({ name: NAME, password: PASSWORD });
        signer = { of: at.server.url, visitor };
      }
      const by = signer.visitor.api;
      const issues = [];
      for (let count = 0; count < ABREAST; count++) issues.push(await prepare(at, by));
      const signing = issues.map(async ({ id, version }) => {
        const { number } = await by.bulletins.sign({ id, version, disclosure: 'undetermined' });
        known.push({ id, number: number! });
      });
      for (const answer of await Promise.allSettled(signing)) if (answer.status === 'rejected') throw answer.reason;
    },
    async check({ data }, since = known.length) {
      const rows = await askCluster<{ id: string; number: number; total: number; signed: number; audited: number }>(
        data,
        `select i.id, i.number, i.total, (i.state = 'signed')::int as signed,
           (select count(*)::int from audit_entry where action = 'bulletins.sign' and subject = 'bulletin:' || i.id) as audited
         from bulletin_issue i where i.series_id = $1 and (i.number is not null or i.state = 'signed') order by i.number`,
        [seriesId],
      );
      expect(rows).toEqual(
        rows.map(({ id }, nth) => ({
          id,
          number: NUMBERS.base + 1 + nth,
          total: NUMBERS.total + 1 + nth,
          signed: 1,
          audited: 1,
        })),
      );
      const numbers = new Map(rows.map(({ id, number }) => [id, number]));
      for (const { id, number } of known.slice(0, since)) expect(numbers.get(id)).toBe(number);
    },
  };
}
