import path from 'node:path';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CHECK_ROUTES } from '@xiuzhi/contract';
import { ANSWER_NAMES, CHECK_SOURCE_NAMES, VERDICT_NAMES, VERDICTS, type Verdict } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import { refuse, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { sendFile } from '../../http/send-file.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import { enterCheck } from './handlers.ts';
import { countVerdicts, loadLines } from './store.ts';
import type { CheckPaperInput } from './write-check.child.ts';
import type { CheckPaper } from './write-check.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_LINES = 20_000;
const WRITE = path.join(import.meta.dirname, 'write-check.child.ts');

/** The plain routes of checks: 整改核对表 as .docx and .xlsx. */
export function addCheckRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  const add = (route: string, format: CheckPaperInput['format'], media: string) =>
    app.get<{ Params: { id: string } }>(route.replace('{id}', ':id'), async (request, reply) => {
      const context = await contextOf(request, reply);
      const { id } = request.params;
      if (!SHAPES.uuid.test(id)) refuse('NOT_FOUND');
      const paper = await gatherPaper(context, id);
      // A table of thousands of lines takes seconds, which nobody else should wait for.
      const input = { paper, format } satisfies CheckPaperInput;
      const bytes = await runChild<Uint8Array>(WRITE, { input }).catch((error: unknown) => {
        if (error instanceof ChildFailure) refuse('PRINT_FAILED');
        throw error;
      });
      return sendFile(reply, bytes, `${paper.manuscriptTitle}（整改核对表）.${format}`, media);
    });
  add(CHECK_ROUTES.docx, 'docx', DOCX);
  add(CHECK_ROUTES.xlsx, 'xlsx', XLSX);
}

async function gatherPaper(context: Context, id: string): Promise<CheckPaper> {
  const { check, caller } = await enterCheck(context, id, 'checks.read');
  if (check.state !== 'ready') refuse('NOT_READY');
  const lines = await loadLines(context.db, id, caller.officePath, { from: 0, limit: MOST_LINES });
  const tally = await countVerdicts(context.db, id, caller.officePath);
  await context.db
    .transaction()
    .execute((tx) => recordAudit(tx, { actor: caller, action: 'checks.export', subject: `revision:${id}` }));
  const count = (verdict: Verdict) =>
    tally.reduce((sum, each) => (each.verdict === verdict && !each.uncertain ? sum + each.count : sum), 0);
  return {
    workTitle: check.work_title,
    manuscriptTitle: check.title,
    fromNumber: check.against_number,
    toNumber: check.number,
    madeOn: dayInChina(check.made_at ?? new Date()),
    counts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as CheckPaper['counts'],
    uncertain: tally.reduce((sum, each) => (each.uncertain ? sum + each.count : sum), 0),
    newFindings: check.new_findings,
    lines: lines.map((line) => ({
      number: line.number,
      place: line.place,
      source: CHECK_SOURCE_NAMES[line.source] + (line.certainty === 'uncertain' ? '（不确定意见）' : ''),
      quote: line.quote,
      opinion: line.wording,
      // Corrections stand in no letter: nobody was asked to answer them.
      answer: [line.answer ? ANSWER_NAMES[line.answer] : line.source !== 'correction' && '未答复', line.answerNote]
        .filter(Boolean)
        .join('：'),
      verdict:
        VERDICT_NAMES[line.overruled ?? line.verdict] +
        (line.places > 1 ? `（${line.placesDone}/${line.places} 处）` : ''),
      before: line.before.text,
      after: line.after?.text ?? '',
      overruled: line.overruled !== null,
      note: line.note,
    })),
  };
}

/** ISO day of an instant as a calendar in China shows it. */
function dayInChina(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
