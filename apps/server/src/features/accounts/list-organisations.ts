import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import type { OrganisationKind, OrganisationTree } from '@xiuzhi/domain';
import { sql } from 'kysely';

import { visibleTo } from '../../db/visible-organisations.ts';
import { requireCaller, type Context } from '../../http/context.ts';

const os = implement(contract.accounts).$context<Context>();

const MOST = 300;
/** What stands first among the children of one: its own units, then what hangs at it, then the offices below. */
const ORDER: readonly OrganisationKind[] = [
  'internalUnit',
  'partyOrganisation',
  'affiliatedInstitution',
  'office',
  'partner',
];

/** The organisation tree (机构树), level by level or by name: units first, offices by code, others as they were entered. */
export const organisationHandlers = {
  listOrganisations: os.listOrganisations.handler(async ({ input, context }) => {
    const { standings } = requireCaller(context);
    const lasting = input.ended ? sql`true` : sql`o.ended_on is null`;
    let query = context.db
      .selectFrom('organisation as o')
      .select(['o.id', 'o.name', 'o.kind', 'o.tree', 'o.region_code as regionCode', 'o.parent_id as parentId'])
      .select(['o.ended_on as endedOn'])
      .select(
        sql<number>`(select count(*)::integer from organisation o where o.parent_id = self.id and ${lasting} and ${visibleTo(standings)})`.as(
          'children',
        ),
      )
      .select(
        sql<
          string | null
        >`(select o.name from organisation o where o.id = self.parent_id and ${visibleTo(standings)})`.as('parentName'),
      )
      .innerJoin('organisation as self', 'self.id', 'o.id')
      .where(sql<boolean>`${lasting}`)
      .where(visibleTo(standings))
      .orderBy(sql`array_position(${[...ORDER]}::text[], o.kind)`)
      .orderBy('o.position')
      .orderBy('o.path')
      .limit(MOST);
    if (input.search) query = query.where('o.name', 'like', `%${input.search.replace(/[%_\\]/g, '\\$&')}%`);
    else
      query = input.parentId ? query.where('o.parent_id', '=', input.parentId) : query.where('o.parent_id', 'is', null);
    const rows = await query.execute();
    return rows.map((row) => ({ ...row, kind: row.kind as OrganisationKind, tree: row.tree as OrganisationTree }));
  }),
};
