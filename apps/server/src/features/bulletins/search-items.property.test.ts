import { array, assert, asyncProperty, boolean, constantFrom, record, string, type Arbitrary } from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { addIssues, addSeries, type TestIssue } from '../../../test/add-issues.ts';
import { openHouse, type OpenHouse } from '../../../test/open-house.ts';
import { bigramsOf } from '../../db/bigrams-of.ts';
import { MOST_COUNTED, searchItems, type HitRow } from './search-items.ts';

// Few letters, so that they meet again: common and rare ideographs, signs that LIKE knows, Latin, digits, stops.
const LETTERS = [...'志志志年鉴鉴县\u{20b9f}\u{2a6d6}㐂%_\\aA7，。 '];
const letters = (min: number, max: number) =>
  array(constantFrom(...LETTERS), { minLength: min, maxLength: max }).map((all) => all.join(''));
const item = record({ title: letters(1, 6), body: letters(0, 40) });
const issue: Arbitrary<TestIssue> = record({
  issuedOn: constantFrom('2024-01-01', '2024-06-30', '2025-02-28', null),
  items: array(item, { maxLength: 4 }),
});

describe('the search for words in bulletins', () => {
  let house: OpenHouse;
  let series: string[];
  /** A series of so many issues that the index is asked. */
  let many: string;
  beforeAll(async () => {
    house = await openHouse();
    series = [await addSeries(house.db, '510000/'), await addSeries(house.db, '510000/')];
    many = await addSeries(house.db, '510000/');
    await addIssues(
      house.db,
      many,
      Array.from({ length: 301 }, () => ({ issuedOn: '2024-07-01', items: [] })),
    );
  });
  afterAll(() => house.close());

  const readAll = () =>
    house.db
      .selectFrom('bulletin_item as i')
      .innerJoin('bulletin_issue as s', 's.id', 'i.issue_id')
      .select(['i.id', 'i.title', 'i.body', 'i.position', 's.series_id', 's.issued_on', 's.id as issue_id'])
      .execute();

  it('counts pairs as the database does', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary', maxLength: 30 }), letters(0, 30), async (one, other) => {
        const text = (one.toWellFormed() + other).replaceAll('\0', '');
        const { rows } = await sql<{ pairs: number[] }>`select bigrams(${text}) as pairs`.execute(house.db);
        const sorted = (pairs: readonly number[]) => [...pairs].sort((a, b) => a - b);
        expect(sorted(bigramsOf(text))).toEqual(sorted(rows[0]!.pairs));
      }),
      { numRuns: 200 },
    );
  });

  it('finds exactly the items that have the words, page by page, latest first', async () => {
    await assert(
      asyncProperty(
        array(issue, { maxLength: 6 }),
        array(issue, { maxLength: 6 }),
        letters(2, 5),
        record({ from: constantFrom('2024-06-30', undefined), to: constantFrom('2024-12-31', undefined) }),
        boolean(),
        boolean(),
        async (first, second, words, { from, to }, onlyFirst, isLarge) => {
          await house.db.deleteFrom('bulletin_issue').where('series_id', 'in', series).execute();
          if (first.length > 0) await addIssues(house.db, series[0]!, first);
          if (second.length > 0) await addIssues(house.db, series[1]!, second);
          const found: HitRow[] = [];
          const counts = new Set<number>();
          for (;;) {
            const last = found.at(-1);
            const { rows: page, found: count } = await searchItems(house.db, {
              words,
              readable: { own: isLarge ? [...series, many] : series, circulated: [] },
              limit: 3,
              ...(from ? { from } : {}),
              ...(to ? { to } : {}),
              ...(onlyFirst ? { seriesId: series[0]! } : {}),
              ...(last ? { after: { day: last.day, issueId: last.issue_id, position: last.position } } : {}),
            });
            found.push(...page);
            counts.add(count);
            if (page.length < 3) break;
          }
          const expected = (await readAll())
            .filter(({ title, body }) => `${title}\n${body}`.includes(words))
            .filter(({ series_id: id }) => !onlyFirst || id === series[0])
            .filter(({ issued_on: day }) => (!from || (day ?? '') >= from) && (!to || (day !== null && day <= to)))
            .sort(
              (a, b) =>
                (b.issued_on ?? 'z').localeCompare(a.issued_on ?? 'z') ||
                (b.issue_id < a.issue_id ? -1 : b.issue_id > a.issue_id ? 1 : 0) ||
                a.position - b.position,
            );
          expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
          expect([...counts]).toEqual([expected.length]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds all of what is too common to be counted', async () => {
    await house.db.deleteFrom('bulletin_issue').execute();
    const day = (at: number) => `20${10 + (at % 15)}-01-0${1 + (at % 9)}`;
    const issues = Array.from({ length: 600 }, (_, at) => ({
      issuedOn: at % 50 === 1 ? null : day(at),
      items: Array.from({ length: 4 }, (_item, nth) => ({
        title: `第${at}期第${nth}条`,
        body: nth === 3 || at % 3 === 0 ? '他事' : '年鉴工作推进',
      })),
    }));
    await addIssues(house.db, series[0]!, issues);
    const found: HitRow[] = [];
    for (;;) {
      const last = found.at(-1);
      const { rows: page, found: count } = await searchItems(house.db, {
        words: '年鉴工作',
        readable: { own: series, circulated: [] },
        limit: 70,
        ...(last ? { after: { day: last.day, issueId: last.issue_id, position: last.position } } : {}),
      });
      found.push(...page);
      expect(count).toBe(MOST_COUNTED + 1);
      if (page.length < 70) break;
    }
    expect(found).toHaveLength(400 * 3);
    expect(new Set(found.map(({ id }) => id)).size).toBe(400 * 3);
    expect(found.slice(0, 24).map((hit) => hit.issued_on)).toEqual(Array.from({ length: 24 }, () => null));
    const days = found.map((hit) => hit.day);
    expect(days).toEqual(
      [...days].sort((a, b) => (a === b ? 0 : a === 'infinity' || (b !== 'infinity' && a > b) ? -1 : 1)),
    );
  });
});
