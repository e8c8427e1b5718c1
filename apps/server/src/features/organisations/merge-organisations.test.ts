import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const FROM = '510000/511000/511002/';
const INTO = '510000/511000/511011/';

describe('a merger of two organisations', () => {
  let house: OpenHouse;
  let chief: Visitor;
  beforeAll(async () => {
    house = await openHouse();
    chief = await house.join('administrator', '510000/');
  });
  afterAll(() => house.close());

  const at = (path: string) =>
    house.db.selectFrom('organisation').selectAll().where('path', '=', path).executeTakeFirstOrThrow();
  const merge = async (id: string, intoId: string, on = '2024-04-01', by = chief) => {
    const { version } = await chief.api.organisations.get({ id });
    return by.api.organisations.merge({ id, version, intoId, on });
  };

  it('ends one and carries its units, works and posts over on that day', async () => {
    const [from, into] = [await at(FROM), await at(INTO)];
    const unit = await chief.api.organisations.create({ parentId: from.id, kind: 'internalUnit', name: '编辑科' });
    const lead = await house.join('reviewLead', FROM);
    const gone = await house.join('reader', FROM);
    const work = await lead.api.works.create({ title: '乙县年鉴', kind: 'yearbook', organisationId: from.id });
    const { person } = await lead.api.accounts.me();
    await chief.api.accounts.updatePerson({ id: (await gone.api.accounts.me()).person.id, active: false });
    await chief.api.accounts.assignPost({
      id: person.id,
      organisationId: from.id,
      role: 'reader',
      since: '2024-06-01',
      until: '2099-12-31',
    });

    const merged = await merge(from.id, into.id);
    expect(merged).toMatchObject({ endedOn: '2024-03-31', successor: { id: into.id }, may: { change: false } });
    expect((await chief.api.organisations.get({ id: unit.id })).parentId).toBe(into.id);
    expect((await lead.api.works.get({ id: work.id })).organisation.id).toBe(into.id);
    expect(await lead.api.works.update({ id: work.id, version: 1, title: '乙县年鉴2024' })).toMatchObject({
      version: 2,
    });

    const { posts } = (await lead.api.accounts.me()).person;
    const spans = posts.map(({ role, organisation, since, until }) => [role, organisation.id, since, until]);
    expect(spans).toContainEqual(['reviewLead', from.id, '2020-01-01', '2024-03-31']);
    expect(spans).toContainEqual(['reviewLead', into.id, '2024-04-01', null]);
    expect(spans).toContainEqual(['reader', into.id, '2024-06-01', '2099-12-31']);
    expect(spans).toHaveLength(3);
    const left = await house.db
      .selectFrom('post')
      .innerJoin('person', 'person.id', 'post.person_id')
      .select(['post.organisation_id', 'post.until'])
      .where('person.name', '=', gone.name)
      .execute();
    expect(left).toEqual([{ organisation_id: from.id, until: '2024-03-31' }]);
  });

  it('gives nobody twice what they already are there, and keeps what they are called', async () => {
    const [from, into] = [await at('510000/511000/511024/'), await at('510000/511000/511025/')];
    const { person } = await (await house.join('reader', from.path)).api.accounts.me();
    const give = (organisationId: string, role: 'reader' | 'reviewer', title: string) =>
      chief.api.accounts.assignPost({ id: person.id, organisationId, role, title, since: '2021-01-01' });
    await give(into.id, 'reader', '');
    await give(from.id, 'reviewer', '主编');
    await merge(from.id, into.id);
    const { items } = await chief.api.accounts.listPersons({ organisationId: into.id });
    const held = items
      .find(({ id }) => id === person.id)!
      .posts.filter(({ organisation }) => organisation.id === into.id);
    expect(held.map(({ role, title, since }) => [role, title, since])).toEqual([
      ['reviewer', '主编', '2024-04-01'],
      ['reader', '', '2021-01-01'],
    ]);
  });

  it('is one audited action, which the office it went into reads with all from before', async () => {
    const keeper = await house.join('administrator', INTO);
    const { items } = await keeper.api.audit.list({ limit: 200 });
    expect(items.map(({ action }) => action)).toContain('works.create');
    const { items: all } = await chief.api.audit.list({ limit: 200 });
    const merged = `organisation:${(await at(FROM)).id}`;
    expect(all.filter(({ subject }) => subject === merged).map(({ action }) => action)).toEqual([
      'organisations.merge',
    ]);
  });

  it('leaves the ended one in the history alone: not in lists, no new posts, works, units or names', async () => {
    const { id, name } = await at(FROM);
    const [{ id: parentId }, { id: intoId }] = [await at('510000/511000/'), await at(INTO)];
    const names = async (ended: boolean) =>
      (await chief.api.accounts.listOrganisations({ parentId, ended })).map((row) => row.name);
    expect(await names(false)).not.toContain(name);
    expect(await names(true)).toContain(name);
    const person = (await chief.api.accounts.me()).person.id;
    await expect(
      chief.api.accounts.assignPost({ id: person, organisationId: id, role: 'reader' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      chief.api.organisations.create({ parentId: id, kind: 'internalUnit', name: '新科' }),
    ).rejects.toMatchObject({ code: 'ORGANISATION_ENDED' });
    await expect(merge(id, intoId)).rejects.toMatchObject({ code: 'ORGANISATION_ENDED' });
    await expect(merge(intoId, id)).rejects.toMatchObject({ code: 'ORGANISATION_ENDED' });
  });

  it('refuses unlike kinds, itself, what is below it, days to come and what is out of reach', async () => {
    const [office, other] = [await at('510000/511100/'), await at('510000/511300/')];
    const county = await at('510000/511100/511102/');
    const unit = await chief.api.organisations.create({ parentId: office.id, kind: 'internalUnit', name: '甲科' });
    await expect(merge(unit.id, other.id)).rejects.toMatchObject({ code: 'NOT_ALIKE' });
    const stranger = await chief.api.organisations.create({ parentId: other.id, kind: 'internalUnit', name: '乙科' });
    await expect(merge(unit.id, stranger.id)).rejects.toMatchObject({ code: 'OTHER_OFFICE' });
    await expect(merge(office.id, office.id)).rejects.toMatchObject({ code: 'BELOW_ITSELF' });
    await expect(merge(office.id, county.id)).rejects.toMatchObject({ code: 'BELOW_ITSELF' });
    await expect(merge(county.id, other.id, '2999-01-01')).rejects.toMatchObject({ code: 'BAD_DAY' });
    const keeper = await house.join('administrator', '510000/511100/');
    await expect(merge(office.id, other.id, '2024-01-01', keeper)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(merge(county.id, other.id, '2024-01-01', keeper)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await chief.api.organisations.get({ id: county.id })).toMatchObject({ endedOn: null });
  });
});
