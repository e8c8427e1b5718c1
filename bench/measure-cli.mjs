// Measures the command line from start to end: node measure-cli.mjs <file> <runs>; prints one line of JSON.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { median, round } from './cpu-time.mjs';

const [file, runs] = process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-bench-cli-'));
const report = path.join(folder, 'cpu');
const bin = path.join(import.meta.dirname, '../apps/cli/bin/xiuzhi.mjs');

function runOnce(words) {
  const began = performance.now();
  const child = spawnSync(
    process.execPath,
    ['--import', path.join(import.meta.dirname, 'report-cpu.mjs'), bin, ...words],
    { env: { ...process.env, BENCH_CPU_REPORT: report }, maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.status !== 0 && child.status !== 1) throw new Error(`the command line ended with ${child.status}`);
  return { ...JSON.parse(readFileSync(report, 'utf8')), wall: (performance.now() - began) / 1000 };
}

function measure(words) {
  // The first run fills the compile cache, as the first run after an install does for everybody.
  runOnce(words);
  const all = Array.from({ length: Number(runs) }, () => runOnce(words));
  const middle = (key) => round(median(all.map((one) => one[key]).sort((a, b) => a - b)));
  return { cpuSeconds: middle('cpu'), wallSeconds: middle('wall'), peakMb: Math.round(middle('peakMb')) };
}

try {
  console.log(JSON.stringify({ review: measure(['review', file, '--format', 'json']), start: measure(['--help']) }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
