import { spawn } from 'node:child_process';
import path from 'node:path';

import { EXIT } from './command.ts';

/** A program of the server's own, run beside it; nothing of it is imported. */
const MAINTAIN = path.join(import.meta.dirname, '../../server/src/maintain.ts');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs maintenance (维护) of a data folder as a process, which speaks for itself, and resolves with its exit status. */
export async function runMaintenance(words: readonly string[], dataFolder: string | undefined): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAINTAIN, ...words], {
    // The channel tells it when this process is gone.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...(dataFolder === undefined ? {} : { XIUZHI_DATA: path.resolve(dataFolder) }) },
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? EXIT.failed));
    });
  } finally {
    for (const signal of SIGNALS) process.off(signal, forward);
  }
}
