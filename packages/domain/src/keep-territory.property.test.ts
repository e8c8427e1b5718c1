import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTIONS, type Action } from './action.ts';
import { mayHang, officePathOf, treeOf, ORGANISATION_KINDS, type OrganisationKind } from './organisation.ts';
import { mayAct, reachOf, type Permission, type Policy, type Standing, type Territory } from './permission.ts';
import { ROLES, type Role } from './role.ts';

/** A place as a land surveyor sees it: a piece of ground of its own, and the pieces of everything below it. */
interface Place {
  readonly kind: OrganisationKind;
  readonly parent: Place | null;
  readonly ground: symbol;
  readonly land: Set<symbol>;
  readonly territory: Territory;
}

interface Post {
  readonly place: Place;
  readonly role: Role;
  readonly days: 'over' | 'now' | 'to come';
}

interface World {
  readonly places: readonly Place[];
  readonly policy: Policy;
  readonly persons: readonly (readonly Post[])[];
  /** Things: where they belong, whether they are Party things, and the places they were sent up to. */
  readonly things: readonly { readonly place: Place; readonly isParty: boolean; readonly sentTo: readonly Place[] }[];
}

/** Keys of which one begins another, and of which children repeat their parent's: where prefixes go wrong. */
const KEYS = ['5', '51', '510', '5101', 'n1', 'n11', 'n111'];
const WORLDS = 360;
const PATIENCE = 60_000;
const LEAST_TRIPLES = 100_000;

function plant(parent: Place | null, kind: OrganisationKind, key: string): Place {
  const organisationPath = `${parent?.territory.organisationPath ?? ''}${key}/`;
  const above = parent && { kind: parent.kind, officePath: parent.territory.officePath };
  const officePath = above ? officePathOf(kind, organisationPath, above) : organisationPath;
  const ground = Symbol(key);
  for (let place = parent; place; place = place.parent) place.land.add(ground);
  return { kind, parent, ground, land: new Set([ground]), territory: { organisationPath, officePath } };
}

const index = fc.nat({ max: 1_000 });
const world: fc.Arbitrary<World> = fc
  .record({
    shape: fc.array(fc.tuple(index, fc.constantFrom(...ORGANISATION_KINDS), fc.constantFrom(...KEYS)), {
      minLength: 4,
      maxLength: 24,
    }),
    reaches: fc.array(fc.constantFrom('unit', 'below', 'office'), { minLength: 23, maxLength: 23 }),
    roles: fc.array(fc.subarray([...ROLES]), { minLength: 23, maxLength: 23 }),
    sentUp: fc.array(fc.boolean(), { minLength: 23, maxLength: 23 }),
    persons: fc.array(
      fc.array(fc.tuple(index, fc.constantFrom(...ROLES), fc.constantFrom('over', 'now', 'now', 'to come')), {
        maxLength: 3,
      }),
      { minLength: 2, maxLength: 4 },
    ),
    things: fc.array(fc.tuple(index, fc.boolean(), fc.array(index, { maxLength: 2 })), { minLength: 4, maxLength: 6 }),
  })
  .map(({ shape, reaches, roles, sentUp, persons, things }) => {
    const places = [plant(null, 'office', '5')];
    for (const [nth, kind, key] of shape) {
      const parents = places.filter((place) => mayHang(kind, place.kind));
      const parent = parents[nth % parents.length];
      const path = `${parent?.territory.organisationPath ?? ''}${key}/`;
      if (parent && !places.some((place) => place.territory.organisationPath === path))
        places.push(plant(parent, kind, key));
    }
    const at = (nth: number) => places[nth % places.length]!;
    const permission = (nth: number): Permission => ({
      roles: roles[nth % roles.length]!,
      reach: reaches[nth % reaches.length]!,
      ...(sentUp[nth % sentUp.length] ? { sentUp: true } : {}),
    });
    return {
      places,
      policy: Object.fromEntries(ACTIONS.map((action, nth) => [action, permission(nth)])) as unknown as Policy,
      persons: persons.map((posts) => posts.map(([nth, role, days]) => ({ place: at(nth), role, days }))),
      things: things.map(([nth, isParty, sent]) => ({
        place: at(nth),
        isParty: isParty && treeOf(at(nth).kind) === 'party',
        sentTo: sent.map(at).filter(({ kind }) => kind === 'office'),
      })),
    };
  });

