import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);
const node = process.execPath;

/** The checks of the tree, fastest first; each prints only where it has something to say. */
const CHECKS: readonly { name: string; command: string; args: string[] }[] = [
  {
    name: 'format',
    command: bin('oxfmt'),
    args: ['--list-different', 'packages', 'apps', 'scripts', 'tests', 'vitest.config.ts'],
  },
  { name: 'types', command: bin('tsc'), args: ['-p', 'tsconfig.json'] },
  { name: 'types of the web', command: bin('tsc'), args: ['-p', 'apps/web/tsconfig.json'] },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  { name: 'generated files', command: node, args: ['scripts/generate.ts', '--check'] },
  { name: 'dead code', command: bin('knip'), args: ['--no-progress', '--no-config-hints'] },
];

/** Runs every check and returns the names of those that failed. */
export function runChecks(): string[] {
  return CHECKS.filter(({ name, command, args }) => {
    const { status } = spawnSync(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}` },
    });
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    return status !== 0;
  }).map(({ name }) => name);
}

if (process.argv[1] === import.meta.filename) process.exit(runChecks().length === 0 ? 0 : 1);
