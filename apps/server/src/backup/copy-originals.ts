import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { copyFile, makeFolders, syncFolders } from './copy-file.ts';
import type { BackedFile } from './manifest.ts';

/**
 * Copies the originals (原件) into `target`. They are never changed or taken away, and each is there before a row names
 * it: copied after the database, they hold all that its copy names. `damaged` are those whose bytes are no longer
 * what they came as.
 */
export async function copyOriginals(
  source: string,
  target: string,
): Promise<{ folders: string[]; files: BackedFile[]; damaged: string[] }> {
  const folders = (await namesIn(source)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  await makeFolders(target, folders);
  const files: BackedFile[] = [];
  const damaged: string[] = [];
  for (const folder of folders)
    for (const name of await namesIn(path.join(source, folder))) {
      // Drafts are of uploads that nothing has been promised about.
      if (!/^[0-9a-f]{64}$/.test(name)) continue;
      const copied = await copyFile(path.join(source, folder, name), path.join(target, folder, name));
      files.push({ path: `${folder}/${name}`, ...copied });
      if (copied.sha256 !== name) damaged.push(name);
    }
  await syncFolders(target, folders);
  return { folders, files, damaged };
}

/** Names in a folder; none where no original has come yet. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
}
