import { randomUUID } from 'node:crypto';

import type { DictionaryWord, WordKind } from '@xiuzhi/review';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';

/** A word as it was typed or read from a list. */
export interface NewWord {
  readonly word: string;
  readonly kind: WordKind;
  readonly wrong: readonly string[];
  readonly from: number | null;
  readonly to: number | null;
}

const COLUMNS = ['id', 'position', 'word', 'kind', 'wrong', 'from_year', 'to_year'] as const;

/** Words of the dictionary of a work (词库), the newest first. */
export async function listWords(
  db: Database,
  workId: string,
  which: { search?: string | undefined; kind?: WordKind | undefined; after?: number; limit: number },
) {
  let query = db
    .selectFrom('dictionary_word')
    .select(COLUMNS)
    .where('work_id', '=', workId)
    .orderBy('position', 'desc')
    .limit(which.limit);
  if (which.kind) query = query.where('kind', '=', which.kind);
  if (which.after !== undefined) query = query.where('position', '<', which.after);
  if (which.search) {
    const { search } = which;
    query = query.where(
      sql<boolean>`(position(${search} in word) > 0 or position(${search} in array_to_string(wrong, ' ')) > 0)`,
    );
  }
  return query.execute();
}

/** Holds the dictionary of a work until the transaction ends, and says how many words it has. */
export async function holdWords(tx: Tx, workId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${workId}, 3))`.execute(tx);
  return countWords(tx, workId);
}

/** How many words the dictionary of a work has. */
export async function countWords(tx: Tx, workId: string): Promise<number> {
  const row = await tx
    .selectFrom('dictionary_word')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('work_id', '=', workId)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Adds a word; undefined where it is there already. */
export async function insertWord(tx: Tx, workId: string, word: NewWord, personId: string) {
  return tx
    .insertInto('dictionary_word')
    .values({
      id: randomUUID(),
      work_id: workId,
      word: word.word,
      kind: word.kind,
      wrong: [...word.wrong],
      from_year: word.from,
      to_year: word.to,
      added_by: personId,
    })
    .onConflict((conflict) => conflict.columns(['work_id', 'word', 'kind']).doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
}

/** Adds many words in one statement; one that is there already takes what the list says of it. How many were new. */
export async function insertWords(
  tx: Tx,
  workId: string,
  words: readonly NewWord[],
  personId: string,
): Promise<number> {
  const rows = words.map((word) => ({ id: randomUUID(), ...word }));
  const result = await sql<{ is_new: boolean }>`
    insert into dictionary_word (id, work_id, word, kind, wrong, from_year, to_year, added_by)
    select w.id, ${workId}::uuid, w.word, w.kind, array(select jsonb_array_elements_text(w.wrong)), w."from", w."to",
      ${personId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w(id uuid, word text, kind text, wrong jsonb, "from" int, "to" int)
    on conflict (work_id, word, kind) do update
      set wrong = excluded.wrong, from_year = excluded.from_year, to_year = excluded.to_year
    returning xmax = 0 as is_new`.execute(tx);
  return result.rows.filter((row) => row.is_new).length;
}

/** Removes a word of a work; false where it is gone already. */
export async function deleteWord(tx: Tx, workId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('dictionary_word')
    .where('id', '=', id)
    .where('work_id', '=', workId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The whole dictionary of a work, as the review takes it. */
export async function loadDictionary(db: Database, workId: string): Promise<DictionaryWord[]> {
  const rows = await db
    .selectFrom('dictionary_word')
    .select(COLUMNS)
    .where('work_id', '=', workId)
    .orderBy('position')
    .execute();
  return rows.map(({ word, kind, wrong, from_year, to_year }) => ({
    word,
    kind: kind as WordKind,
    ...(wrong.length > 0 && { wrong }),
    ...(from_year !== null && { from: from_year }),
    ...(to_year !== null && { to: to_year }),
  }));
}
