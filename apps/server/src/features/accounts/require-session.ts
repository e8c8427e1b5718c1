import { reach, refuse, requireCaller, type Caller, type Context } from '../../http/context.ts';

/**
 * The caller of a change to accounts, who must have signed in: a token (令牌) reads and works with texts, but never makes
 * tokens, passwords, persons or posts, so that a stolen one does not become an account.
 */
export function requireSession(context: Context): Caller {
  const caller = requireCaller(context);
  if (!context.sessionHash) refuse('SIGN_IN_REQUIRED');
  return caller;
}

/** The caller of a change to persons or posts: signed in, and administrator of something. */
export function requireManager(context: Context): Caller {
  const caller = requireSession(context);
  if (reach(caller, 'accounts.manage').length === 0) refuse('NOT_ALLOWED');
  return caller;
}
