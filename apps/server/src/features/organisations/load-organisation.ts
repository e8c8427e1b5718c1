import type { OrganisationKind, OrganisationTree } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database } from '../../db/open-database.ts';
import { TODAY } from '../../db/today.ts';
import { visibleTo } from '../../db/visible-organisations.ts';
import { may, type Caller } from '../../http/context.ts';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

/** What stands above and below one. */
interface Around {
  readonly ancestors: Place[];
  readonly children: number;
  readonly organisations: number;
  readonly posts: number;
  readonly works: number;
}

/** One organisation in full (机构详情) as the caller sees it; undefined where they do not. Two statements. */
export async function loadOrganisation(db: Database, caller: Caller, id: string) {
  const row = await db
    .selectFrom('organisation as o')
    .leftJoin('organisation as parent', 'parent.id', 'o.parent_id')
    .select(['o.id', 'o.name', 'o.kind', 'o.tree', 'o.region_code', 'o.parent_id', 'o.version', 'o.ended_on'])
    .select(['o.path', 'o.office_path', 'parent.path as parent_path', 'parent.office_path as parent_office_path'])
    .select(
      sql<
        { name: string; since: string | null; until: string | null; recordedAt: string }[]
      >`(select jsonb_agg(jsonb_build_object('name', n.name, 'since', n.since, 'until', n.until, 'recordedAt', n.recorded_at)
        order by n.since desc nulls last) from organisation_name n where n.organisation_id = o.id)`.as('names'),
    )
    .select(
      sql<Place | null>`(select jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind)
        from organisation s where s.id = o.successor_id)`.as('successor'),
    )
    .where('o.id', '=', id)
    .where(visibleTo(caller.standings))
    .executeTakeFirst();
  if (!row) return undefined;
  const lasts = row.ended_on === null;
  const change =
    lasts && may(caller, 'organisations.manage', { organisationPath: row.path, officePath: row.office_path });
  const move =
    change &&
    row.parent_path !== null &&
    may(caller, 'organisations.manage', { organisationPath: row.parent_path, officePath: row.parent_office_path! });
  const { rows: around } = await sql<Around>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by length(o.path)), '[]')
        from organisation o where starts_with(${row.path}, o.path) and o.id <> ${id} and ${visibleTo(caller.standings)})
        as ancestors,
      (select count(*) from organisation o where o.parent_id = ${id} and o.ended_on is null
        and ${visibleTo(caller.standings)}) as children,
      (select count(*) from organisation where starts_with(path, ${row.path}) and path <> ${row.path}
        and ended_on is null) as organisations,
      (select count(*) from post join organisation at on at.id = post.organisation_id
        where starts_with(at.path, ${row.path}) and post.since <= ${TODAY}
          and coalesce(post.until, 'infinity') >= ${TODAY}) as posts,
      (select count(*) from work join organisation at on at.id = work.organisation_id
        where starts_with(at.path, ${row.path})) as works`.execute(db);
  const { ancestors, children, ...holds } = around[0]!;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as OrganisationKind,
    tree: row.tree as OrganisationTree,
    regionCode: row.region_code,
    parentId: row.parent_id,
    endedOn: row.ended_on,
    children,
    version: row.version,
    parentName: ancestors.at(-1)?.name ?? null,
    ancestors,
    names: (row.names ?? []).map((name) => ({ ...name, recordedAt: new Date(name.recordedAt).toISOString() })),
    successor: row.successor,
    // How many people and works another office has is its own business.
    holds: change ? holds : null,
    may: { change, move },
  };
}
