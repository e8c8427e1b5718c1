import { encodeSourceMap, ManuscriptRefusal, readManuscript } from '@xiuzhi/manuscript';
import { ENGINE_VERSION, review } from '@xiuzhi/review';

import { answer } from '../../jobs/child-answer.ts';
import { openFileStore } from '../../objects/object-store.ts';
import type { ReadInput, ReadResult } from './read-revision.ts';

await answer<ReadInput, ReadResult>(async ({ fileName, sha256, objectFolder, preset }, progress) => {
  const bytes = await openFileStore(objectFolder).get(sha256);
  progress(10);
  try {
    const manuscript = await readManuscript(bytes, fileName);
    progress(50);
    const started = performance.now();
    const findings = review(manuscript.volume, { preset });
    const milliseconds = Math.round(performance.now() - started);
    progress(70);
    return {
      volume: manuscript.volume,
      sourceMap: encodeSourceMap(manuscript.sources),
      findings,
      engine: ENGINE_VERSION,
      milliseconds,
    };
  } catch (error) {
    if (error instanceof ManuscriptRefusal) return { problem: error.message };
    throw error;
  }
});
