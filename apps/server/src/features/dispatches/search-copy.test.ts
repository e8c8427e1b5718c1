import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { INTAKE_PATHS, openIntake, type Intake } from '../../../test/open-intake.ts';

// More of one kind than are asked for by their ids.
const COMMON = 1_010;
let intake: Intake;

beforeAll(async () => {
  intake = await openIntake();
  const { seriesId, title: _, body: __, ...copy } = await intake.copy({});
  const first = await intake.reporter.api.dispatches.send({
    seriesId,
    ...copy,
    title: '㐂𠮟县志首发',
    body: '100%完成。',
  });
  // Every one of the others has 年鉴 and 鉴工, and 年鉴工作 only where the number is even.
  await sql`
    insert into dispatch (id, from_id, to_id, series_id, title, body, source, approved_by, approved_on, state, sent_by, sent_at)
    select gen_random_uuid(), from_id, to_id, series_id, '第' || n || '条信息',
      case when n % 2 = 0 then '推进年鉴工作。' else '年鉴由鉴工作序，推进年鉴。' end, source, approved_by, approved_on, 'sent', sent_by,
      sent_at - n * interval '1 minute'
    from dispatch, generate_series(1, ${COMMON}::int) n where id = ${first.id}`.execute(intake.house.db);
});
afterAll(() => intake.house.close());

/** Titles of all copy with the words, newest first, page by page. */
async function find(words: string): Promise<string[]> {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await intake.editor.api.dispatches.list({
      box: 'received',
      words,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    });
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.next ?? undefined;
  } while (cursor);
  return titles;
}

const numbered = (isWanted: (n: number) => boolean) =>
  Array.from({ length: COMMON }, (_, at) => at + 1)
    .filter(isWanted)
    .map((n) => `第${n}条信息`);

it.each<[words: string, found: string[]]>([
  ['年鉴', numbered(() => true)],
  ['年鉴工作', numbered((n) => n % 2 === 0)],
  ['作序，', numbered((n) => n % 2 === 1)],
  ['第77条', ['第77条信息']],
  ['序', numbered((n) => n % 2 === 1)],
  ['𠮟', ['㐂𠮟县志首发']],
  ['㐂𠮟', ['㐂𠮟县志首发']],
  ['0%', ['㐂𠮟县志首发']],
  ['%', ['㐂𠮟县志首发']],
  ['_', []],
  ['鉴年', []],
])('finds %s wherever it stands, rare or common', async (words, found) => {
  expect(await find(words)).toEqual(found);
});

it('finds the copy of an office by its name', async () => {
  expect(await find(await intake.nameOf(INTAKE_PATHS.county))).toHaveLength(COMMON + 1);
});
