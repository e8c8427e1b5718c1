import { randomUUID } from 'node:crypto';

import { officePathOf, treeOf, type OrganisationKind } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Tx } from '../../db/open-database.ts';

/** An organisation as changes need it. */
export interface Organisation {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: OrganisationKind;
  readonly organisationPath: string;
  readonly officePath: string;
  readonly version: number;
  readonly endedOn: string | null;
}

/** Any number, so long as every node uses the same: the tree is reshaped by one at a time. */
const LOCK = 7_308_1005;

/** Holds the shape of the tree (机构树) still until the end of `tx`. */
export async function lockTree(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

/** Locks an organisation until the end of `tx`; undefined where there is none. */
export async function lockOrganisation(tx: Tx, id: string): Promise<Organisation | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .select(['id', 'parent_id as parentId', 'kind', 'path as organisationPath', 'office_path as officePath'])
    .select(['version', 'ended_on as endedOn'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as OrganisationKind };
}

/** Inserts an organisation below `parent`, the last of its kind there unless its region code says otherwise. */
export async function insertOrganisation(
  tx: Tx,
  parent: Organisation,
  made: { kind: OrganisationKind; name: string; regionCode: string | null; recordedBy: string },
): Promise<string> {
  const id = randomUUID();
  const path = `${parent.organisationPath}${made.regionCode ?? (await drawKey(tx))}/`;
  await tx
    .insertInto('organisation')
    .values({
      id,
      parent_id: parent.id,
      name: made.name,
      kind: made.kind,
      tree: treeOf(made.kind),
      region_code: made.regionCode,
      path,
      office_path: officePathOf(made.kind, path, parent),
      position: made.regionCode ? Number(made.regionCode) : nextPosition(parent.id),
    })
    .execute();
  await tx
    .insertInto('organisation_name')
    .values({ organisation_id: id, name: made.name, recorded_by: made.recordedBy })
    .execute();
  return id;
}

/** Whether something that lasts hangs at the same parent under the same name. */
export async function hasNamesake(tx: Tx, id: string): Promise<boolean> {
  const namesake = await tx
    .selectFrom('organisation as one')
    .innerJoin('organisation as other', 'other.parent_id', 'one.parent_id')
    .select('other.id')
    .where('one.id', '=', id)
    .whereRef('other.id', '<>', 'one.id')
    .whereRef('other.name', '=', 'one.name')
    .where('other.ended_on', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return namesake !== undefined;
}

async function drawKey(tx: Tx): Promise<string> {
  const { rows } = await sql<{ key: string }>`select nextval('organisation_key')::text as key`.execute(tx);
  return `n${rows[0]!.key}`;
}

const nextPosition = (parentId: string) =>
  sql<number>`(select coalesce(max(position), 0) + 1 from organisation where parent_id = ${parentId})`;

/**
 * Records a name from `since` on (改名), null for the earliest; a name that already begins on that day is corrected, the
 * one before it ends the day before. The name of today is the one without an end.
 */
export async function recordName(
  tx: Tx,
  named: { id: string; name: string; since: string | null; recordedBy: string },
): Promise<void> {
  const { id, name, since, recordedBy } = named;
  const corrected = await sql`
    update organisation_name set name = ${name}, recorded_by = ${recordedBy}, recorded_at = now()
    where organisation_id = ${id} and coalesce(since, '-infinity') = coalesce(${since}::date,
      (select min(coalesce(since, '-infinity')) from organisation_name where organisation_id = ${id}))`.execute(tx);
  if (corrected.numAffectedRows === 0n) {
    await sql`
      update organisation_name set until = ${since}::date - 1
      where organisation_id = ${id} and coalesce(since, '-infinity') < ${since}::date
        and coalesce(until, 'infinity') >= ${since}::date`.execute(tx);
    await sql`
      insert into organisation_name (organisation_id, name, since, until, recorded_by)
      select ${id}, ${name}, ${since}::date, min(since) - 1, ${recordedBy} from organisation_name
      where organisation_id = ${id} and since > ${since}::date`.execute(tx);
  }
  await sql`
    update organisation set version = version + 1,
      name = (select name from organisation_name where organisation_id = ${id} and until is null)
    where id = ${id}`.execute(tx);
}

/**
 * Hangs an organisation, with all below it, at another parent (移动): every path of the subtree in one statement. Where it
 * stood is kept for who reads the audit of then.
 */
export async function moveOrganisation(tx: Tx, moved: Organisation, parent: Organisation): Promise<void> {
  const old = moved.organisationPath;
  await keepFormerPaths(tx, old);
  const key = old.split('/').at(-2)!;
  const taken = await tx
    .selectFrom('organisation')
    .select('id')
    .where('path', '=', `${parent.organisationPath}${key}/`)
    .executeTakeFirst();
  const path = `${parent.organisationPath}${taken ? await drawKey(tx) : key}/`;
  await sql`
    update organisation set
      path = ${path} || substr(path, ${old.length + 1}::integer),
      office_path = case when office_path = ${moved.officePath} then ${officePathOf(moved.kind, path, parent)}
        else ${path} || substr(office_path, ${old.length + 1}::integer) end,
      parent_id = case when id = ${moved.id} then ${parent.id}::uuid else parent_id end,
      position = case when id = ${moved.id} and region_code is null then ${nextPosition(parent.id)} else position end,
      version = version + case when id = ${moved.id} then 1 else 0 end
    where starts_with(path, ${old})`.execute(tx);
}

/**
 * Ends an organisation and hangs whatever hung at it at the one it was merged into (合并); `on` is the first day without
 * it. Its audit of then is read where it went.
 */
export async function mergeOrganisation(tx: Tx, from: Organisation, into: Organisation, on: string): Promise<void> {
  const old = from.organisationPath;
  await keepFormerPaths(tx, old);
  await sql`
    insert into organisation_former_path (organisation_id, path)
    select ${into.id}::uuid, path from organisation_former_path where organisation_id = ${from.id}
    on conflict do nothing`.execute(tx);
  await sql`
    update organisation set
      path = ${into.organisationPath} || substr(path, ${old.length + 1}::integer),
      office_path = case when office_path = ${from.officePath} then ${into.officePath}
        else ${into.organisationPath} || substr(office_path, ${old.length + 1}::integer) end,
      parent_id = case when parent_id = ${from.id} then ${into.id}::uuid else parent_id end
    where starts_with(path, ${old}) and path <> ${old}`.execute(tx);
  await sql`
    update organisation set ended_on = ${on}::date - 1, successor_id = ${into.id}, version = version + 1
    where id = ${from.id}`.execute(tx);
}

async function keepFormerPaths(tx: Tx, path: string): Promise<void> {
  await sql`
    insert into organisation_former_path (organisation_id, path)
    select id, path from organisation where starts_with(path, ${path}) on conflict do nothing`.execute(tx);
}
