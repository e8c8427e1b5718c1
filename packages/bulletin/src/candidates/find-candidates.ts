import type { BulletinItem } from '../bulletin.ts';
import type { Candidates } from '../candidates.ts';
import { findDemands } from './find-demands.ts';
import { findFigures } from './find-figures.ts';
import { findMeetings } from './find-meetings.ts';
import { findPersons } from './find-persons.ts';
import { findWorks } from './find-works.ts';

/** What is known of the issue that candidates stand in. */
export interface Known {
  readonly year: number | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  /** Full names. */
  readonly persons: readonly string[];
}

/** Finds what a person confirms in the items (待确认内容); `disagreeing` rows of demands have another count than announced. */
export function findCandidates(
  items: readonly BulletinItem[],
  { year, date, persons: names }: Known,
): { readonly candidates: Candidates; readonly disagreeing: number } {
  const persons = findPersons(items, date, names);
  const mentions = persons.flatMap(({ name, mentions: places }) => places.map((place) => ({ name, place })));
  const rows = items.map((item, index) =>
    findDemands(item, index, (paragraph, start, end) => {
      const within = mentions.filter(
        ({ place }) =>
          place.item === index && place.paragraph === paragraph && place.start >= start && place.end <= end,
      );
      return within.sort((a, b) => a.place.start - b.place.start)[0]?.name ?? null;
    }),
  );
  return {
    candidates: {
      demands: rows.flatMap(({ demands }) => demands),
      persons,
      works: findWorks(items),
      figures: findFigures(items, year),
      meetings: findMeetings(items, { year, date, mentions }),
    },
    disagreeing: rows.reduce((sum, { disagreeing }) => sum + disagreeing, 0),
  };
}
