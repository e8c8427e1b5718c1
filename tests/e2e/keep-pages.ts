import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Keeps a PDF, and pictures of its pages where the machine can draw them, beside the pictures of a run, for people to look at. */
export async function keepPages(name: string, pdf: Uint8Array): Promise<void> {
  const folder = process.env.E2E_PICTURES ?? path.join(os.tmpdir(), 'xiuzhi-pictures');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, pdf);
  await promisify(execFile)('pdftoppm', ['-r', '60', '-png', file, path.join(folder, name)]).catch(() => undefined);
}
