import { Client, type ClientBase } from 'pg';

import { migrate } from '../src/db/migrate.ts';

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  integer: 'number',
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  'timestamp with time zone': 'Date',
  jsonb: 'Json',
  xid8: 'string',
  'double precision': 'number',
  'integer[]': 'number[]',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
};

interface Column {
  table_name: string;
  column_name: string;
  data_type: string;
  is_nullable: 'YES' | 'NO';
  column_default: string | null;
  is_identity: 'YES' | 'NO';
}

const pascal = (name: string) => name.replace(/(^|_)(.)/g, (_, __, letter: string) => letter.toUpperCase());

/** Prints the row types (schema.ts) out of an empty database, which it migrates: SQL is the truth about rows. */
export async function printSchema(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await migrate(client);
    return await printTables(client);
  } finally {
    await client.end();
  }
}

async function printTables(client: ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(
    `select table_name, column_name, is_nullable, column_default, is_identity,
       case data_type when 'ARRAY' then format_type(udt_name::regtype, null) else data_type end as data_type
     from information_schema.columns
     where table_schema = 'public' and table_name <> 'migration' order by table_name, ordinal_position`,
  );
  const tables = Map.groupBy(rows, (row) => row.table_name);
  const out = [
    '// Printed from the migrations by `npm run generate`; do not edit.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely';",
    '',
    '/** A jsonb column: any value out, JSON text in. */',
    'export type Json = ColumnType<unknown, string, string>;',
    '',
  ];
  for (const [table, columns] of tables) {
    out.push(`export interface ${pascal(table)}Table {`);
    for (const column of columns) {
      const base = TYPES[column.data_type];
      if (!base) throw new Error(`no TypeScript type for ${column.data_type} of ${table}.${column.column_name}`);
      let type =
        column.is_nullable === 'YES'
          ? base === 'Json'
            ? 'ColumnType<unknown, string | null, string | null>'
            : `${base} | null`
          : base;
      if (column.is_identity === 'YES') type = `GeneratedAlways<${type}>`;
      else if (column.column_default !== null)
        type = base === 'Json' ? 'ColumnType<unknown, string | undefined, string>' : `Generated<${type}>`;
      out.push(`  ${column.column_name}: ${type};`);
    }
    out.push('}');
  }
  out.push('', '/** All tables. */', 'export interface Schema {');
  for (const table of tables.keys()) out.push(`  ${table}: ${pascal(table)}Table;`);
  out.push('}', '');
  return out.join('\n');
}
