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
  const folder = await inflateOnce(packageFolder('@sparticuz/chromium'), [
    ['al2023.tar.br', 'al2023'],
    ['swiftshader.tar.br', '.'],
    ['fonts.tar.br', '.'],
  ]);
  return describe(folder, folder);
}

/** The Chromium 90 of tests/old-browser, with the libraries and fonts of the new one; undefined where it is not installed. */
export async function inflateOldChromium(): Promise<InflatedChromium | undefined> {
  const root = path.join(import.meta.dirname, '../old-browser/node_modules/chrome-aws-lambda');
  if (!existsSync(root)) return undefined;
  const { fonts } = await inflateChromium();
  const folder = await inflateOnce(root, [['swiftshader.tar.br', '.']]);
  return describe(folder, path.dirname(fonts));
}

function describe(folder: string, carrier: string): InflatedChromium {
  const executable = path.join(folder, 'chromium');
  // The package brings nss, nspr and expat for systems that lack them; the system's own are preferred.
  const lacking = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout.includes('not found');
  const libraries = path.join(carrier, 'al2023', 'lib');
  return { executable, fonts: path.join(carrier, 'fonts'), env: lacking ? { LD_LIBRARY_PATH: libraries } : {} };
}

/** Inflates `bin/chromium.br` of a package and its archives, each into a folder of its own; the folder of the version. */
async function inflateOnce(root: string, archives: readonly (readonly [string, string])[]): Promise<string> {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, string>;
  const key = `${name!.replace(/^@|\//g, '')}-${version}-${process.arch}`;
  const folder = path.join(os.tmpdir(), `xiuzhi-chromium-${process.getuid?.() ?? 0}-${key}`);
  if (existsSync(path.join(folder, COMPLETE))) return folder;
  const draft = mkdtempSync(`${folder}-`);
  const open = (part: string) => createReadStream(path.join(root, 'bin', part)).pipe(createBrotliDecompress());
  await pipeline(open('chromium.br'), createWriteStream(path.join(draft, 'chromium'), { mode: 0o755 }));
  for (const [archive, target] of archives) {
    const tar = path.join(draft, 'part.tar');
    mkdirSync(path.join(draft, target), { recursive: true });
    await pipeline(open(archive), createWriteStream(tar));
    const done = spawnSync('tar', ['-xf', tar, '-C', path.join(draft, target)], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`tar: ${done.stderr || String(done.error)}`);
    rmSync(tar);
  }
  writeFileSync(path.join(draft, COMPLETE), '');
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was faster: its folder is as good.
    if (!existsSync(path.join(folder, COMPLETE))) throw error;
  }
  return folder;
}
