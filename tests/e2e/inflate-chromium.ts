import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

import { packageFolder } from './package-folder.ts';

/** An inflated Chromium: its executable and what must stand in its environment. */
export interface InflatedChromium {
  readonly executable: string;
  readonly env: Record<string, string>;
  /** Folder of the Latin font that the package carries. */
  readonly fonts: string;
}

const COMPLETE = '.complete-2';

/**
 * The Chromium that the npm package carries, inflated once per version into a folder under the temp directory.
 * The package's own inflater reuses whatever version lies there and races between processes; this one does neither.
 */
export async function inflateChromium(): Promise<InflatedChromium> {
  const root = packageFolder('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(os.tmpdir(), `xiuzhi-chromium-${process.getuid?.() ?? 0}-${version}-${process.arch}`);
  if (!existsSync(path.join(folder, COMPLETE))) await inflate(path.join(root, 'bin'), folder);
  const executable = path.join(folder, 'chromium');
  // The package brings nss, nspr and expat for systems that lack them; the system's own are preferred.
  const lacking = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout.includes('not found');
  const fonts = path.join(folder, 'fonts');
  return { executable, fonts, env: lacking ? { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') } : {} };
}

async function inflate(packed: string, folder: string): Promise<void> {
  const draft = mkdtempSync(`${folder}-`);
  const open = (name: string) => createReadStream(path.join(packed, name)).pipe(createBrotliDecompress());
  const untar = async (name: string, target: string) => {
    mkdirSync(target, { recursive: true });
    const tar = path.join(draft, 'part.tar');
    await pipeline(open(name), createWriteStream(tar));
    const done = spawnSync('tar', ['-xf', tar, '-C', target], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`tar: ${done.stderr || String(done.error)}`);
    rmSync(tar);
  };
  await pipeline(open('chromium.br'), createWriteStream(path.join(draft, 'chromium'), { mode: 0o755 }));
  await untar('al2023.tar.br', path.join(draft, 'al2023'));
  await untar('swiftshader.tar.br', draft);
  await untar('fonts.tar.br', draft);
  writeFileSync(path.join(draft, COMPLETE), '');
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was faster: its folder is as good.
    if (!existsSync(path.join(folder, COMPLETE))) throw error;
  }
}
