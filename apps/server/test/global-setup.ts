import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { Client } from 'pg';
import type { TestProject } from 'vitest/node';

import { launchPostgres } from '../src/db/launch-postgres.ts';
import { migrate } from '../src/db/migrate.ts';
import { onDatabase } from './on-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of a maintenance database on the test server. */
    serverUrl: string;
    /** Migrated database that every test file clones. */
    template: string;
  }
}

/** One real PostgreSQL for the whole run (DATABASE_URL, or the embedded one), with a migrated template to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-pg-'));
  const postgres = process.env.DATABASE_URL ? null : await launchPostgres(folder);
  const serverUrl = process.env.DATABASE_URL ?? postgres!.url('postgres');
  const template = `xiuzhi_template_${randomUUID().slice(0, 8)}`;
  const server = new Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`create database ${template}`);
  const client = new Client({ connectionString: onDatabase(serverUrl, template) });
  await client.connect();
  await migrate(client);
  await client.end();
  project.provide('serverUrl', serverUrl);
  project.provide('template', template);
  return async () => {
    await server.query(`drop database ${template} with (force)`);
    await server.end();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
