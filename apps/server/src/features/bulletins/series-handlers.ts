import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { findClassificationMark } from '@xiuzhi/manuscript';

import { recordAudit } from '../../db/record-audit.ts';
import { findTerritory } from '../../db/territory.ts';
import { reach, refuse, requireCaller, requireMay, type Context } from '../../http/context.ts';
import { accessTo, enterSeries, requireSeries, type SeriesAccess } from './bulletin-access.ts';
import {
  endSeries,
  insertSeries,
  isNameTaken,
  listSeries,
  loadRecipients,
  lockSeries,
  saveRecipients,
  updateSeries,
  type Lists,
  type SeriesSettings,
} from './series.ts';
import { findOffice, followRecipients, hasUnsigned, renameIssuer, touchUnsigned } from './store.ts';

const os = implement(contract.bulletins).$context<Context>();

const EMPTY = { up: [], across: [], down: [] };

/** A series as it goes over the wire. */
function wireSeries({ series: row, may, isOwn }: SeriesAccess) {
  const isOpen = row.ended_on === null;
  const base = row.base_year === null ? null : { year: row.base_year, number: row.base_number!, total: row.base_total };
  return {
    id: row.id,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    kind: row.kind as 'work' | 'politicalWork',
    name: row.name,
    issuer: row.issuer,
    columns: row.columns,
    sourceLine: row.source_line,
    intake: row.intake,
    circulated: row.circulated,
    running: row.running,
    base,
    printedBy: row.printed_by,
    copies: row.copies,
    endedOn: row.ended_on,
    recipients: { ...EMPTY, ...row.lists },
    last: lastOf(row.last_issue, row.last_total, base),
    version: row.version,
    allowed: {
      configure: isOwn && may('bulletins.configure'),
      draft: isOpen && may('bulletins.draft'),
      check: may('bulletins.check'),
      reviewSecrecy: may('bulletins.reviewSecrecy'),
      sign: may('bulletins.sign'),
      publish: may('bulletins.publish'),
      import: may('bulletins.import'),
    },
  };
}

/** The number that the next one follows: of an issue kept here or of the base, whichever is later. */
function lastOf(
  issue: { year: number; number: number } | null,
  total: number | null,
  base: { year: number; number: number; total: number | null } | null,
) {
  const totals = [total, base?.total ?? null].filter((one) => one !== null);
  const highest = totals.length > 0 ? Math.max(...totals) : null;
  if (!issue) return base && { ...base, total: highest };
  const isBase = base && (base.year > issue.year || (base.year === issue.year && base.number > issue.number));
  return { ...(isBase ? { year: base.year, number: base.number } : issue), total: highest };
}

const wordsOf = ({ name, issuer, printedBy, columns }: SeriesSettings) => [name, issuer, printedBy, ...columns];
const listed = ({ up, across, down }: Lists) => [...up, ...across, ...down];

/** What a series is called and whom it goes to is printed on every issue; a mark has a line of its own. */
function refuseMarked(lines: readonly string[]): void {
  if (findClassificationMark(lines.join('\n')) !== null) refuse('CLASSIFIED');
}

/** Series (刊物): their settings, and whom they go to from which day on. */
export const seriesHandlers = {
  listSeries: os.listSeries.handler(async ({ context }) => {
    const caller = requireCaller(context);
    const rows = await listSeries(context.db, reach(caller, 'bulletins.read'));
    return rows.map((row) => wireSeries(accessTo(caller, row)));
  }),

  createSeries: os.createSeries.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    const territory = await findTerritory(context.db, 'organisation', input.organisationId);
    if (!territory) throw errors.NOT_FOUND();
    const caller = requireMay(signedIn, 'bulletins.configure', territory, 'bulletins.read');
    refuseMarked([...wordsOf(input), ...listed(input.recipients)]);
    return context.db.transaction().execute(async (tx) => {
      const { organisationId: _, ...settings } = input;
      const office = await findOffice(tx, territory.officePath);
      const id = await insertSeries(tx, { ...settings, organisationId: office });
      if (!id) throw errors.SERIES_NAME_TAKEN();
      await recordAudit(tx, {
        actor: caller,
        action: 'bulletins.createSeries',
        subject: `series:${id}`,
        content: input,
      });
      return wireSeries(await enterSeries(tx, signedIn, id));
    });
  }),

  updateSeries: os.updateSeries.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    return context.db.transaction().execute(async (tx) => {
      await lockSeries(tx, input.id);
      const { caller, series } = await requireSeries(tx, signedIn, input.id, 'bulletins.configure');
      const { id, version, ...settings } = input;
      refuseMarked(wordsOf(settings));
      if (series.version !== version) throw errors.STALE();
      if (series.ended_on === null && (await isNameTaken(tx, series.organisation_id, settings.name, id)))
        throw errors.SERIES_NAME_TAKEN();
      await updateSeries(tx, id, settings);
      await renameIssuer(tx, id, series.issuer, settings.issuer);
      if (settings.name !== series.name) await touchUnsigned(tx, id);
      await recordAudit(tx, {
        actor: caller,
        action: 'bulletins.updateSeries',
        subject: `series:${id}`,
        content: input,
      });
      return wireSeries(await enterSeries(tx, signedIn, id));
    });
  }),

  endSeries: os.endSeries.handler(async ({ input, context, errors }) => {
    const signedIn = requireCaller(context);
    const { id, version } = input;
    return context.db.transaction().execute(async (tx) => {
      await lockSeries(tx, id);
      const { caller, series } = await requireSeries(tx, signedIn, id, 'bulletins.configure');
      if (series.ended_on !== null) throw errors.SERIES_ENDED();
      if (series.version !== version) throw errors.STALE();
      if (await hasUnsigned(tx, id)) throw errors.ISSUES_OPEN();
      await endSeries(tx, id);
      await recordAudit(tx, { actor: caller, action: 'bulletins.endSeries', subject: `series:${id}`, content: input });
      return wireSeries(await enterSeries(tx, signedIn, id));
    });
  }),

  listRecipients: os.listRecipients.handler(async ({ input, context }) => {
    const access = await enterSeries(context.db, requireCaller(context), input.id);
    if (!access.isOwn) refuse('NOT_ALLOWED');
    return loadRecipients(context.db, input.id);
  }),

  setRecipients: os.setRecipients.handler(async ({ input, context }) => {
    const signedIn = requireCaller(context);
    return context.db.transaction().execute(async (tx) => {
      await lockSeries(tx, input.id);
      const { caller } = await requireSeries(tx, signedIn, input.id, 'bulletins.configure');
      const { id, validFrom, ...lists } = input;
      refuseMarked(listed(lists));
      await saveRecipients(tx, id, validFrom, lists);
      await followRecipients(tx, id);
      await recordAudit(tx, {
        actor: caller,
        action: 'bulletins.setRecipients',
        subject: `series:${id}`,
        content: input,
      });
      return loadRecipients(tx, id);
    });
  }),
};
