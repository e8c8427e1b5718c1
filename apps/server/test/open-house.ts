import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract } from '@xiuzhi/contract';
import type { Role } from '@xiuzhi/domain';
import { Client as DatabaseClient } from 'pg';
import { inject } from 'vitest';

import { buildApp } from '../src/app.ts';
import { openDatabase, type Database } from '../src/db/open-database.ts';
import { ensureAdministrator, type FirstStart } from '../src/features/accounts/ensure-administrator.ts';
import { hashPassword } from '../src/features/accounts/password.ts';
import { insertPerson, setPassword } from '../src/features/accounts/store.ts';
import { openJobs, type Jobs } from '../src/jobs/open-jobs.ts';
import { onDatabase } from './on-database.ts';

export type Client = ContractRouterClient<typeof contract>;

/** A person of a test: the typed client with their cookie, and fetch for the plain routes. */
export interface Visitor {
  readonly api: Client;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  cookie(): string;
}

/** A real server on a database of its own, over real HTTP. */
export interface OpenHouse {
  readonly url: string;
  readonly db: Database;
  readonly jobs: Jobs;
  readonly databaseUrl: string;
  readonly objectFolder: string;
  readonly first: FirstStart;
  /** Errors the server reported. */
  readonly faults: unknown[];
  visit(): Visitor;
  /** A new person with one post at the organisation with this path, signed in. */
  join(role: Role, organisationPath: string): Promise<Visitor & { readonly name: string; readonly password: string }>;
  close(): Promise<void>;
}

let count = 0;

/** Clones the template database and opens the application on it. */
export async function openHouse(options: { webFolder?: string } = {}): Promise<OpenHouse> {
  const serverUrl = inject('serverUrl');
  const name = `xiuzhi_test_${process.pid}_${++count}`;
  const server = new DatabaseClient({ connectionString: serverUrl });
  await server.connect();
  await server.query(`create database ${name} template ${inject('template')}`);
  const databaseUrl = onDatabase(serverUrl, name);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-house-'));
  const objectFolder = path.join(folder, 'originals');
  const { db, close } = await openDatabase(databaseUrl, { connections: 8 });
  const faults: unknown[] = [];
  const report = (error: unknown) => void faults.push(error);
  const jobs = await openJobs(databaseUrl, report);
  const first = (await ensureAdministrator(db))!;
  const app = await buildApp({
    db,
    jobs,
    objectFolder,
    fontFolder: path.join(folder, 'fonts'),
    webFolder: options.webFolder ?? null,
    report,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const visit = () => visitServer(url);
  return {
    url,
    db,
    jobs,
    databaseUrl,
    objectFolder,
    first,
    faults,
    visit,
    async join(role, organisationPath) {
      const { id } = await db
        .selectFrom('organisation')
        .select('id')
        .where('path', '=', organisationPath)
        .executeTakeFirstOrThrow();
      const person = { name: `u${++count}`, password: `password-${count}-long` };
      const password = await hashPassword(person.password);
      await db.transaction().execute(async (tx) => {
        const personId = await insertPerson(tx, {
          ...person,
          displayName: `甲某${count}`,
          password,
          organisationId: id,
          role,
          since: '2020-01-01',
        });
        await setPassword(tx, personId, password, false);
      });
      const guest = visit();
      await guest.api.accounts.signIn(person);
      return { ...guest, ...person };
    },
    async close() {
      await app.close();
      await jobs.close();
      await close();
      await server.query(`drop database ${name} with (force)`);
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A visitor of the server at this address, not yet signed in unless by the cookie of a session. */
export function visitServer(url: string, signedInBy = ''): Visitor {
  let cookie = signedInBy;
  const send = async (target: string | URL | Request, init: RequestInit = {}) => {
    const request = new Request(target, init);
    request.headers.set('x-xiuzhi', '1');
    if (cookie) request.headers.set('cookie', cookie);
    const response = await fetch(request);
    const set = response.headers.getSetCookie().at(-1);
    if (set) cookie = set.split(';')[0]!;
    return response;
  };
  const link = new OpenAPILink(contract, { url: `${url}/api`, fetch: send });
  return { api: createORPCClient(link), fetch: (route, init) => send(`${url}${route}`, init), cookie: () => cookie };
}
