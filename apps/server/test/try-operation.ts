import type { contract } from '@xiuzhi/contract';
import { treeOf, type Role } from '@xiuzhi/domain';

import type { Database } from '../src/db/open-database.ts';
import type { Visitor } from './open-house.ts';
import type { Book } from './add-book.ts';
import { isWithin, officeOf, type Place } from './place.ts';
import type { Person, Post } from './random-province.ts';

/** The typed client of a person. */
export type Api = Visitor['api'];
/** Roles that an operation asks for. */
export type Roles = readonly Role[];

/** Posts held today that do office business in one of these roles. */
export const held = (person: Person, roles: Roles): Post[] =>
  person.posts.filter(
    ({ days, role, place }) => days === 'held' && roles.includes(role) && treeOf(place.kind) === 'office',
  );
/** The person's own organisation and all below. */
export const unit = (person: Person, roles: Roles, place: Place) =>
  held(person, roles).some((post) => isWithin(place, post.place));
/** Their office and all below. */
export const below = (person: Person, roles: Roles, place: Place) =>
  held(person, roles).some((post) => isWithin(place, officeOf(post.place)));
/** Their office alone. */
export const office = (person: Person, roles: Roles, place: Place) =>
  held(person, roles).some((post) => officeOf(post.place) === officeOf(place));
/** What there is to do something to. */
export interface Targets {
  place: Place;
  person: Person;
  post: { post: Post; of: Person };
  book: Book;
}

/** An operation on a thing: how it is asked for so that nothing changes, and whose business it is. */
export interface Try<K extends keyof Targets> {
  readonly on: K;
  readonly ask: (api: Api, target: Targets[K], tools: Tools) => Promise<unknown>;
  readonly theirs: (person: Person, target: Targets[K]) => boolean;
  /** True where the thing is away, or sent up, for a moment: nobody else may ask for it meanwhile. */
  readonly isAlone?: true;
}
/** An operation on no thing in particular: who may, where not everybody; what it lists is compared with what may be opened. */
export interface Plain {
  readonly ask: ((api: Api) => Promise<unknown>) | null;
  readonly theirs?: (person: Person) => boolean;
}
/** What a try needs beside the client: the rows themselves, and versions of organisations. */
export interface Tools {
  readonly db: Database;
  readonly version: (place: Place) => Promise<number>;
}
/** An operation, on a thing or on none. */
export type Operation = Plain | { readonly [K in keyof Targets]: Try<K> }[keyof Targets];
/** Every operation of the wire by feature and name. */
export type Table = {
  readonly [F in keyof typeof contract]: { readonly [O in keyof (typeof contract)[F]]: Operation };
};

/** Not tried: the business of whoever is signed in, or of nobody yet. */
export const own: Plain = { ask: null };
/** An operation on no thing in particular. */
export const plain = (
  ask: (api: Api) => Promise<unknown>,
  theirs: (person: Person) => boolean = () => true,
): Plain => ({
  ask,
  theirs,
});
/** An operation on an organisation. */
export const onPlace = (ask: Try<'place'>['ask'], theirs: Try<'place'>['theirs']): Try<'place'> => ({
  on: 'place',
  ask,
  theirs,
});
/** An operation on a person. */
export const onPerson = (ask: Try<'person'>['ask'], theirs: Try<'person'>['theirs']): Try<'person'> => ({
  on: 'person',
  ask,
  theirs,
});
/** An operation on a post. */
export const onPost = (ask: Try<'post'>['ask'], theirs: Try<'post'>['theirs']): Try<'post'> => ({
  on: 'post',
  ask,
  theirs,
});
/** An operation on a book, or on what was sent, written or issued beside it. */
export const onBook = (ask: Try<'book'>['ask'], theirs: Try<'book'>['theirs']): Try<'book'> => ({
  on: 'book',
  ask,
  theirs,
});
/** The same, while nobody else asks for the thing. */
export const alone = (one: Try<'book'>): Try<'book'> => ({ ...one, isAlone: true });
/** A version nobody has: whoever may is told that it is stale, and nothing changes. */
export const STALE = 999_999;
