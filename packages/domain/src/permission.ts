import type { Action } from './action.ts';
import type { Role } from './role.ts';

/**
 * How far a permission reaches from the post it comes from, along the organisation path:
 * `unit` the post's own organisation and all below; `below` its office and all offices below (what a superior sees of
 * its counties); `office` only the office it works in (machine findings stay with the office that works on the text).
 */
export type Reach = 'unit' | 'below' | 'office';

/** One line of a policy file: which roles may, and how far. */
export interface Permission {
  readonly roles: readonly Role[];
  readonly reach: Reach;
  /** With reach `office`: also the offices that the thing was sent up to (送审). */
  readonly sentUp?: true;
}

/** A policy: every action with who may do it. */
export type Policy = Readonly<Record<Action, Permission>>;

/** The office tree, or the tree of Party organisations (党组织) beside it: who has a post in one has none in the other. */
export const ORGANISATION_TREES = ['office', 'party'] as const;
export type OrganisationTree = (typeof ORGANISATION_TREES)[number];

/** Standing (任岗): a current post as decisions see it; paths end in '/'. */
export interface Standing {
  readonly role: Role;
  readonly organisationPath: string;
  readonly officePath: string;
  /** `party` for a post at a Party organisation, which reaches Party things only. */
  readonly tree?: OrganisationTree;
}

/** The organisation a thing belongs to. */
export interface Territory {
  readonly organisationPath: string;
  readonly officePath: string;
  /** `party` for Party things only; to keep persons and units of either tree is office business. */
  readonly tree?: OrganisationTree;
  /** Office paths that the thing was sent up to (送审). */
  readonly sentTo?: readonly string[];
}

const isOfTree = (one: { readonly tree?: OrganisationTree }, tree: OrganisationTree = 'office'): boolean =>
  (one.tree ?? 'office') === tree;

/** Whether one of the posts allows the action on a thing of that organisation. */
export function mayAct(policy: Policy, standings: readonly Standing[], action: Action, territory: Territory): boolean {
  const { roles, reach, sentUp } = policy[action];
  return standings.some((standing) => {
    if (!roles.includes(standing.role) || !isOfTree(standing, territory.tree)) return false;
    if (reach === 'office')
      return (
        standing.officePath === territory.officePath ||
        (sentUp === true && territory.sentTo?.includes(standing.officePath) === true)
      );
    const from = reach === 'unit' ? standing.organisationPath : standing.officePath;
    return territory.organisationPath.startsWith(from);
  });
}

/**
 * The organisation paths of the office tree that an action reaches: prefixes for `unit` and `below`, whole office paths
 * for `office` (with `sentUp` also whatever was sent to one of them).
 */
export function reachOf(policy: Policy, standings: readonly Standing[], action: Action): readonly string[] {
  const { roles, reach } = policy[action];
  const paths = standings
    .filter((standing) => roles.includes(standing.role) && isOfTree(standing))
    .map((standing) => (reach === 'unit' ? standing.organisationPath : standing.officePath));
  return [...new Set(paths)];
}

/** Actions that at least one post allows somewhere: what menus show. */
export function actionsOf(policy: Policy, standings: readonly Standing[]): Action[] {
  return (Object.keys(policy) as Action[]).filter((action) =>
    standings.some((standing) => isOfTree(standing) && policy[action].roles.includes(standing.role)),
  );
}

/**
 * Where somebody must manage accounts to give this role there (授岗范围): at the office where any action of the role reaches
 * the whole of it, otherwise at the organisation itself.
 */
export function grantTerritory(policy: Policy, role: Role, territory: Territory): Territory {
  const isFar = Object.values(policy).some(({ roles, reach }) => roles.includes(role) && reach !== 'unit');
  return isFar ? { organisationPath: territory.officePath, officePath: territory.officePath } : territory;
}
