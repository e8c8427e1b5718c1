import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const PREFECTURE = '510000/510300/';
const OTHER = '510000/510400/';
const COUNTY = `${PREFECTURE}510302/`;

describe('a move of an organisation', () => {
  let house: OpenHouse;
  let chief: Visitor;
  beforeAll(async () => {
    house = await openHouse();
    chief = await house.join('administrator', '510000/');
  });
  afterAll(() => house.close());

  const at = (path: string) =>
    house.db.selectFrom('organisation').selectAll().where('path', '=', path).executeTakeFirstOrThrow();
  const byId = (id: string) =>
    house.db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const create = async (parentId: string, kind: 'internalUnit' | 'partyOrganisation' | 'office', name: string) =>
    byId((await chief.api.organisations.create({ parentId, kind, name })).id);
  const move = async (id: string, parentId: string, by = chief) => {
    const { version } = await chief.api.organisations.get({ id });
    return by.api.organisations.move({ id, version, parentId });
  };

  it('takes the whole subtree along, its offices, its units and its Party organisations', async () => {
    const county = await at(COUNTY);
    const unit = await create(county.id, 'internalUnit', '编辑科');
    const group = await create(unit.id, 'internalUnit', '一组');
    const committee = await create(county.id, 'partyOrganisation', '机关党支部');
    const branch = await create(committee.id, 'partyOrganisation', '第一党小组');
    const superior = await house.join('reader', PREFECTURE);
    const clerk = await house.join('reviewLead', COUNTY);
    const work = await clerk.api.works.create({ title: '乙县年鉴', kind: 'yearbook', organisationId: unit.id });
    expect((await superior.api.works.list({})).items.map(({ id }) => id)).toContain(work.id);

    const moved = await move(county.id, (await at(OTHER)).id);
    expect(moved.ancestors.map(({ kind }) => kind)).toEqual(['office', 'office']);
    const path = `${OTHER}510302/`;
    expect(await byId(county.id)).toMatchObject({ path, office_path: path });
    const key = (row: { path: string }) => row.path.split('/').at(-2)!;
    const unitPath = `${path}${key(unit)}/`;
    expect(await byId(unit.id)).toMatchObject({ path: unitPath, office_path: path });
    expect(await byId(group.id)).toMatchObject({ path: `${unitPath}${key(group)}/`, office_path: path });
    const committeePath = `${path}${key(committee)}/`;
    expect(await byId(committee.id)).toMatchObject({ path: committeePath, office_path: committeePath, tree: 'party' });
    expect(await byId(branch.id)).toMatchObject({ office_path: committeePath });

    // Who saw it from above no longer does; who works in it still works in it.
    expect((await superior.api.works.list({})).items).toEqual([]);
    await expect(superior.api.works.get({ id: work.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const newSuperior = await house.join('reader', OTHER);
    expect((await newSuperior.api.works.list({})).items.map(({ id }) => id)).toEqual([work.id]);
    expect(await clerk.api.works.get({ id: work.id })).toMatchObject({ title: '乙县年鉴' });
  });

  it('keeps what was done before readable for the office and for both superiors', async () => {
    const county = await at(`${PREFECTURE}510303/`);
    const clerk = await house.join('administrator', county.path);
    await clerk.api.works.create({ title: '乙县志', kind: 'gazetteer', organisationId: county.id });
    await move(county.id, (await at(OTHER)).id);
    const subjects = async (visitor: Visitor) =>
      (await visitor.api.audit.list({ limit: 200 })).items.filter(({ action }) => action === 'works.create');
    expect(await subjects(clerk)).toHaveLength(1);
    expect(await subjects(await house.join('administrator', OTHER))).not.toEqual([]);
    expect(await subjects(await house.join('administrator', PREFECTURE))).not.toEqual([]);
    expect(await subjects(await house.join('administrator', '510000/510100/'))).toEqual([]);
    expect(await clerk.api.audit.verify()).toMatchObject({ intact: true });
  });

  it('lets a unit do the business of the office it has come to', async () => {
    const [from, to] = [await at('510000/510500/'), await at('510000/510600/')];
    const unit = await create(from.id, 'internalUnit', '年鉴科');
    const person = await house.join('reviewLead', unit.path);
    const works = await Promise.all(
      [from, to].map(async ({ path, id }) => {
        const lead = await house.join('reviewLead', path);
        return (await lead.api.works.create({ title: '年鉴', kind: 'yearbook', organisationId: id })).id;
      }),
    );
    const mayChange = (id: string) =>
      person.api.works.update({ id, version: 1, title: '年鉴' }).then(
        () => true,
        () => false,
      );
    expect([await mayChange(works[0]!), await mayChange(works[1]!)]).toEqual([true, false]);
    await move(unit.id, to.id);
    expect([await mayChange(works[0]!), await mayChange(works[1]!)]).toEqual([false, true]);
  });

  it('makes a Party organisation its own tree, or part of the tree it hangs at', async () => {
    const office = await at('510000/510700/');
    const committee = await create(office.id, 'partyOrganisation', '机关党委');
    const branch = await create(committee.id, 'partyOrganisation', '第一党支部');
    expect(branch.office_path).toBe(committee.path);
    await move(branch.id, office.id);
    const free = await byId(branch.id);
    expect(free.office_path).toBe(free.path);
    await move(branch.id, committee.id);
    expect((await byId(branch.id)).office_path).toBe(committee.path);
  });

  it('refuses circles, wrong places, the root, and parents out of reach', async () => {
    const [province, office, county] = [await at('510000/'), await at(PREFECTURE), await at(`${PREFECTURE}510304/`)];
    const unit = await create(office.id, 'internalUnit', '秘书科');
    const below = await create(unit.id, 'internalUnit', '文书');
    await expect(move(unit.id, below.id)).rejects.toMatchObject({ code: 'BELOW_ITSELF' });
    await expect(move(unit.id, unit.id)).rejects.toMatchObject({ code: 'BELOW_ITSELF' });
    await expect(move(office.id, county.id)).rejects.toMatchObject({ code: 'BELOW_ITSELF' });
    await expect(move(county.id, unit.id)).rejects.toMatchObject({ code: 'WRONG_PLACE' });
    await expect(move(province.id, office.id)).rejects.toMatchObject({ code: 'WRONG_PLACE' });
    const administrator = await house.join('administrator', PREFECTURE);
    // Itself to another superior, or something of its own out of its reach: neither is its business.
    await expect(move(office.id, (await at(OTHER)).id, administrator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(move(county.id, province.id, administrator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(move(county.id, (await at(OTHER)).id, administrator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await byId(county.id)).path).toBe(`${PREFECTURE}510304/`);
    expect(await administrator.api.organisations.get({ id: office.id })).toMatchObject({
      may: { change: true, move: false },
    });
  });

  it('leaves a tree without circles when two cross', async () => {
    const office = await at('510000/510800/');
    const [first, second] = [
      await create(office.id, 'internalUnit', '一科'),
      await create(office.id, 'internalUnit', '二科'),
    ];
    const both = await Promise.allSettled([move(first.id, second.id), move(second.id, first.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('sets up nothing where it cannot hang, twice under one name, or under a code that is taken', async () => {
    const office = await at(OTHER);
    const make = (made: Partial<Parameters<Visitor['api']['organisations']['create']>[0]>) =>
      chief.api.organisations.create({ parentId: office.id, kind: 'internalUnit', name: '综合科', ...made });
    const unit = await make({});
    await expect(make({})).rejects.toMatchObject({ code: 'ORGANISATION_NAME_TAKEN' });
    await expect(make({ parentId: unit.id, kind: 'office' })).rejects.toMatchObject({ code: 'WRONG_PLACE' });
    await expect(make({ parentId: unit.id, kind: 'partyOrganisation' })).rejects.toMatchObject({ code: 'WRONG_PLACE' });
    await expect(make({ kind: 'office', name: '丙县地方志办公室', regionCode: '510104' })).rejects.toMatchObject({
      code: 'CODE_TAKEN',
    });
    await expect(make({ name: '丁科', regionCode: '519999' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const office2 = await make({ kind: 'office', name: '丁县地方志办公室', regionCode: '510499' });
    expect(await byId(office2.id)).toMatchObject({ path: `${OTHER}510499/`, position: 510499 });
  });
});
