import type { Source } from './read-source.ts';

const BUILDER = /\.(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*['"`]([a-z_]+)/g;
const RAW =
  /\b(?:insert\s+into|delete\s+from|truncate(?:\s+table)?|merge\s+into)\s+([a-z_]+)|\bupdate\s+([a-z_]+)\s+(?:(?:as\s+)?[a-z_]+\s+)?set\b/gi;

/** Tables a file writes, by query builder or in raw SQL. */
export function findWrites(source: Pick<Source, 'text'>): string[] {
  const tables = [...source.text.matchAll(BUILDER)].map((match) => match[1]!);
  for (const match of source.text.matchAll(RAW)) tables.push((match[1] ?? match[2])!);
  return [...new Set(tables)].sort();
}
