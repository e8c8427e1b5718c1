import { findWrites } from './find-writes.ts';
import type { Source } from './read-source.ts';

/** Writes of tables by files that are not their writers, and of tables that nobody owns. */
export function findForeignWrites(
  writers: Readonly<Record<string, readonly string[]>>,
  sources: readonly Pick<Source, 'path' | 'text'>[],
): string[] {
  return sources.flatMap((source) =>
    findWrites(source)
      .filter((table) => !writers[table]?.includes(source.path))
      .map((table) => `${source.path} writes ${table}`),
  );
}
