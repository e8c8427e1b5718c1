import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

import type { Caller, House } from '../../http/context.ts';
import { recordAudit } from '../../db/record-audit.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import { convertOldWord, findSoffice, nameConversionFolder } from './convert-old-word.ts';
import { findTwin, insertRevision, type Original } from './store.ts';

const INTAKE = path.join(import.meta.dirname, 'intake.child.ts');

export interface IntakeInput {
  readonly fileName: string;
  readonly objectFolder: string;
  /** Where an old Word file is put to be converted; null where nothing can convert it. */
  readonly conversionFolder: string | null;
  /** The file was converted: nothing comes on the standard input. */
  readonly isConverted: boolean;
}

/** The stored original, or why nothing was stored, or an old Word file put where it can be converted. */
export type IntakeResult =
  | { readonly original: Original }
  | { readonly refusal: ImportRefusal }
  | { readonly toConvert: true };

/** Why a file was not taken: a code and one Chinese sentence. */
export interface ImportRefusal {
  readonly code: string;
  readonly message: string;
}

/** What an upload says of itself. */
export interface Upload {
  readonly workId: string;
  /** Manuscript that this is a new revision of; null for a new one. */
  readonly manuscriptId: string | null;
  /** Title of a new manuscript. */
  readonly title: string;
  readonly fileName: string;
  /** Takes what the work holds already, byte for byte (仍要导入). */
  readonly again: boolean;
  readonly content: Readable;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

/**
 * Imports (导入) an uploaded file: looked through before a byte is stored, kept byte for byte, registered, and the job
 * that reads and reviews it enqueued, all or nothing.
 */
export async function importManuscript(
  house: House,
  objectFolder: string,
  caller: Caller,
  upload: Upload,
): Promise<{ revisionId: string } | { refusal: ImportRefusal }> {
  let taken: Exclude<IntakeResult, { toConvert: true }>;
  try {
    taken = await takeIn(upload, objectFolder);
  } catch (error) {
    if (!(error instanceof ChildFailure)) throw error;
    return {
      refusal: {
        code: 'unreadable',
        message: '文件无法读取，可能已损坏或内容过大，未保存。请另存后重试，或分卷导入。',
      },
    };
  }
  if ('refusal' in taken) return taken;
  const { original } = taken;
  const outcome = await house.db.transaction().execute(async (tx) => {
    const twin = upload.again ? undefined : await findTwin(tx, upload.workId, original.sha256);
    if (twin) return twin;
    const id = await insertRevision(tx, { ...upload, original, importedBy: caller.personId });
    if (!id) return undefined;
    await house.jobs.enqueue(tx, 'read-revision', { revisionId: id });
    await recordAudit(tx, {
      actor: caller,
      action: 'manuscripts.import',
      subject: `revision:${id}`,
      content: original.sha256,
    });
    return id;
  });
  if (!outcome) return { refusal: { code: 'no-manuscript', message: '未找到要更新的书稿，请刷新页面后重试。' } };
  if (typeof outcome === 'string') return { revisionId: outcome };
  const message = `此稿与“${outcome.title}”第${outcome.number}稿内容完全相同，没有再次导入。`;
  return { refusal: { code: 'same-book', message } };
}

/** Looks an upload through and stores it, by way of a conversion where it is an old Word file and this machine can. */
async function takeIn(upload: Upload, objectFolder: string): Promise<Exclude<IntakeResult, { toConvert: true }>> {
  const soffice = await findSoffice();
  const conversionFolder = soffice && nameConversionFolder();
  const input = { fileName: upload.fileName, objectFolder, conversionFolder };
  const { signal } = upload;
  try {
    const taken = await runChild<IntakeResult>(INTAKE, {
      input: { ...input, isConverted: false } satisfies IntakeInput,
      stdin: upload.content,
      signal,
      // The clock covers a slow line too: a county uploads 200 MB in half an hour.
      timeout: 1_800_000,
    });
    if (!('toConvert' in taken)) return taken;
    if (!(await convertOldWord(soffice!, conversionFolder!, signal))) return { refusal: NOT_CONVERTED };
    const converted = await runChild<IntakeResult>(INTAKE, {
      input: { ...input, isConverted: true } satisfies IntakeInput,
      signal,
    });
    return 'toConvert' in converted ? { refusal: NOT_CONVERTED } : converted;
  } finally {
    if (conversionFolder) await rm(conversionFolder, { recursive: true, force: true });
  }
}

const NOT_CONVERTED: ImportRefusal = {
  code: 'old-word',
  message: '这是旧版 Word 或 WPS 文件，未能自动转换，请用 Word 或 WPS 另存为 .docx 后再导入。',
};
