import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file whole or not at all (替换文件): whoever has the old one open never sees half a document. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    // The person knows the file by its own name.
    if (error instanceof Error && 'path' in error) error.path = path;
    throw error;
  }
}
