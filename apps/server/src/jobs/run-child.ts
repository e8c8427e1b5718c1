import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** A child that did not bring its result back: out of memory or otherwise crashed, out of time, or told to end. */
export class ChildFailure extends Error {
  readonly reason: 'crashed' | 'timeout' | 'aborted';
  constructor(reason: 'crashed' | 'timeout' | 'aborted') {
    super(`child ${reason}`);
    this.reason = reason;
  }
}

export interface ChildOptions {
  /** Sent to the child before it starts. */
  readonly input: unknown;
  /** Piped into its standard input. */
  readonly stdin?: Readable;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: number) => void;
  /** Milliseconds. */
  readonly timeout?: number;
  /** Heap limit in MB. */
  readonly memory?: number;
}

const END_SIGNALS = new Set<string>(['SIGINT', 'SIGTERM', 'SIGHUP']);

interface ChildMessage {
  progress?: number;
  result?: unknown;
}

/**
 * Runs a script in a process of its own, with limits, and returns what it answers: hostile or huge files can end the
 * child, never the server. The script calls `answer()` of child-answer.ts.
 */
export async function runChild<T>(script: string, options: ChildOptions): Promise<T> {
  if (options.signal?.aborted) throw new ChildFailure('aborted');
  const child = fork(script, {
    execArgv: [`--max-old-space-size=${options.memory ?? 1024}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: [options.stdin ? 'pipe' : 'ignore', 'ignore', 'ignore', 'ipc'],
    env: { PATH: process.env.PATH, ...compileCache() },
  });
  return await new Promise<T>((resolve, reject) => {
    let answered: { result: unknown } | undefined;
    let failure = new ChildFailure('crashed');
    const end = (reason: 'timeout' | 'aborted') => {
      failure = new ChildFailure(reason);
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => end('timeout'), options.timeout ?? 120_000);
    const abort = () => end('aborted');
    options.signal?.addEventListener('abort', abort, { once: true });
    child.on('message', (message: ChildMessage) => {
      if (message.progress !== undefined) options.onProgress?.(message.progress);
      if ('result' in message) answered = { result: message.result };
    });
    child.on('error', () => {});
    child.on('close', (_code, killedBy) => {
      clearTimeout(timer);
      // Ctrl-C and a service manager tell every process of the house to end, children as well as server.
      if (killedBy && END_SIGNALS.has(killedBy)) failure = new ChildFailure('aborted');
      options.signal?.removeEventListener('abort', abort);
      if (answered) resolve(answered.result as T);
      else reject(failure);
    });
    const { stdin } = options;
    if (stdin && child.stdin) {
      // A child that has already refused closes its end; what is still coming is let go.
      child.stdin.on('error', () => stdin.resume());
      // A stream that breaks off never ends the pipe, and the child would wait for the rest of it.
      stdin.on('error', () => end('aborted'));
      stdin.on('close', () => stdin.readableEnded || end('aborted'));
      if (stdin.destroyed && !stdin.readableEnded) end('aborted');
      stdin.pipe(child.stdin);
    }
    child.send({ input: options.input });
  });
}

/** Compiled code that the server keeps is the child's too: loading is most of what a small file costs. */
function compileCache(): { NODE_COMPILE_CACHE?: string } {
  // Node's own folder for this version of it, below the one that was asked for.
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: path.dirname(folder) };
}
