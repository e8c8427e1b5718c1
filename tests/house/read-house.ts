import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { readSource, type Source } from './read-source.ts';

const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'bench']);

/** Root of the repository. */
export const ROOT: string = path.join(import.meta.dirname, '../..');

/** Names of the folders right below a folder of the repository; empty where there is none. */
export function listFolders(folder: string): string[] {
  try {
    return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

/** Every source file of packages, apps, scripts, quality and tests, parsed. */
export function readHouse(): Source[] {
  return ['packages', 'apps', 'scripts', 'quality', 'tests'].flatMap(listSources).map((file) => {
    return readSource(file, readFileSync(path.join(ROOT, file), 'utf8'));
  });
}

function listSources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : listSources(file);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [file] : [];
  });
}
