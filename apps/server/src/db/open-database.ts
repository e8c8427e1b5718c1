import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool, types as parsers, type CustomTypesConfig } from 'pg';

import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
/** What a store writes through: always inside a transaction, so that rows, audit row and subscribers commit together. */
export type Tx = Transaction<Schema>;

/** A pool with its query builder. */
export interface OpenDatabase {
  readonly db: Database;
  readonly pool: Pool;
  close(): Promise<void>;
}

const INT8 = 20;
const DATE = 1082;
const OLDEST = 150_000;

/** Opens the database, migrates it and returns the query builder; refuses a server older than PostgreSQL 15. */
export async function openDatabase(url: string, options: { connections?: number } = {}): Promise<OpenDatabase> {
  const types: CustomTypesConfig = {
    getTypeParser: ((oid: number, format?: 'text') => {
      // Counts and identities stay far below 2^53; a date is a day, not an instant in some time zone.
      if (oid === INT8) return Number;
      if (oid === DATE) return String;
      return parsers.getTypeParser(oid, format);
    }) as typeof parsers.getTypeParser,
  };
  const pool = new Pool({ connectionString: url, max: options.connections ?? 16, types });
  // Without a listener a stopped server ends the process with a dump; queries report the loss themselves.
  pool.on('error', () => {});
  // The same of a connection that is in use: the pool listens only to those that rest.
  pool.on('connect', (connection) => connection.on('error', () => {}));
  const client = await pool.connect();
  try {
    const version = await client.query<{ v: number }>("select current_setting('server_version_num')::int as v");
    if ((version.rows[0]?.v ?? 0) < OLDEST) throw new Error('数据库版本过低，需要 PostgreSQL 15 或更高版本。');
    await migrate(client);
  } finally {
    client.release();
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
