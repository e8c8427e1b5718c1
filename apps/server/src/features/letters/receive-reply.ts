import { timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import type { Readable } from 'node:stream';

import type { LetterKind } from '@xiuzhi/domain';

import type { Tx } from '../../db/open-database.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Caller, House } from '../../http/context.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import { applyAnswers } from './apply-answers.ts';
import type { ReadAnswers } from './letter-paper.ts';
import { matchAnswers } from './match-answers.ts';
import { loadLines, saveAnswers, type LetterLine } from './store-lines.ts';
import { findLetter, findSameReply, insertReply, lockLetter, updateLetter, type LetterRow } from './store.ts';
import { titleOf } from './title-of.ts';

const RECEIVE = path.join(import.meta.dirname, 'receive-reply.child.ts');
const MATCH = path.join(import.meta.dirname, 'match-answers.child.ts');
const LIMITS = { memory: 256, timeout: 30_000 } as const;

export interface ReplyInput {
  readonly fileName: string;
}

export interface MatchInput {
  readonly read: ReadAnswers;
  readonly lines: Parameters<typeof matchAnswers>[1];
}

/** What the child made of a file: its answers and its bytes, or why not; null names no letter. */
export type ReadReply =
  | { readonly read: ReadAnswers; readonly bytes: Uint8Array }
  | { readonly refusal: ReplyRefusal | null };

/** Why a reply was not taken: a code and one Chinese sentence. */
export interface ReplyRefusal {
  readonly code: string;
  readonly message: string;
}

/** What the sender is told. Whether the letter can be opened with `letterId` is another matter. */
export interface ReplyReceipt {
  readonly letterId: string | null;
  readonly title: string;
  readonly matched: number;
  readonly unmatched: number;
  readonly missing: number;
  readonly again: boolean;
}

/** A file that came in. */
export interface IncomingReply {
  readonly fileName: string;
  readonly content: Readable;
  readonly signal: AbortSignal;
}

const UNRECOGNISED: ReplyRefusal = {
  code: 'unrecognised',
  message: '未能识别这是对哪份文书的答复，未保存。请使用我们发出的 Word 文件填写后再上传。',
};
const UNREADABLE: ReplyRefusal = {
  code: 'unreadable',
  message: '文件无法读取，可能已损坏或内容过大，未保存。请用 Word 或 WPS 另存为 .docx 后重试。',
};
const STATES: Readonly<Record<string, ReplyRefusal>> = {
  draft: { code: 'not-signed', message: '这份文书尚未签发，不能答复，未保存。请以签发后的文件为准。' },
  withdrawn: { code: 'withdrawn', message: '这份文书已由发文单位撤回，不必再答复，未保存。如有疑问请与发文单位联系。' },
};

/**
 * Receives (收回函) an answered letter from whoever holds its file: read in a child, matched by its hidden id, kept byte
 * for byte; answers, reply, audit row and event all or nothing.
 */
export async function receiveReply(
  house: House,
  caller: Caller | null,
  incoming: IncomingReply,
): Promise<{ receipt: ReplyReceipt } | { refusal: ReplyRefusal }> {
  const taken = await orNull(
    runChild<ReadReply>(RECEIVE, {
      input: { fileName: incoming.fileName } satisfies ReplyInput,
      stdin: incoming.content,
      signal: incoming.signal,
      ...LIMITS,
    }),
  );
  if (!taken) return { refusal: UNREADABLE };
  if ('refusal' in taken) return { refusal: taken.refusal ?? UNRECOGNISED };
  const { read, bytes } = taken;
  const letter = await findLetter(house.db, read.letterId);
  if (!letter || !isSame(letter.secret, read.secret)) return { refusal: UNRECOGNISED };
  const refusal = STATES[letter.state];
  if (refusal) return { refusal };
  const rows = await orNull(match(read, await loadLines(house.db, letter.id)));
  if (!rows) return { refusal: UNREADABLE };
  const sha256 = await house.objects.put(bytes);
  return house.db.transaction().execute((tx) =>
    saveReply(tx, house, caller, {
      letterId: letter.id,
      fileName: incoming.fileName,
      rows,
      sha256,
      bytes: bytes.length,
    }),
  );
}

/** What the child brings back; null where it came to grief over the file. */
async function orNull<T>(running: Promise<T>): Promise<T | null> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof ChildFailure) return null;
    throw error;
  }
}

/** The lines of a signed letter stand: number and quote are the same when the answers are written. */
async function match(read: ReadAnswers, all: readonly LetterLine[]): Promise<ReadAnswers> {
  const lines = all
    .filter((line) => !line.leftOut)
    .map((line) => ({ lineId: line.id, number: line.number, quote: line.quote }));
  // Rows that lost their bookmark are compared with every line: thousands with thousands, in a process of their own.
  return read.answers.every((row) => row.lineId !== null)
    ? matchAnswers(read, lines)
    : runChild<ReadAnswers>(MATCH, { input: { read, lines } satisfies MatchInput, ...LIMITS });
}

async function saveReply(
  tx: Tx,
  house: House,
  caller: Caller | null,
  incoming: { letterId: string; fileName: string; rows: ReadAnswers; sha256: string; bytes: number },
): Promise<{ receipt: ReplyReceipt } | { refusal: ReplyRefusal }> {
  const { letterId, rows, ...file } = incoming;
  const letter = await lockLetter(tx, letterId);
  if (!letter) return { refusal: UNRECOGNISED };
  // It may have been withdrawn while the file was read.
  const refusal = STATES[letter.state];
  if (refusal) return { refusal };
  const same = await findSameReply(tx, letterId, file.sha256);
  if (same) {
    const unmatched = (same.unmatched as unknown[]).length;
    return { receipt: receiptOf(letter, { matched: same.matched, unmatched, again: true }) };
  }
  const lines = (await loadLines(tx, letterId)).filter((line) => !line.leftOut);
  const { given, matched, unmatched } = applyAnswers(letter.kind as LetterKind, rows, lines);
  await saveAnswers(tx, letterId, given, { via: 'word', by: caller?.personId ?? null });
  const receivedBy = caller?.personId ?? null;
  const replyId = await insertReply(tx, { letterId, ...file, receivedBy, matched, unmatched });
  await recordAudit(tx, {
    actor: caller,
    action: 'letters.receive',
    subject: `reply:${replyId}`,
    content: { letterId, sha256: file.sha256, given },
  });
  const after = (await findLetter(tx, letterId))!;
  if (after.answered === after.lines && !after.answered_at) {
    await updateLetter(tx, letterId, { answered_at: new Date() });
    const by = caller && { personId: caller.personId, officePath: caller.officePath };
    await house.publish(tx, 'letter-answered', { letterId, replyId, by });
  }
  return { receipt: receiptOf(after, { matched, unmatched: unmatched.length, again: false }) };
}

function receiptOf(letter: LetterRow, counts: { matched: number; unmatched: number; again: boolean }): ReplyReceipt {
  return { letterId: letter.id, title: titleOf(letter), missing: letter.lines - letter.answered, ...counts };
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
