import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Installs the locked peers into bench/node_modules, only when the lock has changed since. */
export function installPeers() {
  const cwd = import.meta.dirname;
  const stamp = path.join(cwd, 'node_modules/.bench-stamp');
  const key = createHash('sha256')
    .update(readFileSync(path.join(cwd, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  const npm = process.env.npm_execpath;
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error('the peers could not be installed');
  writeFileSync(stamp, key);
}
