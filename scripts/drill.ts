import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const KILLS = '200';

// `npm run drill`: kills the server 200 times in the middle of its work, and keeps the figures.
const result = path.join(root, `bench/results/drill-${new Date().toISOString().slice(0, 10)}.json`);
const child = spawn(
  process.execPath,
  [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'integration', 'kill-server'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, XIUZHI_DRILL: process.argv[2] ?? KILLS, XIUZHI_DRILL_RESULT: result },
  },
);
child.once('exit', (code) => process.exit(code ?? 1));
