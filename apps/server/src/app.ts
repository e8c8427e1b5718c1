import path from 'node:path';

import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { onError, ORPCError } from '@orpc/server';
import { FAULTS } from '@xiuzhi/contract';
import { TypesetRefusal } from '@xiuzhi/typeset';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import type { Database } from './db/open-database.ts';
import { publisherOf, type Subscribers } from './events.ts';
import { accountsHandlers } from './features/accounts/handlers.ts';
import { onOrganisationMerged as carryPosts } from './features/accounts/on-organisation-merged.ts';
import { addAccountRoutes } from './features/accounts/routes.ts';
import { findCaller, hashSecret } from './features/accounts/sessions.ts';
import { auditHandlers } from './features/audit/handlers.ts';
import { sealAudit } from './features/audit/store.ts';
import { addBackIssueRoutes } from './features/bulletins/back-issue-routes.ts';
import { bulletinsHandlers } from './features/bulletins/handlers.ts';
import { onDispatchPutBack } from './features/bulletins/on-dispatch-put-back.ts';
import { onDispatchTaken } from './features/bulletins/on-dispatch-taken.ts';
import { onOrganisationMerged as carrySeries } from './features/bulletins/on-organisation-merged.ts';
import { onSessionDrafted } from './features/bulletins/on-session-drafted.ts';
import { addBulletinRoutes } from './features/bulletins/routes.ts';
import { checkRevision, giveUpCheck, resumeChecks } from './features/checks/check-revision.ts';
import { checksHandlers } from './features/checks/handlers.ts';
import { onOrganisationMerged as carryChecks } from './features/checks/on-organisation-merged.ts';
import { onReviewRenewed as checkReviewRenewed } from './features/checks/on-review-renewed.ts';
import { onRevisionRead as checkRevisionRead } from './features/checks/on-revision-read.ts';
import { addCheckRoutes } from './features/checks/routes.ts';
import { contributionsHandlers } from './features/contributions/handlers.ts';
import { dispatchesHandlers } from './features/dispatches/handlers.ts';
import { onItemRemoved as reopenDispatch } from './features/dispatches/on-item-removed.ts';
import { onOrganisationMerged as carryDispatches } from './features/dispatches/on-organisation-merged.ts';
import { addDispatchRoutes } from './features/dispatches/routes.ts';
import { figuresHandlers } from './features/figures/handlers.ts';
import { onRevisionRead as keepFigures } from './features/figures/on-revision-read.ts';
import { addFigureRoutes } from './features/figures/routes.ts';
import { loadVerdicts } from './features/figures/store.ts';
import { lettersHandlers } from './features/letters/handlers.ts';
import { onOrganisationMerged as carryLetters } from './features/letters/on-organisation-merged.ts';
import { onReviewRenewed as renumberLetters } from './features/letters/on-review-renewed.ts';
import { addLetterRoutes } from './features/letters/routes.ts';
import { sweepConversions } from './features/manuscripts/convert-old-word.ts';
import { manuscriptsHandlers } from './features/manuscripts/handlers.ts';
import { giveUpRevision, readRevision, resumeImports } from './features/manuscripts/read-revision.ts';
import { addManuscriptRoutes } from './features/manuscripts/routes.ts';
import { findRevision, loadVolume, pickBlocks } from './features/manuscripts/store.ts';
import { organisationsHandlers } from './features/organisations/handlers.ts';
import { carryDecisions } from './features/reviews/carry-decisions.ts';
import { reviewsHandlers } from './features/reviews/handlers.ts';
import { restoreDecisions, setDecisionsAside } from './features/reviews/keep-decisions.ts';
import { onOrganisationMerged as carryReviews } from './features/reviews/on-organisation-merged.ts';
import { onRevisionRead } from './features/reviews/on-revision-read.ts';
import { giveUpRenewal, renewReview, resumeRenewals } from './features/reviews/renew-review.ts';
import { addReviewRoutes } from './features/reviews/routes.ts';
import { studyHandlers } from './features/study/handlers.ts';
import { onItemRemoved as reopenSession } from './features/study/on-item-removed.ts';
import { onOrganisationMerged as carrySessions } from './features/study/on-organisation-merged.ts';
import { submissionsHandlers } from './features/submissions/handlers.ts';
import { onLetterSigned as giveBackSigned } from './features/submissions/on-letter-signed.ts';
import { onOrganisationMerged as carrySubmissions } from './features/submissions/on-organisation-merged.ts';
import { loadCalendar } from './features/tasks/calendar.ts';
import { tasksHandlers } from './features/tasks/handlers.ts';
import { onLetterAnswered } from './features/tasks/on-letter-answered.ts';
import { onLetterReopened } from './features/tasks/on-letter-reopened.ts';
import { onLetterSigned } from './features/tasks/on-letter-signed.ts';
import { onLetterWithdrawn } from './features/tasks/on-letter-withdrawn.ts';
import { onOrganisationMerged as carryTasks } from './features/tasks/on-organisation-merged.ts';
import { onPostHandedOver } from './features/tasks/on-post-handed-over.ts';
import { worksHandlers } from './features/works/handlers.ts';
import { loadSettings } from './features/works/load-settings.ts';
import { onOrganisationMerged as carryWorks } from './features/works/on-organisation-merged.ts';
import { addWorkRoutes } from './features/works/routes.ts';
import type { Context, House } from './http/context.ts';
import { identify, isForeign } from './http/identify.ts';
import { serveWeb } from './http/serve-web.ts';
import type { Jobs } from './jobs/open-jobs.ts';
import { openFileStore, sweepDrafts } from './objects/object-store.ts';

