import type { Action, Territory } from '@xiuzhi/domain';

import type { Database, Tx } from '../../db/open-database.ts';
import { may, reach, refuse, type Caller } from '../../http/context.ts';
import { findSeries, type SeriesRow } from './series.ts';
import { findIssue, type IssueRow } from './store.ts';

type BulletinAction = Extract<Action, `bulletins.${string}`>;

/** What a caller is to a series (刊物): of the office that issues it, or of one below it that is sent what was issued. */
interface Standing {
  /** As acting in the issuing office, or in the caller's own where that stands below. */
  readonly caller: Caller;
  /** People of the issuing office see drafts. */
  readonly isOwn: boolean;
  readonly may: (action: BulletinAction) => boolean;
}

export interface SeriesAccess extends Standing {
  readonly series: SeriesRow;
}

export interface IssueAccess extends Standing {
  readonly issue: IssueRow;
}

const territoryOf = (path: string): Territory => ({ organisationPath: path, officePath: path });

/** Looks at a series as the caller; not found where it is none of the caller's business. */
export async function enterSeries(db: Database | Tx, caller: Caller, id: string): Promise<SeriesAccess> {
  const series = await findSeries(db, id, reach(caller, 'bulletins.read'));
  if (!series || !(series.is_own || series.is_below)) refuse('NOT_FOUND');
  return accessTo(caller, series);
}

/** The same where only people of the issuing office with a right may: others of it are refused, the rest find nothing. */
export async function requireSeries(
  db: Database | Tx,
  caller: Caller,
  id: string,
  action: BulletinAction,
): Promise<SeriesAccess> {
  const access = await enterSeries(db, caller, id);
  requireRight(access, action);
  return access;
}

/** Refuses whoever sees the thing but has not this right on it. */
export function requireRight(access: Standing, action: BulletinAction): void {
  if (!access.may(action)) refuse('NOT_ALLOWED');
}

/** What the caller is to a series that was read already. */
export function accessTo(caller: Caller, series: SeriesRow): SeriesAccess {
  return { series, ...standingOn(caller, series) };
}

/** A series or an issue of it, as rights on it are decided. */
interface Thing {
  readonly office_path: string;
  readonly is_own: boolean;
  readonly checkers: readonly string[];
  readonly signers: readonly string[];
}

function standingOn(caller: Caller, thing: Thing): Standing {
  const issuing = territoryOf(thing.office_path);
  // Those whom the series names check and sign it, and no others with the post.
  const named: Partial<Record<BulletinAction, readonly string[]>> = {
    'bulletins.check': thing.checkers,
    'bulletins.sign': thing.signers,
  };
  const isNamed = (people: readonly string[] = []) => people.length === 0 || people.includes(caller.personId);
  return {
    caller: thing.is_own ? { ...caller, officePath: thing.office_path } : caller,
    isOwn: thing.is_own,
    may: (action) => may(caller, action, issuing) && isNamed(named[action]),
  };
}

/** Looks at an issue as the caller; a draft is found by people of the issuing office alone. */
export async function enterIssue(db: Database | Tx, caller: Caller, id: string): Promise<IssueAccess> {
  const issue = await findIssue(db, id, reach(caller, 'bulletins.read'));
  if (!issue || !(issue.is_own || issue.is_below)) refuse('NOT_FOUND');
  return { issue, ...standingOn(caller, issue) };
}
