#!/usr/bin/env node
// Plain JavaScript: a shell starts it with whatever Node is there, and only Node 24 or later runs the TypeScript behind it.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';

const self = fileURLToPath(import.meta.url);
const modules = path.join(path.dirname(self), '../../../node_modules');

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // A book is read once and let go: a young generation that does not grow costs no time and a third less memory.
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  module.enableCompileCache(path.join(modules, '.xiuzhi/compile'));
  const { runMain } = await import('../src/main.ts');
  await runMain(process.argv.slice(2));
} else {
  const pinned = [
    path.join(modules, '.bin/node'),
    path.join(modules, `node-win-${process.arch}/bin/node.exe`),
    path.join(modules, `node-linux-${process.arch}/bin/node`),
  ].find((file) => existsSync(file) && realpathSync(file) !== realpathSync(process.execPath));
  // A pinned Node that is too old as well comes here again with the mark set, and must not start itself forever.
  if (pinned && !process.env.XIUZHI_PINNED) runPinned(pinned);
  else {
    console.error('修志命令行需要 Node 24 或更高版本，请在项目目录执行 npm ci，或安装 Node 24 后再试。');
    process.exitCode = 2;
  }
}

/** Runs this same file under the pinned Node and ends as it ends. */
function runPinned(node) {
  const child = spawn(node, [self, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, XIUZHI_PINNED: '1' },
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.once('error', () => {
    console.error('随附的 Node 无法运行，请在项目目录重新执行 npm ci。');
    process.exitCode = 2;
  });
  child.once('exit', (code, signal) => {
    for (const name of signals) process.off(name, forward);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 2;
  });
}