const router = {
  accounts: accountsHandlers,
  organisations: organisationsHandlers,
  works: worksHandlers,
  manuscripts: manuscriptsHandlers,
  reviews: reviewsHandlers,
  figures: figuresHandlers(async (database, id) => (await findRevision(database, id))?.work_id),
  contributions: contributionsHandlers,
  letters: lettersHandlers(async (database) => (await loadCalendar(database)).calendar),
  submissions: submissionsHandlers,
  tasks: tasksHandlers,
  audit: auditHandlers,
  checks: checksHandlers(pickBlocks),
  bulletins: bulletinsHandlers,
  dispatches: dispatchesHandlers,
  study: studyHandlers,
};

/** Who listens to what: the one page of events and subscribers. */
const subscribersOf = (jobs: Jobs): Subscribers => ({
  'revision-read': [onRevisionRead, keepFigures, checkRevisionRead(jobs)],
  'review-renewed': [renumberLetters, keepFigures, checkReviewRenewed(jobs)],
  'organisation-merged': [
    carryPosts,
    carryWorks,
    carryReviews,
    carrySubmissions,
    carryTasks,
    carryLetters,
    carryChecks,
    carrySeries,
    carryDispatches,
    carrySessions,
  ],
  'post-handed-over': [onPostHandedOver],
  'submission-sent': [setDecisionsAside],
  'submission-ended': [restoreDecisions],
  'letter-signed': [giveBackSigned, onLetterSigned],
  'letter-withdrawn': [onLetterWithdrawn],
  'letter-answered': [onLetterAnswered],
  'letter-reopened': [onLetterReopened],
  'check-made': [carryDecisions],
  'dispatch-taken': [onDispatchTaken],
  'dispatch-put-back': [onDispatchPutBack],
  'session-drafted': [onSessionDrafted],
  'item-removed': [reopenDispatch, reopenSession],
});

/** What the review of a work goes by (审校设置), from the features that keep it. */
const settingsOf = async (database: Database, workId: string) => ({
  ...(await loadSettings(database, workId, loadVolume)),
  verdicts: await loadVerdicts(database, workId),
});

const SEAL_EVERY = 2_000;
/** Largest body of an operation, bytes. */
const MAX_OPERATION = 262_144;

/**
 * How long a client may take, milliseconds: for its headers, for a request with all its bytes (200 MB over a slow line), and
 * for saying nothing at all, which a browser also does while its book is looked through.
 */
const PATIENCE = { http: { headersTimeout: 30_000 }, requestTimeout: 1_860_000, connectionTimeout: 600_000 } as const;

/** What the application stands on. */
export interface Foundations {
  readonly db: Database;
  readonly jobs: Jobs;
  /** Folder of the originals. */
  readonly objectFolder: string;
  /** Folder of the office's own fonts; none need be there. */
  readonly fontFolder: string;
  /** Folder of the built web app; null serves none. */
  readonly webFolder: string | null;
  readonly report: (error: unknown) => void;
}

