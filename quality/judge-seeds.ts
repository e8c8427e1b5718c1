import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { reviewText } from './measure-books.ts';
import { readTable } from './measure-sets.ts';

/** The true errors of five bulletins (简报中的真错), by file and place in the logical text, and what was found. */
export interface SeedScore {
  readonly errors: number;
  readonly found: number;
  readonly lost: readonly string[];
  /** Findings at no true error. */
  readonly others: readonly string[];
}

/** Reviews the bulletins and compares with the places of `sets/seeds.tsv`; one error may stand at several places. */
export async function judgeSeeds(folder: string): Promise<SeedScore | undefined> {
  if (!existsSync(folder)) return undefined;
  const { rows } = readTable(path.join(import.meta.dirname, 'sets/seeds.tsv'));
  const found = new Set<string>();
  const others: string[] = [];
  for (const file of readdirSync(folder)) {
    const { findings } = await reviewText(path.join(folder, file), 'bulletin');
    const places = rows.filter((row) => file.startsWith(`${row.file}_`));
    for (const { start, end, rule } of findings) {
      const at = places.filter((row) => Number(row.start) < end && Number(row.end) > start);
      for (const row of at) found.add(row.error!);
      if (at.length === 0) others.push(`${file.slice(0, 3)}:${start} ${rule}`);
    }
  }
  const errors = new Set(rows.map(({ error }) => error!));
  return { errors: errors.size, found: found.size, lost: [...errors].filter((error) => !found.has(error)), others };
}
