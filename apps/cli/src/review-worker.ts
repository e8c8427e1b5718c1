import { parentPort } from 'node:worker_threads';

import { reviewFile, type ReviewJob } from './review-file.ts';
import type { JobDone } from './review-many.ts';

parentPort?.on('message', ({ job, index }: { job: ReviewJob; index: number }) => {
  void answer(job, index);
});

async function answer(job: ReviewJob, index: number): Promise<void> {
  const result = await reviewFile(job);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, not a window
  parentPort?.postMessage({ index, result } satisfies JobDone);
}
