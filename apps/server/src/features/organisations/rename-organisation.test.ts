import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { nameOn } from '../../db/name-on.ts';

const COUNTY = '510000/510100/510104/';

describe('the names of an organisation', () => {
  let house: OpenHouse;
  let clerk: Visitor;
  let id: string;
  beforeAll(async () => {
    house = await openHouse();
    clerk = await house.join('administrator', COUNTY);
    id = (await clerk.api.accounts.me()).person.posts[0]!.organisation.id;
  });
  afterAll(() => house.close());

  const rename = async (name: string, since: string | null) => {
    const { version } = await clerk.api.organisations.get({ id });
    return clerk.api.organisations.rename({ id, version, name, since });
  };
  const spans = (detail: { names: { name: string; since: string | null; until: string | null }[] }) =>
    detail.names.map(({ name, since, until }) => [name, since, until]);

  it('carry dates: lists show the one of today, a document of then the one of then', async () => {
    const before = (await clerk.api.organisations.get({ id })).name;
    await rename('乙县地方志编纂中心', '2021-03-01');
    const renamed = await rename('乙县党史地方志研究室', '2023-07-15');
    expect(renamed.name).toBe('乙县党史地方志研究室');
    expect(spans(renamed)).toEqual([
      ['乙县党史地方志研究室', '2023-07-15', null],
      ['乙县地方志编纂中心', '2021-03-01', '2023-07-14'],
      [before, null, '2021-02-28'],
    ]);
    const on = (day: string) => nameOn(house.db, id, day);
    expect(await on('1999-12-31')).toBe(before);
    expect(await on('2021-02-28')).toBe(before);
    expect(await on('2021-03-01')).toBe('乙县地方志编纂中心');
    expect(await on('2023-07-14')).toBe('乙县地方志编纂中心');
    expect(await on('2023-07-15')).toBe('乙县党史地方志研究室');
    const [listed] = await clerk.api.accounts.listOrganisations({ search: '乙县党史' });
    expect(listed).toMatchObject({ id, name: '乙县党史地方志研究室' });
  });

  it('can be entered late, between two others, and corrected without a date of their own', async () => {
    const between = await rename('乙县地方志工作处', '2022-01-01');
    expect(between.name).toBe('乙县党史地方志研究室');
    expect(spans(between).slice(0, 3)).toEqual([
      ['乙县党史地方志研究室', '2023-07-15', null],
      ['乙县地方志工作处', '2022-01-01', '2023-07-14'],
      ['乙县地方志编纂中心', '2021-03-01', '2021-12-31'],
    ]);
    const corrected = await rename('乙县党史和地方志研究室', '2023-07-15');
    expect(spans(corrected)[0]).toEqual(['乙县党史和地方志研究室', '2023-07-15', null]);
    expect(corrected.names).toHaveLength(4);
    const first = await rename('乙县县志办公室', null);
    expect(spans(first).at(-1)).toEqual(['乙县县志办公室', null, '2021-02-28']);
  });

  it('never leave a day without a name, nor with two', async () => {
    const { rows } = await sql<{ days: number }>`
      select count(*)::integer as days from generate_series('2020-01-01'::date, '2024-12-31', '1 day') as day
      where 1 <> (select count(*) from organisation_name n where n.organisation_id = ${id}
        and coalesce(n.since, '-infinity') <= day and coalesce(n.until, 'infinity') >= day)`.execute(house.db);
    expect(rows).toEqual([{ days: 0 }]);
  });

  it('refuse a stale version, a day to come, and whoever does not keep this office', async () => {
    const { version } = await clerk.api.organisations.get({ id });
    const change = { id, version, name: '乙县方志馆', since: '2024-01-01' };
    await expect(clerk.api.organisations.rename({ ...change, version: version - 1 })).rejects.toMatchObject({
      code: 'STALE',
    });
    for (const since of ['2999-01-01', '1066-10-14'])
      await expect(clerk.api.organisations.rename({ ...change, since })).rejects.toMatchObject({ code: 'BAD_DAY' });
    const neighbour = await house.join('administrator', '510000/510100/510105/');
    await expect(neighbour.api.organisations.rename(change)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const reader = await house.join('reviewLead', COUNTY);
    await expect(reader.api.organisations.rename(change)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const { secret } = await clerk.api.accounts.createToken({ label: '令牌' });
    const response = await fetch(`${house.url}/api/organisations/${id}/rename`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
    expect(response.status).toBe(401);
    expect((await clerk.api.organisations.get({ id })).version).toBe(version);
  });

  it('are not those of another at the same parent', async () => {
    const make = async (name: string) => clerk.api.organisations.create({ parentId: id, kind: 'internalUnit', name });
    const [first, second] = [await make('甲科'), await make('乙科')];
    const change = { id: second.id, version: second.version, name: first.name, since: '2024-01-01' };
    await expect(clerk.api.organisations.rename(change)).rejects.toMatchObject({ code: 'ORGANISATION_NAME_TAKEN' });
    expect(await clerk.api.organisations.get({ id: second.id })).toMatchObject({
      name: '乙科',
      names: [{ since: null }],
    });
    // A name of then may be anybody's of today.
    await expect(clerk.api.organisations.rename({ ...change, since: null, name: '丙科' })).resolves.toBeDefined();
  });

  it('are renamed by one of two at once', async () => {
    const { version } = await clerk.api.organisations.get({ id });
    const both = await Promise.allSettled(
      ['甲名办公室', '乙名办公室'].map((name) =>
        clerk.api.organisations.rename({ id, version, name, since: '2024-05-01' }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
