import { REFUSALS, type RefusalCode } from '@xiuzhi/contract';
import { mayAct, reachOf, type Action, type Standing, type Territory } from '@xiuzhi/domain';
import { ORPCError } from '@orpc/server';

import type { Database } from '../db/open-database.ts';
import type { Publish } from '../events.ts';
import type { Jobs } from '../jobs/open-jobs.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { policy } from '../policy.ts';

/** What every operation works with, for the life of the process. */
export interface House {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly jobs: Jobs;
  readonly publish: Publish;
  /** Folder of the office's own fonts, for what is printed (字体文件夹). */
  readonly fontFolder: string;
}

/** Caller (当前人员): who is behind this request, with the posts held today. */
export interface Caller {
  readonly personId: string;
  readonly name: string;
  readonly displayName: string;
  readonly mustChangePassword: boolean;
  readonly standings: readonly Standing[];
  /** Path of the office acted in: that of the first post until a permission says which; '' without posts. */
  readonly officePath: string;
}

/** What an operation sees of its request. */
export interface Context extends House {
  /** Address of the client, for slowing guesses down. */
  readonly address: string;
  /** The caller, null before sign-in; looked up once a request. */
  readonly caller: Caller | null;
  /** SHA-256 of the session secret, where the caller came by cookie. */
  readonly sessionHash: Buffer | null;
  /** Sets (or with null clears) the session cookie. */
  readonly setSession: (secret: string | null) => void;
}

/** Refuses (拒绝) with a code of the catalogue. */
export function refuse(code: RefusalCode): never {
  throw new ORPCError(code, REFUSALS[code]);
}

/** The caller, or a refusal where nobody is signed in or the first password still stands. */
export function requireCaller(context: Context): Caller {
  const { caller } = context;
  if (!caller) refuse('SIGN_IN_REQUIRED');
  if (caller.mustChangePassword) refuse('PASSWORD_CHANGE_REQUIRED');
  return caller;
}

/** Whether the caller may do `action` on a thing of that organisation. */
export function may(caller: Caller, action: Action, territory: Territory): boolean {
  return mayAct(policy, caller.standings, action, territory);
}

/**
 * Refuses unless the caller may; what the caller cannot even see is not found, so that nothing is given away. Returns
 * the caller as acting in that office: there the audit row is read, wherever else the person holds a post.
 */
export function requireMay(caller: Caller, action: Action, territory: Territory, seeing: Action): Caller {
  if (may(caller, action, territory)) return { ...caller, officePath: actingOffice(caller, action, territory) };
  return refuse(may(caller, seeing, territory) ? 'NOT_ALLOWED' : 'NOT_FOUND');
}

/** The office acted in: that of the thing itself, or one it was sent up to (送审). */
function actingOffice(caller: Caller, action: Action, { sentTo = [], ...territory }: Territory): string {
  if (may(caller, action, territory)) return territory.officePath;
  return sentTo.find((officePath) => may(caller, action, { ...territory, officePath })) ?? territory.officePath;
}

/** Every office in which the caller may do `action` on a thing (可代表的单位): its own first, then those it was sent up to. */
export function officesOf(caller: Caller, action: Action, { sentTo = [], ...territory }: Territory): readonly string[] {
  return [territory.officePath, ...sentTo].filter((officePath) => may(caller, action, { ...territory, officePath }));
}

/** The organisation paths that an action of the caller reaches. */
export function reach(caller: Caller, action: Action): readonly string[] {
  return reachOf(policy, caller.standings, action);
}
