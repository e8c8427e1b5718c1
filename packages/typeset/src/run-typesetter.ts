import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Paper } from './paper.ts';
import { TypesetRefusal, type TypesetRefusalCode } from './typeset-refusal.ts';

/** What the typesetter's process is sent. */
export interface TypesetJob {
  readonly paper: Paper;
  readonly fontFolder: string | null;
}

/** What it answers: the document, or why there is none. */
export type TypesetAnswer =
  | { readonly done: { readonly pdf: Uint8Array; readonly pages: number } }
  | {
      readonly refused: {
        readonly code: TypesetRefusalCode;
        readonly characters: readonly string[];
        readonly detail: string;
      };
    };

const CHILD = path.join(import.meta.dirname, 'typeset.child.ts');
const LONGEST = 120_000;
/** Resident memory in MB. The typesetter's is not on the heap, so that no option of Node bounds it: it is looked at. */
const MOST_MEMORY = 2_500;
const LOOK_EVERY = 200;

/** Runs one job in a process of its own without our environment, bounded in time and memory, killed with the signal. */
export function runTypesetter(job: TypesetJob, signal?: AbortSignal): Promise<{ pdf: Uint8Array; pages: number }> {
  signal?.throwIfAborted();
  const child = fork(CHILD, {
    execArgv: ['--max-old-space-size=512', '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: process.env.PATH === undefined ? {} : { PATH: process.env.PATH },
  });
  return new Promise((resolve, reject) => {
    let answer: TypesetAnswer | undefined;
    let failure: unknown = new TypesetRefusal('crashed');
    const end = (why: unknown) => {
      failure = why;
      child.kill('SIGKILL');
    };
    const abort = () => end(signal?.reason);
    const timer = setTimeout(() => end(new TypesetRefusal('timeout')), LONGEST);
    const watch = setInterval(() => void watchMemory(child, end), LOOK_EVERY);
    signal?.addEventListener('abort', abort, { once: true });
    child.on('message', (message: TypesetAnswer) => (answer = message));
    child.on('error', () => {});
    child.on('close', () => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', abort);
      if (!answer) reject(failure);
      else if ('done' in answer) resolve(answer.done);
      else reject(new TypesetRefusal(answer.refused.code, answer.refused));
    });
    child.send(job);
  });
}

/** Linux tells; elsewhere the length of a document is the only bound. */
async function watchMemory(child: ChildProcess, end: (why: unknown) => void): Promise<void> {
  try {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
    const megabytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
    if (megabytes > MOST_MEMORY) end(new TypesetRefusal('too-long', { detail: `${Math.round(megabytes)} MB` }));
  } catch {
    // It has just ended, or this is no Linux.
  }
}
