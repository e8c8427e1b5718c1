import type { BulletinItem } from '../bulletin.ts';
import type { Candidates } from '../candidates.ts';
import { findDemands } from './find-demands.ts';
import { findFigures } from './find-figures.ts';
import { findMeetings } from './find-meetings.ts';
import { findPersons } from './find-persons.ts';
import { findWorks } from './find-works.ts';

/** In characters; no bulletin comes near, and a hostile one is not looked into. */
const MOST = { paragraph: 8000, issue: 100_000 };

/** What is known of the issue that candidates stand in. */
export interface Known {
  readonly year: number | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  /** Full names. */
  readonly persons: readonly string[];
  /** Issuing office: what is written of its own people without its name. */
  readonly office?: string | null;
}

/**
 * Finds what a person confirms in the items (待确认内容); `disagreeing` rows of demands have another count than announced; `isCut`
 * where the text is too long to be looked through to its end.
 */
export function findCandidates(
  whole: readonly BulletinItem[],
  { year, date, persons: names, office = null }: Known,
): { readonly candidates: Candidates; readonly disagreeing: number; readonly isCut: boolean } {
  const items = boundItems(whole);
  const persons = findPersons(items, { date, office, known: names });
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
    isCut: items.some(({ paragraphs }, item) =>
      paragraphs.some((paragraph, at) => paragraph === '' && whole[item]!.paragraphs[at] !== ''),
    ),
  };
}

/** Empty paragraphs in place of those that are too long, so that places stay. */
function boundItems(items: readonly BulletinItem[]): BulletinItem[] {
  let room = MOST.issue;
  return items.map((item) => ({
    ...item,
    paragraphs: item.paragraphs.map((paragraph) => {
      room -= paragraph.length;
      return room < 0 || paragraph.length > MOST.paragraph ? '' : paragraph;
    }),
  }));
}
