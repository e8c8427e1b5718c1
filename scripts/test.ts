import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { runChecks } from './check.ts';

/** What vitest's JSON report says of the run. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  numPendingTests: number;
  success: boolean;
}

const root = path.dirname(import.meta.dirname);

/** Runs vitest over every project, with its own words on the console, and returns its report. */
async function runVitest(args: string[]): Promise<Report> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-test-'));
  const file = path.join(folder, 'report.json');
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  const status = await new Promise((resolve) => child.once('exit', resolve));
  try {
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as Report), success: status === 0 };
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 1, numPendingTests: 0, success: false };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const failedChecks = runChecks();
const report = await runVitest(process.argv.slice(2));
if (failedChecks.length > 0) console.log(`checks failed: ${failedChecks.join(', ')}`);
const failed =
  report.numFailedTests +
  failedChecks.length +
  (report.success || report.numFailedTests > 0 ? 0 : Math.max(1, report.numFailedTestSuites));
const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
console.log(`${report.numPassedTests} passed, ${failed} failed${skipped}`);
process.exit(failed === 0 && report.numPassedTests > 0 ? 0 : 1);
