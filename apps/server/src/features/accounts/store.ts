import { randomUUID } from 'node:crypto';

import type { Role } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { TODAY } from '../../db/today.ts';

/** A post as the wire shows it; days as `YYYY-MM-DD`. */
interface Post {
  readonly id: string;
  readonly role: Role;
  readonly title: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly since: string;
  readonly until: string | null;
}

/** A person with posts as the wire shows them. */
export async function loadPerson(db: Database | Tx, personId: string) {
  const [person] = await loadPersons(db, [personId]);
  return person;
}

/** Persons with their posts, in the order of the ids; one statement however many. */
export async function loadPersons(db: Database | Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'display_name', 'active', 'created_at'])
    .select(
      sql<Post[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', post.id, 'role', post.role, 'title', post.title,
          'organisation', jsonb_build_object('id', o.id, 'name', o.name), 'since', post.since, 'until', post.until)
          order by post.since desc, post.id), '[]')
        from post join organisation o on o.id = post.organisation_id where post.person_id = person.id)`.as('posts'),
    )
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      id: row.id,
      name: row.name,
      displayName: row.display_name,
      active: row.active,
      createdAt: row.created_at.toISOString(),
      posts: row.posts,
    };
  });
}

/** Name, password and state of the person with that sign-in name. */
export async function findByName(db: Database | Tx, name: string) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'password', 'active', 'must_change_password'])
    .where('name', '=', name)
    .executeTakeFirst();
}

/** Whether a person's password is still the hash that was looked at; locked, so that it stays so until the end of `tx`. */
export async function keepsPassword(tx: Tx, personId: string, password: string): Promise<boolean> {
  const person = await tx
    .selectFrom('person')
    .select('password')
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  return person?.password === password;
}

/** Inserts a person with a one-time password and a first post, from today where no day is given. */
export async function insertPerson(
  tx: Tx,
  person: {
    name: string;
    displayName: string;
    password: string;
    organisationId: string;
    role: Role;
    title?: string;
    since?: string;
  },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('person')
    .values({
      id,
      name: person.name,
      display_name: person.displayName,
      password: person.password,
      must_change_password: true,
    })
    .execute();
  await insertPost(tx, { ...person, personId: id });
  return id;
}

/** Inserts a post (岗位), from today where no day is given, and returns its id. */
export async function insertPost(
  tx: Tx,
  post: {
    personId: string;
    organisationId: string;
    role: Role;
    title?: string;
    since?: string;
    until?: string | null;
  },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('post')
    .values({
      id,
      person_id: post.personId,
      organisation_id: post.organisationId,
      role: post.role,
      title: post.title ?? '',
      since: post.since ?? TODAY,
      until: post.until ?? null,
    })
    .execute();
  return id;
}

/** A post with whose it is and where; undefined where there is none. */
export async function findPost(tx: Tx, postId: string) {
  const row = await tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .select(['post.person_id as personId', 'post.organisation_id as organisationId', 'post.role', 'post.title'])
    .select(['organisation.path as organisationPath', 'organisation.office_path as officePath'])
    .where('post.id', '=', postId)
    .executeTakeFirst();
  return row && { ...row, role: row.role as Role };
}

/** The days of a post as they stand, and the day on which it is handed over: today where none is given. */
export async function spanOnHandOver(tx: Tx, postId: string, on: string | undefined) {
  return tx
    .selectFrom('post')
    .select(['since', 'until'])
    .select(sql<string>`coalesce(${on ?? null}::date, ${TODAY})`.as('on'))
    .where('id', '=', postId)
    .executeTakeFirstOrThrow();
}

/** The post in which a person already is the same there over all those days; undefined where there is none. */
export async function findHeldPost(
  tx: Tx,
  post: {
    personId: string;
    organisationId: string;
    role: Role;
    title: string;
    since?: string;
    until: string | null;
  },
): Promise<string | undefined> {
  const held = await tx
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', post.personId)
    .where('organisation_id', '=', post.organisationId)
    .where('role', '=', post.role)
    .where('title', '=', post.title)
    .where('since', '<=', post.since ?? TODAY)
    .where(sql<boolean>`coalesce(until, 'infinity') >= coalesce(${post.until}::date, 'infinity')`)
    .limit(1)
    .executeTakeFirst();
  return held?.id;
}

/** Changes what people see of a person, or whether they may sign in. */
export async function updatePerson(
  tx: Tx,
  personId: string,
  change: { displayName?: string; active?: boolean },
): Promise<void> {
  await tx
    .updateTable('person')
    .set({
      ...(change.displayName === undefined ? {} : { display_name: change.displayName }),
      ...(change.active === undefined ? {} : { active: change.active }),
    })
    .where('id', '=', personId)
    .execute();
}

/**
 * Ends a post; `until` is its last day, yesterday where none is given, so that it gives nothing from now on. Ending never
 * lengthens a post. One that has had no full day yet is kept with yesterday as its only day: every post that was ever
 * given stays on record. Returns whether anything changed.
 */
export async function endPost(tx: Tx, postId: string, until: string | undefined): Promise<boolean> {
  const yesterday = sql<string>`${TODAY} - 1`;
  const last = sql<string>`least(until, greatest(${until ? sql`${until}::date` : yesterday}, least(since, ${yesterday})))`;
  const result = await tx
    .updateTable('post')
    .set({ since: sql<string>`least(since, ${last})`, until: last })
    .where('id', '=', postId)
    .where(sql<boolean>`until is distinct from ${last}`)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * Ends the posts at one organisation on the day before `on` and opens them again at another, for persons who are active
 * who may be the same there already; one that had not begun by then is simply given there. Returns old and new ids.
 */
export async function movePosts(tx: Tx, fromId: string, intoId: string, on: string): Promise<[string, string][]> {
  const posts = await tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.id', 'post.person_id as personId', 'post.role', 'post.title', 'post.since'])
    .select(['post.until', 'person.active'])
    .where('post.organisation_id', '=', fromId)
    .where(sql<boolean>`coalesce(post.until, 'infinity') >= ${on}::date`)
    .forUpdate()
    .execute();
  const moved: [string, string][] = [];
  for (const { id, personId, role, title, since, until, active } of posts) {
    if (since >= on) {
      await tx.updateTable('post').set({ organisation_id: intoId }).where('id', '=', id).execute();
      continue;
    }
    const open = { personId, organisationId: intoId, role: role as Role, title, since: on, until };
    await tx
      .updateTable('post')
      .set({ until: sql<string>`${on}::date - 1` })
      .where('id', '=', id)
      .execute();
    if (active) moved.push([id, (await findHeldPost(tx, open)) ?? (await insertPost(tx, open))]);
  }
  return moved;
}

/** Sets a password; `mustChange` where it is a one-time password. */
export async function setPassword(tx: Tx, personId: string, password: string, mustChange: boolean): Promise<void> {
  await tx
    .updateTable('person')
    .set({ password, must_change_password: mustChange })
    .where('id', '=', personId)
    .execute();
}
