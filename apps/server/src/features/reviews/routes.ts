import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EXPORT_CHOICES, FILE_ROUTES } from '@xiuzhi/contract';
import type { Decision } from '@xiuzhi/domain';

import type { Database } from '../../db/open-database.ts';
import { findTerritory } from '../../db/territory.ts';
import { refuse, requireCaller, requireMay, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { sendFile } from '../../http/send-file.ts';
import { annotateRevision, type AnnotatedSource } from './annotate-revision.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The plain route of reviews: the original with the chosen findings as Word comments. */
export function addReviewRoutes(
  app: FastifyInstance,
  objectFolder: string,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
  findSource: (db: Database, id: string) => Promise<(AnnotatedSource & { readonly title: string }) | undefined>,
): void {
  app.get<{ Params: { id: string }; Querystring: { decisions?: string | string[] } }>(
    FILE_ROUTES.annotated.replace('{id}', ':id'),
    async (request, reply) => {
      const context = await contextOf(request, reply);
      const signedIn = requireCaller(context);
      const { id } = request.params;
      const territory = SHAPES.uuid.test(id) ? await findTerritory(context.db, 'revision', id) : undefined;
      if (!territory) refuse('NOT_FOUND');
      const caller = requireMay(signedIn, 'reviews.export', territory, 'reviews.read');
      const source = await findSource(context.db, id);
      if (!source) refuse('NOT_READY');
      const chosen = String(request.query.decisions ?? 'correct,verify,opine').split(',');
      const decisions = EXPORT_CHOICES.filter((choice) => chosen.includes(choice)).map((choice) =>
        choice === 'undecided' ? null : (choice satisfies Decision),
      );
      const bytes = await annotateRevision(context, objectFolder, caller, source, decisions);
      return sendFile(reply, bytes, `${source.title}（批注稿）.docx`, DOCX);
    },
  );
}
