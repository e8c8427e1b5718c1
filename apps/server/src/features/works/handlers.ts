import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import type { Preset } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { reach, refuse, requireCaller, requireMay, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { insertWork, listWorks, updateWork } from './store.ts';

const os = implement(contract.works).$context<Context>();

type WorkRow = Awaited<ReturnType<typeof listWorks>>[number];

const wire = (row: WorkRow) => ({
  id: row.id,
  title: row.title,
  kind: row.kind as Preset,
  recordedYear: row.recorded_year,
  organisation: { id: row.organisation_id, name: row.organisation_name },
  manuscripts: row.manuscripts,
  latestRevisionId: row.latest,
  createdAt: row.created_at,
  version: row.version,
});

async function load(context: Context, id: string) {
  const caller = requireCaller(context);
  const paths = reach(caller, 'works.read');
  const readers = reach(caller, 'manuscripts.read');
  const [row] = paths.length > 0 ? await listWorks(context.db, { paths, readers, id, limit: 1 }) : [];
  return row ? wire(row) : refuse('NOT_FOUND');
}

/** Works (志鉴项目). */
export const worksHandlers = {
  list: os.list.handler(async ({ input, context }) => {
    const caller = requireCaller(context);
    const paths = reach(caller, 'works.read');
    if (paths.length === 0) return { items: [], next: null };
    const [at, id] = input.cursor ? decodeCursor(input.cursor, [SHAPES.instant, SHAPES.uuid]) : [];
    const rows = await listWorks(context.db, {
      paths,
      readers: reach(caller, 'manuscripts.read'),
      limit: input.limit + 1,
      ...(input.search ? { search: input.search } : {}),
      ...(at && id ? { after: { at, id } } : {}),
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map(wire),
      next: rows.length > page.length && last ? encodeCursor([last.created_at, last.id]) : null,
    };
  }),

  get: os.get.handler(({ input, context }) => load(context, input.id)),

  create: os.create.handler(async ({ input, context }) => {
    const signedIn = requireCaller(context);
    const territory = await findTerritory(context.db, 'organisation', input.organisationId);
    if (!territory) refuse('NOT_FOUND');
    const caller = requireMay(signedIn, 'works.manage', territory, 'works.read');
    const id = await context.db.transaction().execute(async (tx) => {
      const created = await insertWork(tx, input);
      await recordAudit(tx, { actor: caller, action: 'works.create', subject: `work:${created}`, content: input });
      return created;
    });
    return load(context, id);
  }),

  update: os.update.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    const work = await findTerritory(context.db, 'work', input.id);
    if (!work) refuse('NOT_FOUND');
    const caller = requireMay(signedIn, 'works.manage', work, 'works.read');
    await context.db.transaction().execute(async (tx) => {
      if (!(await updateWork(tx, input.id, input.version, input))) throw errors.STALE();
      await recordAudit(tx, { actor: caller, action: 'works.update', subject: `work:${input.id}`, content: input });
    });
    return load(context, input.id);
  }),

  ...settingsHandlers,
};
