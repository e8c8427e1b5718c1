import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LETTER_ROUTES } from '@xiuzhi/contract';

import { recordAudit } from '../../db/record-audit.ts';
import { refuse, requireCaller, type Context } from '../../http/context.ts';
import { SHAPES } from '../../http/cursor.ts';
import { cleanFileName } from '../../http/clean-file-name.ts';
import { receiveUpload } from '../../http/receive-upload.ts';
import { sendFile } from '../../http/send-file.ts';
import { ChildFailure } from '../../jobs/run-child.ts';
import { enterLetter, type LetterAccess } from './letter-access.ts';
import { typesetPaper, type PaperOrder } from '../../paper/typeset-paper.ts';
import type { LetterPaper } from './letter-paper.ts';
import { printLetter, type PrintInput } from './print-letter.ts';
import { paperOf } from './paper-of.ts';
import { receiveReply } from './receive-reply.ts';
import { loadLines } from './store-lines.ts';
import { findReply } from './store.ts';
import { throttleReplies } from './throttle-replies.ts';
import { titleOf } from './title-of.ts';
import { typesetLetter, typesetRegister } from './typeset-letter.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Largest reply, megabytes. */
const MAX_REPLY = 20;

const TYPESETTERS = { letterPdf: typesetLetter, registerPdf: typesetRegister } as const;

interface Print {
  readonly form: PrintInput['form'] | keyof typeof TYPESETTERS;
  readonly name: (title: string) => string;
  readonly mediaType: string;
}

const PRINTS: readonly Print[] = [
  { form: 'letter', name: (title) => `${title}.docx`, mediaType: DOCX },
  { form: 'registerDocx', name: (title) => `${title}审改意见登记表.docx`, mediaType: DOCX },
  { form: 'registerXlsx', name: (title) => `${title}审改意见登记表.xlsx`, mediaType: XLSX },
  { form: 'letterPdf', name: (title) => `${title}.pdf`, mediaType: PDF },
  { form: 'registerPdf', name: (title) => `${title}审改意见登记表.pdf`, mediaType: PDF },
];

/** The plain routes of letters: letter and register as files, answered letters taken in and given out again. */
export function addLetterRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  const throttle = throttleReplies();

  const enter = async (request: FastifyRequest, reply: FastifyReply, findId = async (_: Context, id: string) => id) => {
    const context = await contextOf(request, reply);
    requireCaller(context);
    const { id } = request.params as { id: string };
    if (!SHAPES.uuid.test(id)) refuse('NOT_FOUND');
    return { context, access: await enterLetter(context, await findId(context, id)) };
  };
  const audit = async (context: Context, { caller, letter }: LetterAccess, content: unknown) =>
    context.db
      .transaction()
      .execute((tx) =>
        recordAudit(tx, { actor: caller, action: 'letters.export', subject: `letter:${letter.id}`, content }),
      );

  for (const print of PRINTS)
    app.get(LETTER_ROUTES[print.form].replace('{id}', ':id'), async (request, reply) => {
      const { context, access } = await enter(request, reply);
      const { letter } = access;
      if (letter.state === 'withdrawn') refuse('NOT_SIGNED');
      const paper = paperOf(letter, await loadLines(context.db, letter.id));
      const bytes = await printAs(print.form, paper, {
        fontFolder: context.fontFolder,
        by: access.caller.personId,
      }).catch((error: unknown) => {
        if (error instanceof ChildFailure) refuse('PRINT_FAILED');
        throw error;
      });
      await audit(context, access, { form: print.form, state: letter.state, version: letter.version });
      const prefix = letter.state === 'draft' ? '（草稿）' : '';
      return sendFile(reply, bytes, `${prefix}${print.name(titleOf(letter))}`, print.mediaType);
    });

  app.get(LETTER_ROUTES.replyFile.replace('{id}', ':id'), async (request, reply) => {
    let file: Awaited<ReturnType<typeof findReply>>;
    const { context, access } = await enter(request, reply, async ({ db }, id) => {
      file = await findReply(db, id);
      return file?.letter_id ?? refuse('NOT_FOUND');
    });
    const { sha256, file_name: fileName } = file!;
    const bytes = await context.objects.get(sha256.toString('hex'));
    await audit(context, access, { reply: sha256.toString('hex') });
    return sendFile(reply, bytes, fileName, DOCX);
  });

  app.post(LETTER_ROUTES.reply, async (request, reply) => {
    const context = await contextOf(request, reply);
    const leave = throttle.enter({ address: context.address, personId: context.caller?.personId });
    if (!leave)
      return reply
        .code(429)
        .send({ code: 'too-many', message: '上传过于频繁，请稍后再试；如有多份回函，请逐份上传。' });
    try {
      const limits = { megabytes: MAX_REPLY, advice: '请删去无关的图片后再上传。' };
      return await receiveUpload(request, reply, limits, async ({ fileName, ...upload }) => {
        const file = { ...upload, fileName: cleanFileName(fileName, '回函.docx') };
        const outcome = await receiveReply(context, context.caller, file);
        return 'refusal' in outcome ? outcome : { answer: outcome.receipt };
      });
    } finally {
      leave();
    }
  });
}

async function printAs(form: Print['form'], paper: LetterPaper, order: PaperOrder): Promise<Uint8Array> {
  if (form === 'letterPdf' || form === 'registerPdf')
    return (await typesetPaper(TYPESETTERS[form](paper), 'pdf', order)).bytes;
  return printLetter({ form, paper });
}
