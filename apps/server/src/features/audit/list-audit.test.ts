import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { recordAudit } from '../../db/record-audit.ts';

const PROVINCE = '510000/';
const PREFECTURE = '510000/510100/';
const COUNTY = '510000/510100/510104/';
const SIBLING = '510000/510300/';

describe('reading the audit entries', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
    const { id } = await house.db.selectFrom('person').select('id').executeTakeFirstOrThrow();
    for (const officePath of [PROVINCE, PREFECTURE, COUNTY, SIBLING, PREFECTURE])
      await house.db.transaction().execute((tx) =>
        recordAudit(tx, {
          actor: { personId: id, officePath },
          action: 'works.update',
          subject: `office:${officePath}`,
        }),
      );
  });
  afterAll(() => house.close());

  const pages = async (visitor: Visitor, limit: number) => {
    const items = [];
    let cursor: string | undefined;
    for (;;) {
      const page = await visitor.api.audit.list({ limit, ...(cursor ? { cursor } : {}) });
      items.push(...page.items);
      if (!page.next) return items;
      expect(page.items).toHaveLength(limit);
      cursor = page.next;
    }
  };
  const offices = (items: { subject: string }[]) =>
    items.flatMap(({ subject }) => (subject.startsWith('office:') ? [subject.slice('office:'.length)] : []));

  it('shows an administrator the entries of the own office and those below, newest first', async () => {
    const prefecture = await house.join('administrator', PREFECTURE);
    const { items } = await prefecture.api.audit.list({});
    expect(offices(items)).toEqual([PREFECTURE, COUNTY, PREFECTURE]);
    expect(items.every((item, index) => index === 0 || item.id < items[index - 1]!.id)).toBe(true);
    expect(items.find((item) => item.subject.startsWith('office:'))).toMatchObject({
      actor: 'admin',
      actionTitle: '修改项目',
    });
    const county = await house.join('administrator', COUNTY);
    expect(offices((await county.api.audit.list({})).items)).toEqual([COUNTY]);
    const sibling = await house.join('administrator', SIBLING);
    expect(offices((await sibling.api.audit.list({})).items)).toEqual([SIBLING]);
  });

  it('shows what the system did to the province alone', async () => {
    const province = await house.join('administrator', PROVINCE);
    const all = await pages(province, 50);
    expect(all.filter((item) => item.actor === '系统').map((item) => item.action)).toEqual(['accounts.seed']);
    const prefecture = await house.join('administrator', PREFECTURE);
    expect((await pages(prefecture, 50)).filter((item) => item.actor === '系统')).toEqual([]);
  });

  it('pages without gaps or repetition while entries are added', async () => {
    const province = await house.join('administrator', PROVINCE);
    const whole = (await pages(province, 200)).map((item) => item.id);
    const first = await province.api.audit.list({ limit: 2 });
    await house.join('reader', COUNTY);
    const rest = await province.api.audit.list({ limit: 200, cursor: first.next! });
    expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(whole);
    expect((await pages(province, 3)).slice(1).map((item) => item.id)).toEqual(whole);
    await expect(province.api.audit.list({ cursor: 'bm9wZQ' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is for administrators only', async () => {
    const lead = await house.join('reviewLead', PROVINCE);
    await expect(lead.api.audit.list({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(lead.api.audit.verify()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('verifies through the wire and shows the seal', async () => {
    const county = await house.join('administrator', COUNTY);
    const verdict = await county.api.audit.verify();
    expect(verdict).toMatchObject({ intact: true, brokenAt: null });
    expect(verdict.sealed).toBeGreaterThan(5);
    const { items } = await county.api.audit.list({});
    expect(items.find((item) => item.subject.startsWith('office:'))!.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(house.faults).toEqual([]);
  });
});
