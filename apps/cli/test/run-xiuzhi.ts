import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');

/** The command as it is linked by an install. */
export const XIUZHI = path.join(root, 'node_modules/.bin/xiuzhi');

/** How a run of the command ended. */
export interface Outcome {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a plain shell has: no folder of node_modules on the path, no settings of this project. */
export function plainShell(env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return { PATH: folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter), ...env };
}

/** Starts the command in a folder and leaves its standard input open. */
export function startXiuzhi(
  words: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): ChildProcessWithoutNullStreams {
  return spawn(XIUZHI, words, { cwd: options.cwd, env: plainShell(options.env) });
}

/** Runs the command to its end. */
export function runXiuzhi(
  words: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>>; input?: string } = {},
): Promise<Outcome> {
  const child = startXiuzhi(words, options);
  child.stdin.end(options.input ?? '');
  return endOf(child);
}

/** Collects what a child prints until it ends. */
export function endOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A command that refuses its words never reads its input.
  child.stdin.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}