/** Whose business a place does: a unit its parent's, a Party branch that of the committee above it. */
function officeOf(place: Place): Place {
  const shares =
    place.kind === 'internalUnit' || (place.kind === 'partyOrganisation' && place.parent?.kind === 'partyOrganisation');
  return shares ? officeOf(place.parent!) : place;
}

/** The rule as one would tell it to a person, on the ground and without a path. */
function isTheirs(world: World, posts: readonly Post[], action: Action, thing: World['things'][number]): boolean {
  const { roles, reach, sentUp } = world.policy[action];
  return posts.some(({ place, role, days }) => {
    if (days !== 'now' || !roles.includes(role)) return false;
    if ((treeOf(place.kind) === 'party') !== thing.isParty) return false;
    if (reach === 'unit') return place.land.has(thing.place.ground);
    if (reach === 'below') return officeOf(place).land.has(thing.place.ground);
    return (
      officeOf(place) === officeOf(thing.place) ||
      (sentUp === true && thing.sentTo.some((to) => to === officeOf(place)))
    );
  });
}

const standingsOf = (posts: readonly Post[]): Standing[] =>
  posts
    .filter(({ days }) => days === 'now')
    .map(({ place, role }) => ({
      role,
      ...place.territory,
      ...(treeOf(place.kind) === 'party' ? { tree: 'party' } : {}),
    }));
const territoryOf = ({ place, isParty, sentTo }: World['things'][number]): Territory => ({
  ...place.territory,
  ...(isParty ? { tree: 'party' } : {}),
  sentTo: sentTo.map((to) => to.territory.officePath),
});

describe('any person, operation and object over any tree', () => {
  it(
    'leaks nothing and withholds nothing',
    () => {
      const counts = { triples: 0, allowed: 0, sentUp: 0, party: 0, partner: 0 };
      fc.assert(
        fc.property(world, (made) => {
          for (const posts of made.persons)
            for (const thing of made.things) {
              const [standings, territory] = [standingsOf(posts), territoryOf(thing)];
              for (const action of ACTIONS) {
                const theirs = isTheirs(made, posts, action, thing);
                // An expectation a hundred thousand times over would take longer than what it looks at.
                if (mayAct(made.policy, standings, action, territory) !== theirs)
                  expect({ action, theirs }).toBe('held');
                counts.triples++;
                if (!theirs) continue;
                counts.allowed++;
                if (thing.isParty) counts.party++;
                if (thing.place.kind === 'partner') counts.partner++;
                if (!isTheirs(made, posts, action, { ...thing, sentTo: [] })) counts.sentUp++;
              }
            }
        }),
        { numRuns: WORLDS },
      );
      expect(counts.triples).toBeGreaterThanOrEqual(LEAST_TRIPLES);
      // Worlds in which nothing of a kind is ever allowed would prove nothing about it.
      for (const [name, count] of Object.entries(counts)) expect(count, name).toBeGreaterThan(20);
    },
    PATIENCE,
  );

  it(
    'lists of the office tree hold exactly what each of them may be opened',
    () => {
      fc.assert(
        fc.property(world, ({ places, policy, persons }) => {
          for (const posts of persons)
            for (const action of ACTIONS) {
              const standings = standingsOf(posts);
              const paths = reachOf(policy, standings, action);
              for (const { territory } of places) {
                const listed =
                  policy[action].reach === 'office'
                    ? paths.includes(territory.officePath)
                    : paths.some((path) => territory.organisationPath.startsWith(path));
                expect(listed).toBe(mayAct(policy, standings, action, territory));
              }
            }
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE,
  );

  it(
    'gives a partner nothing but itself, and a Party post no office business',
    () => {
      fc.assert(
        fc.property(world, (made) => {
          for (const place of made.places) {
            const isParty = treeOf(place.kind) === 'party';
            if (place.kind !== 'partner' && !isParty) continue;
            for (const role of ROLES)
              for (const other of made.places)
                for (const action of ACTIONS) {
                  const posts: Post[] = [{ place, role, days: 'now' }];
                  const may = mayAct(made.policy, standingsOf(posts), action, other.territory);
                  if (may) expect([place.kind, other]).toEqual(['partner', place]);
                }
          }
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE,
  );
});
