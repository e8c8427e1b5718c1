import { spawnSync } from 'node:child_process';
import os from 'node:os';

/** What a figure means nothing without: day, commit, machine and Node. */
export function describeRun(root) {
  const git = (...words) => spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
  const cpus = os.cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short=10', 'HEAD') || 'unknown',
    /** Whether engine, reader, command line or bench differed from the commit. */
    changed: git('status', '--porcelain', '--', 'packages', 'apps/cli', 'bench', ':!bench/results') !== '',
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    platform: `${os.platform()} ${os.arch()}`,
    node: process.versions.node,
    /** Load of the machine when the run began: figures are CPU time, wall time would mean little. */
    load: os.loadavg().map((value) => Number(value.toFixed(1))),
  };
}
