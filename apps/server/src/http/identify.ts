import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Database } from '../db/open-database.ts';
import type { Caller } from './context.ts';

export const SESSION_COOKIE = 'xiuzhi_session';
/** A header that a form of another site cannot send: every change asked for by cookie must carry it. */
const OWN_HEADER = 'x-xiuzhi';

/** Finds the caller behind a secret; given by the accounts feature. */
export type FindCaller = (db: Database, kind: 'session' | 'token', secretHash: Buffer) => Promise<Caller | null>;

/** Who sends this request. */
export interface Identity {
  readonly caller: Caller | null;
  readonly sessionHash: Buffer | null;
  readonly address: string;
  readonly setSession: (secret: string | null) => void;
}

/** Whether a request that changes something may come from another site (CSRF): it came by cookie without our header. */
export function isForeign(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  // A browser adds Basic credentials by itself, a token never.
  if (request.headers.authorization?.startsWith('Bearer ')) return false;
  return request.headers[OWN_HEADER] !== '1';
}

/** Identifies the caller of a request by session cookie or bearer token; one or two statements. */
export async function identify(
  db: Database,
  findCaller: FindCaller,
  hashSecret: (secret: string) => Buffer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Identity> {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  const cookie = request.cookies[SESSION_COOKIE];
  const sessionHash = !bearer && cookie && cookie.length < 100 ? hashSecret(cookie) : null;
  const caller = bearer
    ? await findCaller(db, 'token', hashSecret(bearer))
    : sessionHash && (await findCaller(db, 'session', sessionHash));
  return {
    caller: caller || null,
    sessionHash,
    address: request.ip,
    setSession(secret) {
      const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const;
      if (secret === null) reply.clearCookie(SESSION_COOKIE, options);
      else reply.setCookie(SESSION_COOKIE, secret, options);
    },
  };
}
