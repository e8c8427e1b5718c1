import { implement } from '@orpc/server';
import { contract, MOST_WORDS } from '@xiuzhi/contract';
import type { Action, Territory } from '@xiuzhi/domain';
import type { WordKind } from '@xiuzhi/review';

import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { may, refuse, requireCaller, requireMay, type Caller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { deleteWord, holdWords, insertWord, listWords } from './dictionary.ts';
import { readHouseStyle } from './read-house-style.ts';
import { findSettings, updateWork } from './store.ts';

const os = implement(contract.works).$context<Context>();

/** The caller, entering the settings of a work: they are part of its text, and seen by those who read it. */
export async function enterSettings(
  context: Context,
  workId: string,
  action: Action,
): Promise<{ caller: Caller; territory: Territory }> {
  const signedIn = requireCaller(context);
  const territory = await findTerritory(context.db, 'work', workId);
  if (!territory) refuse('NOT_FOUND');
  return { caller: requireMay(signedIn, action, territory, 'works.read'), territory };
}

async function wireSettings(context: Context, id: string, caller: Caller, territory: Territory) {
  const row = (await findSettings(context.db, id)) ?? refuse('NOT_FOUND');
  return {
    recordedYear: row.recorded_year,
    period: row.period_from !== null && row.period_to !== null ? { from: row.period_from, to: row.period_to } : null,
    place: row.place,
    houseStyle: readHouseStyle(row.house_style),
    previous:
      row.previous_id !== null && row.previous_title !== null && row.previous_number !== null
        ? { revisionId: row.previous_id, title: row.previous_title, number: row.previous_number }
        : null,
    words: row.words,
    suppressions: row.suppressions,
    verdicts: row.verdicts,
    version: row.version,
    allowed: may(caller, 'works.configure', territory),
  };
}

function wireWord(row: {
  id: string;
  word: string;
  kind: string;
  wrong: string[];
  from_year: number | null;
  to_year: number | null;
}) {
  const { id, word, wrong, from_year: from, to_year: to } = row;
  return { id, word, kind: row.kind as WordKind, wrong, from, to };
}

/** Settings of a work (审校设置) and its dictionary (词库). */
export const settingsHandlers = {
  settings: os.settings.handler(async ({ input, context }) => {
    const { caller, territory } = await enterSettings(context, input.id, 'manuscripts.read');
    return wireSettings(context, input.id, caller, territory);
  }),

  configure: os.configure.handler(async ({ input, context, errors }) => {
    const { caller, territory } = await enterSettings(context, input.id, 'works.configure');
    const { id, version, ...change } = input;
    if (change.period && change.period.from > change.period.to) throw errors.BAD_PERIOD();
    if (change.previousId) {
      const book = await findTerritory(context.db, 'revision', change.previousId);
      if (!book || !may(caller, 'manuscripts.read', book)) throw errors.NOT_FOUND();
    }
    await context.db.transaction().execute(async (tx) => {
      if (!(await updateWork(tx, id, version, change))) throw errors.STALE();
      await recordAudit(tx, { actor: caller, action: 'works.configure', subject: `work:${id}`, content: input });
    });
    return wireSettings(context, id, caller, territory);
  }),

  words: os.words.handler(async ({ input, context }) => {
    await enterSettings(context, input.id, 'manuscripts.read');
    const [after] = input.cursor ? decodeCursor(input.cursor, [SHAPES.number]).map(Number) : [];
    const { search, kind, limit } = input;
    const rows = await listWords(context.db, input.id, {
      search,
      kind,
      limit: limit + 1,
      ...(after === undefined ? {} : { after }),
    });
    const page = rows.slice(0, limit);
    return {
      items: page.map(wireWord),
      next: rows.length > page.length ? encodeCursor([page.at(-1)!.position]) : null,
    };
  }),

  addWord: os.addWord.handler(async ({ input, context, errors }) => {
    const { caller } = await enterSettings(context, input.id, 'works.configure');
    const { id, ...word } = input;
    if (word.from !== null && word.to !== null && word.from > word.to) throw errors.BAD_PERIOD();
    return context.db.transaction().execute(async (tx) => {
      if ((await holdWords(tx, id)) >= MOST_WORDS) throw errors.DICTIONARY_FULL();
      const wrong = [...new Set(word.wrong)].filter((one) => one !== word.word);
      const row = await insertWord(tx, id, { ...word, wrong }, caller.personId);
      if (!row) throw errors.WORD_TAKEN();
      await recordAudit(tx, { actor: caller, action: 'works.addWord', subject: `word:${row.id}`, content: input });
      return wireWord(row);
    });
  }),

  removeWord: os.removeWord.handler(async ({ input, context }) => {
    const { caller } = await enterSettings(context, input.id, 'works.configure');
    await context.db.transaction().execute(async (tx) => {
      // What somebody else has removed already is as it should be.
      if (!(await deleteWord(tx, input.id, input.wordId))) return;
      await recordAudit(tx, { actor: caller, action: 'works.removeWord', subject: `word:${input.wordId}` });
    });
    return {};
  }),
};
