import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTIONS } from './action.ts';
import { actionsOf, mayAct, reachOf, type Policy, type Standing, type Territory } from './permission.ts';
import { ROLES, type Role } from './role.ts';

/** An organisation as a plain tree: paths and prefixes are what is being tested, so nothing here uses them. */
interface Node {
  readonly parent: Node | null;
  readonly isUnit: boolean;
  readonly territory: Territory;
}

interface World {
  readonly nodes: readonly Node[];
  readonly policy: Policy;
  readonly posts: readonly { readonly node: Node; readonly role: Role }[];
}

/** Keys of which one begins another, and of which children repeat their parent's: where prefixes go wrong. */
const KEYS = ['5', '51', '510', '5101', '51010', 'u1', 'u11'];

const world: fc.Arbitrary<World> = fc
  .record({
    shape: fc.array(fc.record({ parent: fc.nat(), key: fc.nat(KEYS.length - 1), isUnit: fc.boolean() }), {
      minLength: 1,
      maxLength: 14,
    }),
    reaches: fc.array(fc.constantFrom('unit', 'below', 'office'), {
      minLength: ACTIONS.length,
      maxLength: ACTIONS.length,
    }),
    roles: fc.array(fc.subarray([...ROLES]), { minLength: ACTIONS.length, maxLength: ACTIONS.length }),
    posts: fc.array(fc.record({ node: fc.nat(), role: fc.constantFrom(...ROLES) }), { maxLength: 3 }),
  })
  .map(({ shape, reaches, roles, posts }) => {
    const nodes: Node[] = [];
    for (const { parent: nth, key, isUnit } of shape) {
      const parent = nodes.length === 0 ? null : nodes[nth % nodes.length]!;
      const organisationPath = `${parent?.territory.organisationPath ?? ''}${KEYS[key]}/`;
      if (nodes.some((node) => node.territory.organisationPath === organisationPath)) continue;
      const officePath = parent && isUnit ? parent.territory.officePath : organisationPath;
      nodes.push({ parent, isUnit: parent !== null && isUnit, territory: { organisationPath, officePath } });
    }
    return {
      nodes,
      policy: Object.fromEntries(
        ACTIONS.map((action, index) => [action, { roles: roles[index]!, reach: reaches[index]! }]),
      ) as unknown as Policy,
      posts: posts.map(({ node, role }) => ({ node: nodes[node % nodes.length]!, role })),
    };
  });

const officeOf = (node: Node): Node => (node.isUnit ? officeOf(node.parent!) : node);
const isWithin = (node: Node | null, top: Node): boolean =>
  node !== null && (node === top || isWithin(node.parent, top));
const standingsOf = (posts: World['posts']): Standing[] => posts.map(({ node, role }) => ({ role, ...node.territory }));

/** The permission as one would explain it to a person. */
function isAllowed({ policy, posts }: World, action: (typeof ACTIONS)[number], node: Node): boolean {
  const { roles, reach } = policy[action];
  return posts.some((post) => {
    if (!roles.includes(post.role)) return false;
    if (reach === 'unit') return isWithin(node, post.node);
    if (reach === 'below') return isWithin(node, officeOf(post.node));
    return officeOf(node) === officeOf(post.node);
  });
}

const everywhere = (check: (world: World, standings: Standing[]) => void) =>
  fc.assert(
    fc.property(world, (made) => check(made, standingsOf(made.posts))),
    { numRuns: 400 },
  );

describe('permissions over any tree, posts and policy', () => {
  it('allow an action exactly where the plain definition does', () => {
    let allowed = 0;
    let refused = 0;
    everywhere((made, standings) => {
      for (const node of made.nodes)
        for (const action of ACTIONS) {
          const expected = isAllowed(made, action, node);
          expect(mayAct(made.policy, standings, action, node.territory)).toBe(expected);
          if (expected) allowed++;
          else refused++;
        }
    });
    // Worlds in which nothing is ever allowed would prove nothing.
    expect(Math.min(allowed, refused)).toBeGreaterThan(1_000);
  });

  it('reach exactly the organisations on which they allow the action', () => {
    everywhere(({ policy, nodes }, standings) => {
      for (const action of ACTIONS) {
        const paths = reachOf(policy, standings, action);
        expect(new Set(paths).size).toBe(paths.length);
        for (const { territory } of nodes) {
          const reached =
            policy[action].reach === 'office'
              ? paths.includes(territory.officePath)
              : paths.some((path) => territory.organisationPath.startsWith(path));
          expect(reached).toBe(mayAct(policy, standings, action, territory));
        }
      }
    });
  });

  it('allow nothing above the office of the post, nothing beside it, and nothing at all without a post', () => {
    everywhere(({ policy, nodes, posts }) => {
      for (const action of ACTIONS)
        for (const node of nodes) {
          expect(mayAct(policy, [], action, node.territory)).toBe(false);
          for (const post of posts)
            if (!isWithin(node, officeOf(post.node)))
              expect(mayAct(policy, standingsOf([post]), action, node.territory)).toBe(false);
        }
    });
  });

  it('do not grow by a post that the policy does not name, and never shrink by another post', () => {
    everywhere(({ policy, nodes, posts }, standings) => {
      for (const action of ACTIONS)
        for (const { territory } of nodes) {
          const all = mayAct(policy, standings, action, territory);
          const each = posts.map((post) => mayAct(policy, standingsOf([post]), action, territory));
          expect(all).toBe(each.includes(true));
          for (const { role } of posts.filter((post) => !policy[action].roles.includes(post.role)))
            expect(mayAct(policy, [{ role, ...territory }], action, territory)).toBe(false);
        }
    });
  });

  it('show in the menus what they allow somewhere', () => {
    everywhere(({ policy, nodes }, standings) => {
      const somewhere = ACTIONS.filter((action) =>
        nodes.some(({ territory }) => mayAct(policy, standings, action, territory)),
      );
      expect(new Set(actionsOf(policy, standings))).toEqual(new Set(somewhere));
    });
  });
});
