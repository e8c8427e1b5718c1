import path from 'node:path';

import type { Upload, UploadRefusal } from '../../http/receive-upload.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';

const READ = path.join(import.meta.dirname, 'read-copy.child.ts');
const LIMITS = { memory: 256, timeout: 30_000 } as const;
const UNREADABLE = {
  code: 'unreadable',
  message: '文件无法读取，可能已损坏或内容过大，未保存。请用 Word 或 WPS 另存为 .docx 后重试。',
} as const;

export interface CopyInput {
  readonly fileName: string;
}

/** One item of copy as it was read: paragraphs of the body one a line; null where no source is named. */
export interface ReadCopy {
  readonly title: string;
  readonly body: string;
  readonly source: string | null;
}

/** What the child made of a file: the item, or a code and one Chinese sentence. */
export type CopyOutcome = { readonly answer: ReadCopy } | { readonly refusal: UploadRefusal };

/** Reads one item out of a file (读取来稿) in a child; nothing of the file is kept. */
export async function readCopy({ fileName, content, signal }: Upload): Promise<CopyOutcome> {
  const input: CopyInput = { fileName };
  return runChild<CopyOutcome>(READ, { input, stdin: content, signal, ...LIMITS }).catch((error: unknown) => {
    if (error instanceof ChildFailure) return { refusal: UNREADABLE };
    throw error;
  });
}
