import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { provinceTree } from './seed-province.ts';

describe('the organisation tree of the first start', () => {
  const tree = provinceTree();
  const byId = new Map(tree.map((row) => [row.id, row]));
  const offices = tree.filter((row) => row.kind === 'office');
  const depth = (path: string) => path.split('/').length - 1;

  it('has one province office, 21 prefectures, 183 counties, its units, its Party committee and its institution', () => {
    expect([1, 2, 3].map((level) => offices.filter((row) => depth(row.path) === level).length)).toEqual([1, 21, 183]);
    expect(offices).toHaveLength(205);
    expect(tree.filter((row) => row.kind === 'internalUnit')).toHaveLength(5);
    expect(tree.filter((row) => row.tree === 'party').map((row) => row.name)).toEqual(['机关党委']);
    expect(tree.filter((row) => row.kind === 'affiliatedInstitution').map((row) => row.name)).toEqual(['四川年鉴社']);
    expect(tree).toHaveLength(212);
  });

  it('has paths that begin with the path of the parent, and unique codes', () => {
    for (const row of tree) {
      const parent = row.parent_id === null ? undefined : byId.get(row.parent_id)!;
      expect(row.path).toMatch(/^(\d{6}\/)+(u\d+\/)?$/);
      expect(row.path.startsWith(parent?.path ?? '')).toBe(true);
      expect(depth(row.path)).toBe(depth(parent?.path ?? '') + 1);
      expect(row.office_path).toBe(row.kind === 'internalUnit' ? parent!.path : row.path);
      if (row.kind === 'office') expect(row.path.endsWith(`${row.region_code}/`)).toBe(true);
    }
    const codes = offices.map((row) => row.region_code);
    expect(new Set(codes).size).toBe(205);
    expect(new Set(tree.map((row) => row.path)).size).toBe(212);
    for (const county of offices.filter((row) => depth(row.path) === 3))
      expect(byId.get(county.parent_id!)!.region_code).toBe(`${county.region_code!.slice(0, 4)}00`);
  });
});

describe('listing organisations', () => {
  let house: OpenHouse;
  let reader: Visitor;
  beforeAll(async () => {
    house = await openHouse();
    reader = await house.join('reader', '510000/510100/510104/');
  });
  afterAll(() => house.close());

  it('goes down level by level: internal units, then what hangs at the office, then offices by code', async () => {
    const [province, ...others] = await reader.api.accounts.listOrganisations({});
    expect(others).toEqual([]);
    expect(province).toMatchObject({ regionCode: '510000', parentId: null, children: 27 });
    const below = await reader.api.accounts.listOrganisations({ parentId: province!.id });
    expect(below.map((row) => row.kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'internalUnit'),
      'affiliatedInstitution',
      ...Array.from({ length: 21 }, () => 'office'),
    ]);
    expect(below[0]!.name).toBe('综合处');
    const codes = below.flatMap((row) => row.regionCode ?? []);
    expect(codes).toEqual([...codes].sort());
    const counties = await Promise.all(
      below
        .filter((row) => row.kind === 'office')
        .map((row) => reader.api.accounts.listOrganisations({ parentId: row.id })),
    );
    expect(counties.map((rows) => rows.length)).toEqual(below.slice(6).map((row) => row.children));
    expect(counties.flat()).toHaveLength(183);
    for (const rows of counties) {
      const order = rows.map((row) => row.regionCode!);
      expect(order).toEqual([...order].sort());
    }
  });

  it('shows Party organisations and partners in their own office and from above alone, a partner only itself', async () => {
    const chief = await house.join('administrator', '510000/');
    const { provinceId } = house.first;
    const university = { parentId: provinceId, kind: 'partner', name: '甲大学' } as const;
    const { id } = await chief.api.organisations.create(university);
    const { path } = await house.db
      .selectFrom('organisation')
      .select('path')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const partner = await house.join('reader', path);
    const clerk = await house.join('reader', '510000/u1/');
    const names = async ({ api }: Visitor) =>
      (await api.accounts.listOrganisations({ parentId: provinceId })).map((row) => row.name);
    for (const name of ['机关党委', '甲大学']) {
      expect(await names(chief)).toContain(name);
      expect(await names(clerk)).toContain(name);
      expect(await names(reader)).not.toContain(name);
      expect(await reader.api.accounts.listOrganisations({ search: name })).toEqual([]);
    }
    const [root] = await clerk.api.accounts.listOrganisations({});
    expect(root!.children).toBe(29);
    expect(await names(partner)).toEqual(['甲大学']);
    expect(await partner.api.accounts.listOrganisations({})).toEqual([]);
    await expect(reader.api.organisations.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await partner.api.organisations.get({ id })).toMatchObject({ name: '甲大学', holds: null, ancestors: [] });
    await expect(partner.api.organisations.get({ id: provinceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('finds organisations by part of a name, wildcards read as letters', async () => {
    const find = async (search: string) =>
      (await reader.api.accounts.listOrganisations({ search })).map((row) => row.name);
    expect(await find('年鉴')).toEqual(['年鉴工作处', '四川年鉴社']);
    expect(await find('%')).toEqual([]);
    expect(await find('_')).toEqual([]);
    expect(await find('地方志')).toHaveLength(205);
  });
});
