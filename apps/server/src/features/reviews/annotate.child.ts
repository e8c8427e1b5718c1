import { annotateDocx, decodeSourceMap, writeDocx } from '@xiuzhi/manuscript';

import { answer } from '../../jobs/child-answer.ts';
import { openFileStore } from '../../objects/object-store.ts';
import type { AnnotateInput, AnnotateResult } from './annotate-revision.ts';

await answer<AnnotateInput, AnnotateResult>(async ({ comments, original, volume }) => {
  if (original) {
    const bytes = await openFileStore(original.objectFolder).get(original.sha256);
    const map = decodeSourceMap(original.sourceMap);
    const anchored = comments.map(({ start, end, ...comment }) => ({ ...comment, spans: map.toSource(start, end) }));
    const written = await annotateDocx(bytes, anchored);
    return { bytes: written.bytes, unanchored: written.unanchored.length };
  }
  return { bytes: await writeDocx(volume!, comments), unanchored: 0 };
});
