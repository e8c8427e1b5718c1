import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { sql } from 'kysely';

import { requireCaller, type Context } from '../../http/context.ts';

const os = implement(contract.accounts).$context<Context>();

const MOST = 300;

/** The organisation tree (机构树), level by level or by name: internal units, affiliated institutions, offices by code. */
export const organisationHandlers = {
  listOrganisations: os.listOrganisations.handler(async ({ input, context }) => {
    requireCaller(context);
    let query = context.db
      .selectFrom('organisation as o')
      .select(['o.id', 'o.name', 'o.kind', 'o.region_code as regionCode', 'o.parent_id as parentId'])
      .select(({ selectFrom }) =>
        selectFrom('organisation as c')
          .whereRef('c.parent_id', '=', 'o.id')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .as('children'),
      )
      .orderBy(sql`array_position(array['internalUnit', 'affiliatedInstitution', 'office'], o.kind)`)
      .orderBy('o.position')
      .orderBy('o.path')
      .limit(MOST);
    if (input.search) query = query.where('o.name', 'like', `%${input.search.replace(/[%_\\]/g, '\\$&')}%`);
    else
      query = input.parentId ? query.where('o.parent_id', '=', input.parentId) : query.where('o.parent_id', 'is', null);
    const rows = await query.execute();
    return rows.map((row) => ({
      ...row,
      kind: row.kind as 'office' | 'internalUnit' | 'affiliatedInstitution',
      children: row.children ?? 0,
    }));
  }),
};
