import type { Settings } from '@xiuzhi/review';

import type { Database } from '../../db/open-database.ts';
import { loadDictionary } from './dictionary.ts';
import { findSettings } from './store.ts';

/** Settings of a work (审校设置) as the review takes them, with its dictionary. */
export async function loadSettings(db: Database, workId: string): Promise<Settings> {
  const row = await findSettings(db, workId);
  const dictionary = await loadDictionary(db, workId);
  return {
    ...(row?.recorded_year != null && { recordedYear: row.recorded_year }),
    ...(row?.period_from != null && row.period_to != null && { period: { from: row.period_from, to: row.period_to } }),
    ...(row?.place != null && { place: row.place }),
    ...(dictionary.length > 0 && { dictionary }),
  };
}
