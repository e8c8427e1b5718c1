import { rename, rm, writeFile } from 'node:fs/promises';

import { annotateDocx, writeDocx } from '@xiuzhi/manuscript';
import { describeClause, printComment, SEVERITY_NAMES, type Finding } from '@xiuzhi/review';

import type { Reviewed } from './reviewed.ts';

/** What was written (批注稿): findings whose place was not found again in the Word file have no comment. */
export interface Written {
  readonly path: string;
  readonly comments: number;
  readonly unanchored: readonly Finding[];
}

/** Writes an input as .docx with a Word comment at every finding (批注稿): a Word original itself, a text file as Word. */
export async function writeAnnotated({ input, findings }: Reviewed, path: string): Promise<Written> {
  const date = new Date();
  const commented = findings.map((finding) => ({
    finding,
    start: finding.start,
    end: finding.end,
    text: printComment(
      { ...finding, basis: describeClause(finding.norm, finding.clause) },
      SEVERITY_NAMES[finding.severity],
    ),
    author: '修志审校',
    initials: '审',
    date,
  }));
  const { manuscript, bytes } = input;
  if (manuscript.format !== 'docx') {
    await replaceFile(path, await writeDocx(manuscript.volume, commented));
    return { path, comments: commented.length, unanchored: [] };
  }
  const comments = commented.map((comment) => ({
    ...comment,
    spans: manuscript.sources.toSource(comment.start, comment.end),
  }));
  const written = await annotateDocx(bytes, comments);
  await replaceFile(path, written.bytes);
  const lost = new Set<unknown>(written.unanchored);
  const unanchored = comments.filter((comment) => lost.has(comment)).map(({ finding }) => finding);
  return { path, comments: written.anchored, unanchored };
}

/** Written beside and renamed: whoever has the old file open never sees half a document. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    // The person knows the file by its own name.
    if (error instanceof Error && 'path' in error) error.path = path;
    throw error;
  }
}
