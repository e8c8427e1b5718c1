import { mayHang, ORGANISATION_KINDS, ROLES, type Role } from '@xiuzhi/domain';

import { openSession } from '../src/features/accounts/sessions.ts';
import { NO_PASSWORD } from '../src/features/accounts/password.ts';
import { insertPerson, insertPost, setPassword } from '../src/features/accounts/store.ts';
import { SESSION_COOKIE } from '../src/http/identify.ts';
import { addBook, type Book } from './add-book.ts';
import { visitServer, type OpenHouse, type Visitor } from './open-house.ts';
import { isWithin, officeOf, type Place } from './place.ts';

export interface Post {
  id: string;
  place: Place;
  readonly role: Role;
  readonly days: 'held' | 'over' | 'later';
}

export interface Person {
  readonly id: string;
  readonly posts: readonly Post[];
  readonly api: Visitor['api'];
  readonly fetch: Visitor['fetch'];
}

export interface Province {
  readonly places: readonly Place[];
  readonly persons: readonly Person[];
  /** People that nobody signs in as: to be managed. */
  readonly others: readonly Person[];
  readonly books: readonly Book[];
  readonly chief: Visitor;
}

/** Random numbers that a seed repeats (mulberry32). */
export function dice(seed: number) {
  let state = seed;
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
  return { roll, pick: <T>(from: readonly T[]): T => from[roll(from.length)]! };
}

type Dice = ReturnType<typeof dice>;

/** Grows a province of so many places, moves and merges some of them, and peoples it; everything through the server. */
export async function growProvince(
  house: OpenHouse,
  { roll, pick }: Dice,
  size: { places: number; persons: number; others: number; books: number },
): Promise<Province> {
  const chief = await house.join('administrator', '510000/');
  const rootOf = await house.db
    .selectFrom('organisation')
    .select(['id'])
    .where('path', '=', '510000/')
    .executeTakeFirstOrThrow();
  const root: Place = { id: rootOf.id, kind: 'office', parent: null };
  const places = [root];
  while (places.length < size.places) {
    const kind = pick([...ORGANISATION_KINDS, 'office', 'office', 'internalUnit'] as const);
    const parent = pick(places.filter((place) => mayHang(kind, place.kind)));
    if (!parent) continue;
    const made = { parentId: parent.id, kind, name: `机构${places.length}` };
    places.push({ id: (await chief.api.organisations.create(made)).id, kind, parent });
  }
  const version = async (place: Place) => (await chief.api.organisations.get({ id: place.id })).version;
  for (let moves = 0; moves < size.places / 5; moves++) {
    const place = pick(places.slice(1));
    const parent = pick(places.filter((to) => mayHang(place.kind, to.kind) && !isWithin(to, place)));
    await chief.api.organisations.move({ id: place.id, version: await version(place), parentId: parent.id });
    place.parent = parent;
  }

  const people = async (count: number, prefix: string): Promise<Person[]> => {
    const persons: Person[] = [];
    for (let nth = 0; nth < count; nth++) {
      const draw = () => ({
        place: pick(places),
        role: pick(ROLES),
        days: pick(['held', 'held', 'held', 'over', 'later'] as const),
      });
      persons.push(await settle(house, `${prefix}${nth}`, Array.from({ length: 1 + roll(2) }, draw)));
    }
    return persons;
  };
  const persons = await people(size.persons, 'caller');
  const others = await people(size.others, 'other');
  const books: Book[] = [];
  const homes = places.filter(({ kind }) => kind !== 'partyOrganisation');
  while (books.length < size.books) {
    const place = pick(homes);
    const above: Place[] = [];
    for (let up = officeOf(place).parent; up; up = up.parent) above.push(officeOf(up));
    const sent =
      above.length > 0 && roll(4) > 0
        ? { to: pick(above), how: pick(['open', 'open', 'returned', 'withdrawn'] as const) }
        : null;
    const way = { sent, copyTo: above.length > 0 ? pick(above) : root, isLetterDraft: roll(2) === 0 };
    books.push(await addBook(house, chief, place, { ...way, isCirculated: roll(2) === 0 }));
  }

  // Last of all a merger, which carries works and posts over.
  const mayTake = (into: Place, from: Place) =>
    into.kind === from.kind && !isWithin(into, from) && (officeOf(from) === from || officeOf(from) === officeOf(into));
  const from = pick(places.slice(1).filter((one) => places.some((into) => mayTake(into, one))));
  const into = pick(places.filter((one) => mayTake(one, from)));
  if (
    !books.some(({ sent, letter, task, opinion, dispatch, bulletin }) =>
      [sent?.to, letter.by, task.by, opinion.by, dispatch.to, bulletin.by].includes(from),
    )
  ) {
    await chief.api.organisations.merge({
      id: from.id,
      version: await version(from),
      intoId: into.id,
      on: '2024-01-01',
    });
    for (const place of places) if (place.parent === from) place.parent = into;
    for (const person of [...persons, ...others])
      for (const post of person.posts)
        if (post.place === from && post.days !== 'over') await follow(house, person, post, into);
    for (const book of books) if (book.place === from) Object.assign(book, { place: into });
    places.splice(places.indexOf(from), 1);
  }
  return { places, persons, others, books, chief };
}

/** A post that was held goes on as another one at the organisation it was merged into. */
async function follow(house: OpenHouse, person: Person, post: Post, into: Place): Promise<void> {
  const { id } = await house.db
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', person.id)
    .where('organisation_id', '=', into.id)
    .where('role', '=', post.role)
    .where('until', '=', '2099-12-31')
    .executeTakeFirstOrThrow();
  Object.assign(post, { id, place: into });
}

async function settle(house: OpenHouse, name: string, drawn: readonly Omit<Post, 'id'>[]): Promise<Person> {
  return house.db.transaction().execute(async (tx) => {
    const posts = drawn.map(({ place, role, days }) => ({
      place,
      role,
      days,
      since: days === 'later' ? '2090-01-01' : '2020-01-01',
      // Nobody's post is without an end, so that ending and handing over can be asked for and change nothing.
      until: days === 'over' ? '2021-01-01' : '2099-12-31',
    }));
    const [first, ...more] = posts;
    const person = {
      name,
      displayName: name,
      password: NO_PASSWORD,
      organisationId: first!.place.id,
      role: first!.role,
    };
    const id = await insertPerson(tx, { ...person, since: first!.since });
    await setPassword(tx, id, NO_PASSWORD, false);
    await tx.updateTable('post').set({ until: first!.until }).where('person_id', '=', id).execute();
    const given = await tx.selectFrom('post').select('id').where('person_id', '=', id).executeTakeFirstOrThrow();
    const ids = [given.id];
    for (const { place, role, since, until } of more)
      ids.push(await insertPost(tx, { personId: id, organisationId: place.id, role, since, until }));
    const secret = await openSession(tx, id);
    const { api, fetch } = visitServer(house.url, `${SESSION_COOKIE}=${secret}`);
    return { id, api, fetch, posts: posts.map(({ place, role, days }, nth) => ({ id: ids[nth]!, place, role, days })) };
  });
}
