import { annotateDocx, writeDocx } from '@xiuzhi/manuscript';
import { describeClause, printComment, SEVERITY_NAMES } from '@xiuzhi/review';

import type { Input } from './read-input.ts';
import { replaceFile } from './replace-file.ts';
import type { PlacedFinding } from './reviewed-file.ts';

/** Writes an input as .docx with a Word comment at every finding (批注稿): a Word original itself, a text file as Word. */
export async function writeAnnotated(
  { manuscript, bytes }: Input,
  findings: readonly PlacedFinding[],
  path: string,
): Promise<{ count: number; unanchored: readonly PlacedFinding[] }> {
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
  if (manuscript.format !== 'docx') {
    await replaceFile(path, await writeDocx(manuscript.volume, commented));
    return { count: commented.length, unanchored: [] };
  }
  const comments = commented.map((comment) => ({
    ...comment,
    spans: manuscript.sources.toSource(comment.start, comment.end),
  }));
  const written = await annotateDocx(bytes, comments);
  await replaceFile(path, written.bytes);
  const lost = new Set<unknown>(written.unanchored);
  const unanchored = comments.filter((comment) => lost.has(comment)).map(({ finding }) => finding);
  return { count: written.anchored, unanchored };
}
