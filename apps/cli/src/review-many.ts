import os from 'node:os';
import { Worker } from 'node:worker_threads';

import type { ReviewJob } from './review-file.ts';
import type { FailedFile, ReviewedFile } from './reviewed-file.ts';

/** What came of a job, in a thread of its own. */
export interface JobDone {
  readonly index: number;
  readonly result: ReviewedFile | FailedFile;
}

const WORKER = new URL('review-worker.ts', import.meta.url);
/** A book takes up to a gigabyte while it is read. */
const BYTES_A_WORKER = 1.5e9;

/** Reviews files on every core (并行审校), results in the order of the jobs; `onDone` hears of each as it ends. */
export async function reviewMany(
  jobs: readonly ReviewJob[],
  onDone: (result: ReviewedFile | FailedFile) => void,
): Promise<(ReviewedFile | FailedFile)[]> {
  if (jobs.length === 1) {
    const { reviewFile } = await import('./review-file.ts');
    const result = await reviewFile(jobs[0]!);
    onDone(result);
    return [result];
  }
  const results: (ReviewedFile | FailedFile)[] = [];
  const waiting = jobs.map((job, index) => ({ job, index })).reverse();
  const width = Math.min(
    jobs.length,
    os.availableParallelism(),
    Math.max(1, Math.floor(os.totalmem() / BYTES_A_WORKER)),
  );
  await Promise.all(Array.from({ length: width }, () => runWorker(waiting, results, onDone)));
  return results;
}

function runWorker(
  waiting: { job: ReviewJob; index: number }[],
  results: (ReviewedFile | FailedFile)[],
  onDone: (result: ReviewedFile | FailedFile) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER);
    let isDone = false;
    const next = () => {
      const asked = waiting.pop();
      if (asked !== undefined) {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(asked);
        return;
      }
      isDone = true;
      void worker.terminate().then(() => resolve());
    };
    worker.on('message', ({ index, result }: JobDone) => {
      results[index] = result;
      onDone(result);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      if (!isDone) reject(new Error('a worker ended early'));
    });
    next();
  });
}
