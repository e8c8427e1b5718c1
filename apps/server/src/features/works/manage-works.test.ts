import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { encodeCursor } from '../../http/cursor.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

describe('managing works', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let organisationId: string;

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/510300/');
    const office = house.db.selectFrom('organisation').select('id').where('path', '=', '510000/510300/');
    organisationId = (await office.executeTakeFirstOrThrow()).id;
  });
  afterAll(() => house.close());

  it('pages through the list by key, each work once, newest first', async () => {
    for (let number = 1; number <= 7; number++)
      await lead.api.works.create({
        title: `甲市年鉴（${2000 + number}）`,
        kind: 'yearbook',
        recordedYear: 1999 + number,
        organisationId,
      });
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await lead.api.works.list({ limit: 3, ...(cursor ? { cursor } : {}) });
      titles.push(...page.items.map((work) => work.title));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(titles).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `甲市年鉴（${2000 + number}）`));
  });

  it.each(['2024-02-30T00:00:00.000000Z', '0000-01-01T00:00:00.000000Z', '2024-01-01T24:00:00.000000Z'])(
    'finds no page behind a cursor of %s',
    async (instant) => {
      const cursor = encodeCursor([instant, organisationId]);
      await expect(lead.api.works.list({ cursor })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(house.faults).toEqual([]);
    },
  );

  it('finds by title, with wildcards taken literally', async () => {
    expect((await lead.api.works.list({ search: '2003' })).items).toHaveLength(1);
    expect((await lead.api.works.list({ search: '%' })).items).toHaveLength(0);
  });

  it('tells the second of two editors that the first was faster', async () => {
    const work = (await lead.api.works.list({ limit: 1 })).items[0]!;
    const renamed = await lead.api.works.update({ id: work.id, version: work.version, title: '甲市年鉴（改）' });
    expect(renamed).toMatchObject({ title: '甲市年鉴（改）', version: 2 });
    await expect(lead.api.works.update({ id: work.id, version: work.version, title: '另一名' })).rejects.toMatchObject({
      code: 'STALE',
    });
    expect((await lead.api.works.get({ id: work.id })).title).toBe('甲市年鉴（改）');
  });

  it('lets a reviewer look but not create, and nobody create for another office', async () => {
    const reviewer = await house.join('reviewer', '510000/510300/');
    const wish = { title: '乙县志', kind: 'gazetteer' as const, organisationId };
    await expect(reviewer.api.works.create(wish)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const other = await house.join('reviewLead', '510000/510400/');
    await expect(other.api.works.create(wish)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses a title that the database could not keep as it is', async () => {
    const wish = { kind: 'gazetteer' as const, organisationId };
    for (const title of ['乙\0县', '乙\ud83d县', '   '])
      await expect(lead.api.works.create({ ...wish, title })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const kept = await lead.api.works.create({ ...wish, title: '𬭎桥乡志' });
    expect(kept.title).toBe('𬭎桥乡志');
  });

  it('leaves the audit row with the office that was acted in, not with the first post of the person', async () => {
    const twice = await house.join('reviewer', '510000/510400/');
    const { id } = (await twice.api.accounts.me()).person;
    await house.db
      .insertInto('post')
      .values({
        id: randomUUID(),
        person_id: id,
        organisation_id: organisationId,
        role: 'reviewLead',
        since: '2021-01-01',
      })
      .execute();
    const work = await twice.api.works.create({ title: '甲市志', kind: 'gazetteer', organisationId });
    const rows = house.db.selectFrom('audit_entry').select('office_path').where('subject', '=', `work:${work.id}`);
    expect(await rows.execute()).toEqual([{ office_path: '510000/510300/' }]);
  });

  it('takes a cursor of somebody else’s making for not found', async () => {
    const made = (...values: string[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
    const id = '00000000-0000-4000-8000-000000000000';
    for (const cursor of [
      'bm9uc2Vuc2U',
      made('9999-99-99T99:99:99Z', id),
      made('2026-01-01T00:00:00Z', '-'.repeat(36)),
    ])
      await expect(lead.api.works.list({ cursor })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(house.faults).toEqual([]);
  });
});
