import { randomUUID } from 'node:crypto';

import type { Role } from '@xiuzhi/domain';

import type { Database, Tx } from '../../db/open-database.ts';

/** A person with posts as the wire shows them. */
export async function loadPerson(db: Database | Tx, personId: string) {
  const [person] = await loadPersons(db, [personId]);
  return person;
}

/** Persons with their posts, in the order of the ids; two statements however many. */
export async function loadPersons(db: Database | Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const persons = await db
    .selectFrom('person')
    .select(['id', 'name', 'display_name', 'active', 'created_at'])
    .where('id', 'in', ids)
    .execute();
  const posts = await db
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .select(['post.id', 'post.person_id', 'post.role', 'post.since', 'post.until'])
    .select(['organisation.id as organisation_id', 'organisation.name as organisation_name'])
    .where('post.person_id', 'in', ids)
    .orderBy('post.since', 'desc')
    .execute();
  const postsOf = Map.groupBy(posts, (post) => post.person_id);
  const byId = new Map(persons.map((person) => [person.id, person]));
  return ids.flatMap((id) => {
    const person = byId.get(id);
    if (!person) return [];
    return {
      id: person.id,
      name: person.name,
      displayName: person.display_name,
      active: person.active,
      createdAt: person.created_at.toISOString(),
      posts: (postsOf.get(id) ?? []).map((post) => ({
        id: post.id,
        role: post.role as Role,
        organisation: { id: post.organisation_id, name: post.organisation_name },
        since: post.since,
        until: post.until,
      })),
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

/** Inserts a person with a first post. */
export async function insertPerson(
  tx: Tx,
  person: { name: string; displayName: string; password: string; organisationId: string; role: Role; since: string },
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
  await tx
    .insertInto('post')
    .values({
      id: randomUUID(),
      person_id: id,
      organisation_id: person.organisationId,
      role: person.role,
      since: person.since,
    })
    .execute();
  return id;
}

/** Sets a password; `mustChange` where it is a one-time password. */
export async function setPassword(tx: Tx, personId: string, password: string, mustChange: boolean): Promise<void> {
  await tx
    .updateTable('person')
    .set({ password, must_change_password: mustChange })
    .where('id', '=', personId)
    .execute();
}
