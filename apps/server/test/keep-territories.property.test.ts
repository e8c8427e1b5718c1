import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROLES } from '@xiuzhi/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ofBulletin } from './every-bulletin-operation.ts';
import { addressOf, EVERY_FILE } from './every-file.ts';
import { EVERY_OPERATION } from './every-operation.ts';
import { openHouse, type OpenHouse } from './open-house.ts';
import { TEXT, type Book } from './add-book.ts';
import { dice, growProvince, type Person, type Province } from './random-province.ts';
import { office, type Operation, type Targets, type Tools } from './try-operation.ts';

const SIZE = { places: 40, persons: 42, others: 25, books: 20 };
const PATIENCE = 300_000;
/** Calls under way at once. */
const ABREAST = 6;
const REFUSED = new Set(['NOT_FOUND', 'NOT_ALLOWED', 'SIGN_IN_REQUIRED']);

/** Whether a call went through, or was refused for another reason than whose business it is. */
async function isLetIn(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (code === 'INTERNAL_SERVER_ERROR' || code === 'undefined') throw error;
    return !REFUSED.has(code);
  }
}

describe('a random province behind the wire', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const die = dice(seed);
  let house: OpenHouse;
  let province: Province;
  let tools: Tools;
  beforeAll(async () => {
    house = await openHouse();
    province = await growProvince(house, die, SIZE);
    const { chief } = province;
    tools = {
      db: house.db,
      version: async ({ id }) => (await chief.api.organisations.get({ id })).version,
    };
  }, PATIENCE);
  afterAll(() => house.close());

  const operations = Object.entries(EVERY_OPERATION).flatMap(([feature, all]) =>
    Object.entries(all as Record<string, Operation>).map(
      ([name, operation]) => [`${feature}.${name}`, operation] as const,
    ),
  );
  const targets = (): { [K in keyof Targets]: Targets[K][] } => ({
    place: [...province.places],
    person: [...province.others],
    post: province.others.flatMap((of) => of.posts.map((post) => ({ post, of }))),
    book: [...province.books],
  });

  it(
    'lets in whose business it is, and nobody else, whatever the operation',
    async () => {
      const wrong: string[] = [];
      const counts = { calls: 0, allowed: 0 };
      const all = targets();
      const attempts = province.persons.flatMap((person) =>
        operations.flatMap(([name, operation]) => attemptsOf(name, operation, person, all)),
      );
      const work = async (some: Iterable<Attempt>) => {
        for (const { name, person, call, theirs, of } of some) {
          const letIn = await isLetIn(call());
          counts.calls++;
          if (theirs) counts.allowed++;
          const posts = person.posts.map(({ role, days, place }) => `${role} ${days} ${place.kind}`).join(', ');
          if (letIn !== theirs) wrong.push(`${name} ${letIn ? 'lets in' : 'refuses'} ${posts} on ${of}`);
        }
      };
      const abreast = attempts.filter(({ isAlone }) => !isAlone).values();
      await Promise.all(Array.from({ length: ABREAST }, () => work(abreast)));
      await work(attempts.filter(({ isAlone }) => isAlone));
      expect(wrong, `seed ${seed}`).toEqual([]);
      expect(house.faults).toEqual([]);
      expect(counts.calls).toBeGreaterThan(3_000);
      expect(counts.allowed).toBeGreaterThan(500);
    },
    PATIENCE,
  );

  interface Attempt {
    readonly name: string;
    readonly person: Person;
    readonly call: () => Promise<unknown>;
    readonly theirs: boolean;
    readonly of: string;
    readonly isAlone: boolean;
  }
  /** One thing of all, and one of those that are the person's business where there is any. */
  function attemptsOf(
    name: string,
    operation: Operation,
    person: Person,
    all: { [K in keyof Targets]: Targets[K][] },
  ): Attempt[] {
    if (!('on' in operation)) {
      const { ask, theirs } = operation;
      return ask
        ? [
            {
              name,
              person,
              call: () => ask(person.api),
              theirs: theirs?.(person) ?? true,
              of: 'nothing',
              isAlone: false,
            },
          ]
        : [];
    }
    const { ask, theirs, isAlone } = operation as {
      isAlone?: true;
      ask: (api: Person['api'], target: unknown, tools: Tools) => Promise<unknown>;
      theirs: (person: Person, target: unknown) => boolean;
    };
    const things: readonly unknown[] = all[operation.on];
    const own = things.filter((thing) => theirs(person, thing));
    return [die.pick(things), ...(own.length > 0 ? [die.pick(own)] : [])].map((thing) => ({
      name,
      person,
      call: () => ask(person.api, thing, tools),
      theirs: theirs(person, thing),
      isAlone: isAlone === true,
      of: JSON.stringify(thing, (key, value: unknown) => (/^(parent|api|fetch|posts)$/.test(key) ? undefined : value)),
    }));
  }

  it(
    'lists exactly what it opens',
    async () => {
      const ids = (book: Book) => ({
        work: book.workId,
        letter: book.letter.id,
        task: book.task.id,
        sent: book.sent?.id,
        copy: book.dispatch.id,
        session: book.sessionId,
        issue: book.bulletin.signedId,
        item: book.bulletin.signedItemId,
      });
      const opens = (operation: Operation, person: Person, thing: unknown) =>
        (operation as { theirs: (person: Person, thing: unknown) => boolean }).theirs(person, thing);
      const { works, letters, tasks, organisations, dispatches, study, bulletins } = EVERY_OPERATION;
      const isOwn = ofBulletin(ROLES);
      const parents = province.places.filter((place) => province.places.some(({ parent }) => parent === place));
      for (const person of province.persons) {
        const { api } = person;
        const that = (operation: Operation, key: keyof ReturnType<typeof ids>) =>
          province.books.filter((book) => opens(operation, person, book)).map((book) => ids(book)[key]!);
        const listed = async (list: Promise<{ items: { id: string }[] }>) =>
          new Set((await list).items.map(({ id }) => id));
        expect(await listed(api.works.list({ limit: 200 }))).toEqual(new Set(that(works.get, 'work')));
        expect(await listed(api.letters.list({ limit: 200 }))).toEqual(new Set(that(letters.get, 'letter')));
        const boxes = await Promise.all([api.tasks.list({ limit: 200 }), api.tasks.list({ limit: 200, box: 'given' })]);
        expect(new Set(boxes.flatMap(({ items }) => items.map(({ id }) => id)))).toEqual(
          new Set(that(tasks.get, 'task')),
        );
        const copy = await Promise.all(
          (['received', 'sent', 'below'] as const).map((box) => listed(api.dispatches.list({ box, limit: 200 }))),
        );
        expect(new Set(copy.flatMap((one) => [...one]))).toEqual(new Set(that(dispatches.get, 'copy')));
        // Drafts, and what was read out of an issue before a person has confirmed it, are the issuing office's alone.
        const ownBooks = province.books.filter((book) => isOwn(person, book));
        const draftsOf = (key: 'draftId' | 'draftItemId') => ownBooks.map(({ bulletin }) => bulletin[key]);
        const issues = await listed(api.bulletins.list({ limit: 200 }));
        expect(issues).toEqual(new Set([...that(bulletins.get, 'issue'), ...draftsOf('draftId')]));
        const { items: hits } = await api.bulletins.search({ words: '甲乙', limit: 200 });
        expect(new Set(hits.map(({ itemId }) => itemId))).toEqual(
          new Set([...that(bulletins.cite, 'item'), ...draftsOf('draftItemId')]),
        );
        const facts = await listed(api.bulletins.listFacts({ limit: 200 }));
        expect(facts).toEqual(new Set(ownBooks.map(({ bulletin }) => bulletin.factId)));
        const { bulletin } = die.pick(province.books);
        const isTheirs = ownBooks.some((book) => book.bulletin === bulletin);
        expect(await isLetIn(api.bulletins.get({ id: bulletin.draftId }))).toBe(isTheirs);
        expect(await isLetIn(api.bulletins.cite({ id: bulletin.draftItemId }))).toBe(isTheirs);
        const seen = new Set((await api.bulletins.listSeries()).map(({ id }) => id));
        for (const book of province.books)
          expect([seen.has(book.bulletin.seriesId), seen.has(book.dispatch.seriesId)]).toEqual([
            opens(bulletins.get, person, book),
            office(person, ROLES, book.dispatch.to),
          ]);
        expect(await listed(api.study.list({ limit: 200 }))).toEqual(new Set(that(study.get, 'session')));
        const seenPlaces = new Set(
          province.places.filter((place) => opens(organisations.get, person, place)).map(({ id }) => id),
        );
        for (const { id } of [die.pick(parents), die.pick(parents), die.pick(parents)]) {
          const children = await api.accounts.listOrganisations({ parentId: id });
          const known = children.filter((child) => province.places.some((place) => place.id === child.id));
          const expected = province.places.filter((place) => place.parent?.id === id && seenPlaces.has(place.id));
          expect(new Set(known.map((child) => child.id))).toEqual(new Set(expected.map((place) => place.id)));
        }
      }
      expect(house.faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'hands files to whose business they are, and to nobody else',
    async () => {
      const sha256 = createHash('sha256').update(TEXT).digest('hex');
      const original = path.join(house.objectFolder, sha256.slice(0, 2), sha256);
      mkdirSync(path.dirname(original), { recursive: true });
      writeFileSync(original, TEXT);
      const wrong: string[] = [];
      let handed = 0;
      for (const person of province.persons.slice(0, 14))
        for (const [name, route] of Object.entries(EVERY_FILE)) {
          if (!route) continue;
          const own = province.books.filter((book) => route.theirs(person, book));
          for (const book of [die.pick(province.books), ...(own.length > 0 ? [die.pick(own)] : [])]) {
            const { status } = await person.fetch(addressOf(name, route.idOf(book)), { method: route.method });
            const letIn = ![401, 403, 404].includes(status);
            if (letIn) handed++;
            if (letIn !== route.theirs(person, book))
              wrong.push(
                `${name} ${status} ${person.posts.map(({ role, days, place }) => `${role} ${days} ${place.kind}`).join(', ')}`,
              );
          }
        }
      expect(wrong, `seed ${seed}`).toEqual([]);
      expect(handed).toBeGreaterThan(10);
      expect(house.faults).toEqual([]);
    },
    PATIENCE,
  );
});