/** The application: every feature on one server, its jobs started, its sealer running. Not yet listening. */
export async function buildApp(foundations: Foundations): Promise<FastifyInstance> {
  const { db, jobs, objectFolder, fontFolder, report } = foundations;
  const publish = publisherOf(subscribersOf(jobs));
  const house: House = { db, jobs, publish, objects: openFileStore(objectFolder), fontFolder };
  const app = Fastify({
    trustProxy: 'loopback',
    forceCloseConnections: true,
    ...PATIENCE,
    // An address that cannot be decoded comes past every hook, the one that sends the headers of `helmet` included.
    frameworkErrors: (error, _request, reply) =>
      void (reply as unknown as FastifyReply)
        .code(error.statusCode ?? 400)
        .headers({ 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' })
        .send({ code: 'BAD_REQUEST', message: FAULTS.BAD_REQUEST }),
  });
  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => ({
    ...house,
    ...(await identify(db, findCaller, hashSecret, request, reply)),
  });

  await app.register(cookie);
  await app.register(compress, { threshold: 2_048, encodings: ['gzip', 'deflate'] });
  await app.register(multipart);
  await app.register(helmet, {
    // Served over plain http inside an office network: a browser must not be told to insist on https.
    hsts: false,
    frameguard: { action: 'deny' },
    contentSecurityPolicy: {
      directives: {
        upgradeInsecureRequests: null,
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
      },
    },
  });
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof ORPCError) return reply.code(error.status).send({ code: error.code, message: error.message });
    // It names the characters that no font holds, which no catalogue can.
    if (error instanceof TypesetRefusal) return reply.code(422).send({ code: error.code, message: error.message });
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    // A client that went away in the middle is no fault of the server, and nobody is there to answer.
    const left = request.raw.destroyed && !request.raw.complete;
    if (status >= 500 && !left) report(error);
    return reply
      .code(status)
      .send(
        status >= 500
          ? { code: 'INTERNAL_SERVER_ERROR', message: FAULTS.INTERNAL_SERVER_ERROR }
          : { code: 'BAD_REQUEST', message: FAULTS.BAD_REQUEST },
      );
  });
  app.addHook('onRequest', async (request, reply) => {
    if (isForeign(request))
      return reply.code(403).send({ code: 'NOT_ALLOWED', message: '请求来源不明，未执行。请从本系统页面操作。' });
    return undefined;
  });

  addAccountRoutes(app, contextOf);
  addManuscriptRoutes(app, objectFolder, contextOf);
  addLetterRoutes(app, contextOf);
  addBackIssueRoutes(app, contextOf);
  addReviewRoutes(app, objectFolder, contextOf, async (database, id) => {
    const revision = await findRevision(database, id);
    if (revision?.state !== 'ready') return undefined;
    return {
      revisionId: id,
      title: revision.title,
      // What an old Word file was converted to is annotated in its place.
      format: revision.reading_sha256 ? 'docx' : revision.format,
      sha256: (revision.reading_sha256 ?? revision.sha256).toString('hex'),
      sourceMap: revision.source_map ?? new Uint8Array(),
      loadVolume: () => loadVolume(database, id),
    };
  });

  addDispatchRoutes(app, contextOf);
  addCheckRoutes(app, contextOf);
  addWorkRoutes(app, contextOf);
  addFigureRoutes(app, contextOf, async (database, id) => {
    const revision = await findRevision(database, id);
    return revision?.state === 'ready' ? { title: revision.title, number: revision.number } : undefined;
  });
  addBulletinRoutes(app, contextOf);
  const handler = new OpenAPIHandler(router, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    interceptors: [
      onError((error) => {
        // An answer that its contract does not allow is a fault of the server too.
        if (!(error instanceof ORPCError) || error.status >= 500) report(error);
      }),
    ],
  });
  await app.register(async (operations) => {
    // Only JSON, and no more of it than an operation can need: left to itself oRPC would read a body of any size.
    operations.removeAllContentTypeParsers();
    operations.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: MAX_OPERATION },
      operations.getDefaultJsonParser('error', 'error'),
    );
    operations.all('/api/*', async (request, reply) => {
      const { matched } = await handler.handle(request, reply, {
        prefix: '/api',
        context: await contextOf(request, reply),
      });
      if (!matched) reply.code(404).send({ code: 'NOT_FOUND', message: '没有这个接口。' });
    });
  });
  if (foundations.webFolder) await serveWeb(app, path.resolve(foundations.webFolder));

  await sweepDrafts(objectFolder);
  await sweepConversions();
  const closing = new AbortController();
  app.addHook('onClose', async () => closing.abort());
  await jobs.process(
    'read-revision',
    ({ revisionId }) => readRevision(house, objectFolder, settingsOf, revisionId, closing.signal),
    async ({ revisionId }) => {
      if (!closing.signal.aborted) await giveUpRevision(house, revisionId);
    },
  );
  await resumeImports(house);
  await jobs.process(
    'check-revision',
    ({ revisionId }) => checkRevision(house, loadVolume, revisionId, closing.signal),
    async ({ revisionId }) => {
      if (!closing.signal.aborted) await giveUpCheck(house, revisionId);
    },
  );
  await resumeChecks(house);
  const sources = { loadVolume, loadSettings: settingsOf };
  await jobs.process(
    'renew-review',
    ({ revisionId }) => renewReview(house, sources, revisionId, closing.signal),
    async ({ revisionId }) => {
      if (!closing.signal.aborted) await giveUpRenewal(house, revisionId);
    },
  );
  await resumeRenewals(house);
  const sealer = setInterval(() => void sealAudit(db).catch(report), SEAL_EVERY);
  app.addHook('onClose', async () => clearInterval(sealer));
  return app;
}
