import { annotateDocx, decodeSourceMap, writeDocx, type DocxComment } from '@xiuzhi/manuscript';

import { answer } from '../../jobs/child-answer.ts';
import { openFileStore } from '../../objects/object-store.ts';
import type { AnnotateInput } from './annotate-revision.ts';

/** Where a comment goes whose place was not found again: the first paragraph, with words that say so. */
const FIRST_PARAGRAPH = [{ part: 'document', paragraph: 0, start: 0, end: 0 }] as const;

await answer<AnnotateInput, Uint8Array>(async ({ comments, original, volume }) => {
  if (!original) return writeDocx(volume!, comments);
  const bytes = await openFileStore(original.objectFolder).get(original.sha256);
  const map = decodeSourceMap(original.sourceMap);
  const placed = comments.map(({ start, end, ...words }): DocxComment => ({
    ...words,
    spans: map.toSource(start, end),
  }));
  const annotated = await annotateDocx(bytes, placed);
  if (annotated.unanchored.length === 0) return annotated.bytes;
  const displaced = annotated.unanchored.map((comment) => ({
    ...comment,
    text: `（原文位置未能还原，请在文中查找）${comment.text}`,
    spans: FIRST_PARAGRAPH,
  }));
  return (await annotateDocx(annotated.bytes, displaced)).bytes;
});
