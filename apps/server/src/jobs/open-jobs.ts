import { PgBoss } from 'pg-boss';
import { CompiledQuery } from 'kysely';

import type { Tx } from '../db/open-database.ts';
import { ChildFailure } from './run-child.ts';

/** Kinds of jobs (后台任务) with their payloads: ids only, never text. */
export interface JobPayloads {
  'read-revision': { readonly revisionId: string };
  'check-revision': { readonly revisionId: string };
  'renew-review': { readonly revisionId: string };
}

/** The job queue: jobs are enqueued inside the transaction that needs them, and exist only if it commits. */
export interface Jobs {
  enqueue<K extends keyof JobPayloads>(tx: Tx, name: K, payload: JobPayloads[K]): Promise<void>;
  /**
   * Starts working on a kind of job; `work` must bear being called again after a crash. What it throws is reported and
   * tried again; `giveUp` is told when the last try has failed, so that nobody waits for ever. What was told to end with
   * the server has not failed: it is enqueued anew and has all its tries before it.
   */
  process<K extends keyof JobPayloads>(
    name: K,
    work: (payload: JobPayloads[K]) => Promise<void>,
    giveUp: (payload: JobPayloads[K]) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Seconds. */
const RETRY_DELAY = 2;

const QUEUES = ['read-revision', 'check-revision', 'renew-review'] as const satisfies (keyof JobPayloads)[];

/** Opens the queue in the same database. */
export async function openJobs(databaseUrl: string, report: (error: unknown) => void): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 4, application_name: 'xiuzhi-jobs' });
  boss.on('error', report);
  await boss.start();
  for (const queue of QUEUES)
    await boss.createQueue(queue, { retryLimit: 2, retryDelay: RETRY_DELAY, expireInSeconds: 900 });
  return {
    async enqueue(tx, name, payload) {
      await boss.send(name, payload, {
        db: {
          executeSql: async (text: string, values?: unknown[]) => {
            const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values ?? []));
            return { rows };
          },
        },
      });
    },
    async process(name, work, giveUp) {
      // Two at a time: a book that takes minutes must not keep a bulletin waiting.
      const options = {
        pollingIntervalSeconds: 0.5,
        batchSize: 1,
        localConcurrency: 2,
        includeMetadata: true,
      } as const;
      await boss.work<JobPayloads[typeof name], void, typeof options>(name, options, async ([job]) => {
        if (!job) return;
        try {
          await work(job.data);
        } catch (error) {
          report(error);
          if (error instanceof ChildFailure && error.reason === 'aborted') {
            await boss.send(name, job.data, { startAfter: RETRY_DELAY });
            return;
          }
          if (job.retryCount >= job.retryLimit) await giveUp(job.data);
          throw error;
        }
      });
    },
    close: () => boss.stop({ graceful: true, timeout: 2_000 }),
  };
}
