import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

describe('contributing units of a work', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let workId: string;
  const list = () => lead.api.contributions.list({ workId });
  const assign = (place: string, contributorId: string | null) =>
    lead.api.contributions.assign({ workId, place, contributorId });

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/');
    const work = { kind: 'yearbook', recordedYear: 2023, organisationId: house.first.provinceId } as const;
    await lead.api.works.create({ ...work, title: '丙县年鉴' });
    workId = (await lead.api.works.create({ ...work, title: '乙县年鉴' })).id;
  });
  afterAll(() => house.close());

  it('are kept in the order they were entered, each name once', async () => {
    for (const name of ['乙县统计局', '乙县档案馆']) await lead.api.contributions.create({ workId, name });
    expect((await list()).map((unit) => unit.name)).toEqual(['乙县统计局', '乙县档案馆']);
    await expect(lead.api.contributions.create({ workId, name: '乙县统计局' })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
    const twice = await Promise.allSettled(
      [1, 2].map(() => lead.api.contributions.create({ workId, name: '乙县教育局' })),
    );
    expect(twice.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  });

  it('supply a place each; a place has one unit, or none', async () => {
    const [statistics, archive] = await list();
    await assign('人口 › 户数', statistics!.id);
    await assign('概况', statistics!.id);
    expect((await assign('概况', archive!.id)).map((unit) => unit.places)).toEqual([['人口 › 户数'], ['概况'], []]);
    expect((await assign('概况', null)).map((unit) => unit.places)).toEqual([['人口 › 户数'], [], []]);
  });

  it('of another work are not known here', async () => {
    const other = (await lead.api.works.list({ search: '丙县' })).items[0]!.id;
    const foreign = await lead.api.contributions.create({ workId: other, name: '丙县统计局' });
    await expect(assign('概况', foreign.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(lead.api.contributions.remove({ workId, id: foreign.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('go with their places, unless a slip names them', async () => {
    const [statistics] = await list();
    await lead.api.contributions.remove({ workId, id: statistics!.id });
    expect((await list()).map((unit) => unit.places)).toEqual([[], []]);
    const revisionId = await importText(lead, house.first.provinceId, '丁.txt', '【概况】乙县面积15～30%为山地。\n');
    const work = (await lead.api.works.list({})).items.find((each) => each.latestRevisionId === revisionId)!.id;
    const unit = await lead.api.contributions.create({ workId: work, name: '乙县档案馆' });
    await lead.api.contributions.assign({ workId: work, place: '【概况】', contributorId: unit.id });
    await lead.api.reviews.decide({ id: revisionId, seq: 0, version: 0, decision: 'verify' });
    await lead.api.letters.draft({ revisionId, kind: 'slip' });
    await expect(lead.api.contributions.remove({ workId: work, id: unit.id })).rejects.toMatchObject({
      code: 'IN_USE',
    });
  });

  it('are kept by those who work on the text, seen from above, and not from elsewhere', async () => {
    const reader = await house.join('reader', '510000/');
    expect(await reader.api.contributions.list({ workId })).toHaveLength(2);
    const unit = { workId, name: '乙县医院' };
    await expect(reader.api.contributions.create(unit)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const city = await house.join('reviewLead', '510000/510100/');
    await expect(city.api.contributions.list({ workId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(city.api.contributions.create(unit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(house.faults).toEqual([]);
  });
});
