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
}

/** A policy: every action with who may do it. */
export type Policy = Readonly<Record<Action, Permission>>;

/** Standing (任岗): a current post as decisions see it; paths end in '/'. */
export interface Standing {
  readonly role: Role;
  readonly organisationPath: string;
  readonly officePath: string;
}

/** The organisation a thing belongs to. */
export interface Territory {
  readonly organisationPath: string;
  readonly officePath: string;
}

/** Whether one of the posts allows the action on a thing of that organisation. */
export function mayAct(policy: Policy, standings: readonly Standing[], action: Action, territory: Territory): boolean {
  const { roles, reach } = policy[action];
  return standings.some((standing) => {
    if (!roles.includes(standing.role)) return false;
    if (reach === 'office') return standing.officePath === territory.officePath;
    const from = reach === 'unit' ? standing.organisationPath : standing.officePath;
    return territory.organisationPath.startsWith(from);
  });
}

/** The organisation paths an action reaches: prefixes for `unit` and `below`, whole office paths for `office`. */
export function reachOf(policy: Policy, standings: readonly Standing[], action: Action): readonly string[] {
  const { roles, reach } = policy[action];
  const paths = standings
    .filter((standing) => roles.includes(standing.role))
    .map((standing) => (reach === 'unit' ? standing.organisationPath : standing.officePath));
  return [...new Set(paths)];
}

/** Actions that at least one post allows somewhere: what menus show. */
export function actionsOf(policy: Policy, standings: readonly Standing[]): Action[] {
  return (Object.keys(policy) as Action[]).filter((action) =>
    standings.some((standing) => policy[action].roles.includes(standing.role)),
  );
}
