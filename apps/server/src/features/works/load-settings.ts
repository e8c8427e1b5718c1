import type { Settings, Volume } from '@xiuzhi/review';

import type { Database } from '../../db/open-database.ts';
import { loadDictionary } from './dictionary.ts';
import { readHouseStyle } from './read-house-style.ts';
import { findSettings } from './store.ts';

/** Settings of a work (审校设置) as the review takes them, with its dictionary and last year's book. */
export async function loadSettings(
  db: Database,
  workId: string,
  loadVolume: (db: Database, revisionId: string) => Promise<Volume>,
): Promise<Settings> {
  const row = await findSettings(db, workId);
  const dictionary = await loadDictionary(db, workId);
  return {
    ...(row?.recorded_year != null && { recordedYear: row.recorded_year }),
    ...(row?.period_from != null && row.period_to != null && { period: { from: row.period_from, to: row.period_to } }),
    ...(row?.place != null && { place: row.place }),
    ...(row && { houseStyle: readHouseStyle(row.house_style) }),
    ...(row?.previous_id != null && { previous: await loadVolume(db, row.previous_id) }),
    ...(dictionary.length > 0 && { dictionary }),
  };
}
