import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Runs a script of this folder in a process of its own and returns the object it prints last, or its `problem`. */
export function runChild(script, words, timeout) {
  const child = spawnSync(process.execPath, ['--expose-gc', path.join(import.meta.dirname, script), ...words], {
    encoding: 'utf8',
    timeout,
    maxBuffer: 2 ** 26,
    // Findings of peers that are printed while they work are not ours to show.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.error?.code === 'ETIMEDOUT') return { problem: `no result within ${timeout / 1000} s` };
  try {
    return JSON.parse(child.stdout.trim().split('\n').at(-1));
  } catch {
    const words = child.stderr.split('\n').find((line) => /^\w*Error\b/.test(line));
    return { problem: words ?? `ended with ${child.status ?? child.signal}` };
  }
}
