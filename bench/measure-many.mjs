// Measures the command line on many Word files: node measure-many.mjs <file> <count>; so many .docx of the book, reviewed from disk.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { readManuscript, writeDocx } from '@xiuzhi/manuscript';

import { round } from './cpu-time.mjs';

const [file, count] = process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-bench-many-'));
try {
  const { volume } = await readManuscript(readFileSync(file), 'book.md');
  const first = path.join(folder, '01.docx');
  writeFileSync(first, await writeDocx(volume));
  const files = Array.from({ length: Number(count) }, (_, at) =>
    path.join(folder, `${String(at + 1).padStart(2, '0')}.docx`),
  );
  for (const one of files.slice(1)) copyFileSync(first, one);
  const bin = path.join(import.meta.dirname, '../apps/cli/bin/xiuzhi.mjs');
  const words = ['review', ...files, '--format', 'json'];
  // The first run fills the compile cache.
  for (const warm of [true, false]) {
    const began = performance.now();
    const child = spawnSync(process.execPath, [bin, ...(warm ? ['review', first, '--format', 'json'] : words)], {
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.status !== 0 && child.status !== 1) throw new Error(`the command line ended with ${child.status}`);
    if (warm) continue;
    const seconds = (performance.now() - began) / 1000;
    const findings = JSON.parse(child.stdout.toString()).files.reduce((sum, one) => sum + one.findings.length, 0);
    const result = { files: files.length, characters: volume.text.length, seconds: round(seconds), findings };
    console.log(JSON.stringify({ ...result, cores: os.availableParallelism() }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
