import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { mayHang } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { TODAY } from '../../db/today.ts';
import { reach, refuse, requireCaller, requireMay, type Caller, type Context } from '../../http/context.ts';
import { loadOrganisation } from './load-organisation.ts';
import * as store from './store.ts';

const os = implement(contract.organisations).$context<Context>();
const UNIQUE_VIOLATION = '23505';
/** Older than any office that keeps its names here, and as far back as PostgreSQL's days are not surprising. */
const EARLIEST = '1900-01-01';

/** The caller of a change to the tree: signed in by password, since a token never changes who may do what. */
function requireManager(context: Context): Caller {
  const caller = requireCaller(context);
  if (!context.sessionHash) refuse('SIGN_IN_REQUIRED');
  if (reach(caller, 'organisations.manage').length === 0) refuse('NOT_ALLOWED');
  return caller;
}

/** The organisation, locked, lasting and of the version that was looked at, and the caller as acting in its office. */
async function claim(tx: Tx, caller: Caller, id: string, version?: number) {
  const organisation = await store.lockOrganisation(tx, id);
  if (!organisation) refuse('NOT_FOUND');
  const actor = requireMay(caller, 'organisations.manage', organisation, 'organisations.manage');
  if (organisation.endedOn !== null) refuse('ORGANISATION_ENDED');
  if (version !== undefined && version !== organisation.version) refuse('STALE');
  return { organisation, actor };
}

/** Where an organisation hangs is the business of whoever manages its parent; the root hangs nowhere. */
async function claimParent(tx: Tx, caller: Caller, organisation: store.Organisation) {
  if (!organisation.parentId) refuse('WRONG_PLACE');
  const parent = await store.lockOrganisation(tx, organisation.parentId);
  return requireMay(caller, 'organisations.manage', parent!, 'works.read');
}

async function refuseBadDay(tx: Tx, day: string | null): Promise<void> {
  if (day === null) return;
  const { rows } = await sql<{ today: string }>`select ${TODAY}::text as today`.execute(tx);
  if (day < EARLIEST || day > rows[0]!.today) refuse('BAD_DAY');
}

const load = async (context: Context, caller: Caller, id: string) =>
  (await loadOrganisation(context.db, caller, id)) ?? refuse('NOT_FOUND');

/** Organisations (机构): names, place in the tree, mergers. Every change is one transaction with one audit row. */
export const organisationsHandlers = implement(contract.organisations)
  .$context<Context>()
  .router({
    get: os.get.handler(({ input, context }) => load(context, requireCaller(context), input.id)),

    create: os.create.handler(async ({ input, context, errors }) => {
      const caller = requireManager(context);
      const { parentId, ...made } = input;
      const create = async (tx: Tx) => {
        await store.lockTree(tx);
        const { organisation: parent, actor } = await claim(tx, caller, parentId);
        if (!mayHang(made.kind, parent.kind)) throw errors.WRONG_PLACE();
        const id = await store.insertOrganisation(tx, parent, { ...made, recordedBy: caller.personId });
        if (await store.hasNamesake(tx, id)) throw errors.ORGANISATION_NAME_TAKEN();
        await recordAudit(tx, {
          actor,
          action: 'organisations.create',
          subject: `organisation:${id}`,
          content: input,
        });
        return id;
      };
      const id = await context.db
        .transaction()
        .execute(create)
        .catch((error: unknown) => {
          if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw errors.CODE_TAKEN();
          throw error;
        });
      return load(context, caller, id);
    }),

    rename: os.rename.handler(async ({ input, context, errors }) => {
      const caller = requireManager(context);
      const { id, version, name, since } = input;
      await context.db.transaction().execute(async (tx) => {
        await store.lockTree(tx);
        const { actor } = await claim(tx, caller, id, version);
        await refuseBadDay(tx, since);
        await store.recordName(tx, { id, name, since, recordedBy: caller.personId });
        if (await store.hasNamesake(tx, id)) throw errors.ORGANISATION_NAME_TAKEN();
        await recordAudit(tx, {
          actor,
          action: 'organisations.rename',
          subject: `organisation:${id}`,
          content: { name, since },
        });
      });
      return load(context, caller, id);
    }),

    move: os.move.handler(async ({ input, context, errors }) => {
      const caller = requireManager(context);
      const { id, version, parentId } = input;
      await context.db.transaction().execute(async (tx) => {
        await store.lockTree(tx);
        const { organisation } = await claim(tx, caller, id, version);
        const actor = await claimParent(tx, caller, organisation);
        const { organisation: parent } = await claim(tx, caller, parentId);
        if (parent.organisationPath.startsWith(organisation.organisationPath)) throw errors.BELOW_ITSELF();
        if (!mayHang(organisation.kind, parent.kind)) throw errors.WRONG_PLACE();
        if (organisation.parentId === parentId) return;
        await store.moveOrganisation(tx, organisation, parent);
        await recordAudit(tx, {
          actor,
          action: 'organisations.move',
          subject: `organisation:${id}`,
          content: { from: organisation.parentId, to: parentId },
        });
      });
      return load(context, caller, id);
    }),

    merge: os.merge.handler(async ({ input, context, errors }) => {
      const caller = requireManager(context);
      const { id, version, intoId, on } = input;
      await context.db.transaction().execute(async (tx) => {
        await store.lockTree(tx);
        const { organisation: from } = await claim(tx, caller, id, version);
        const actor = await claimParent(tx, caller, from);
        const { organisation: into } = await claim(tx, caller, intoId);
        if (into.organisationPath.startsWith(from.organisationPath)) throw errors.BELOW_ITSELF();
        if (from.kind !== into.kind) throw errors.NOT_ALIKE();
        // A unit's letters and tasks are its office's: works that went over without them would lie in two offices.
        const isUnit = from.officePath !== from.organisationPath;
        if (isUnit && from.officePath !== into.officePath) throw errors.OTHER_OFFICE();
        await refuseBadDay(tx, on);
        await store.mergeOrganisation(tx, from, into, on);
        // Posts, works and whatever else belonged to it: each feature moves its own rows.
        await context.publish(tx, 'organisation-merged', { fromId: id, intoId, on });
        await recordAudit(tx, {
          actor,
          action: 'organisations.merge',
          subject: `organisation:${id}`,
          content: { into: intoId, on },
        });
      });
      return load(context, caller, id);
    }),
  });
