import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';

/** What a copied file is: bytes and their SHA-256, hex. */
export interface Copied {
  readonly bytes: number;
  readonly sha256: string;
}

const CHUNK = 1_048_576;

/** Copies a file (复制) into a new one, durable once this has returned; what it says is of the bytes that were written. */
export async function copyFile(source: string, target: string): Promise<Copied> {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK);
  let bytes = 0;
  await using from = await open(source, 'r');
  await using to = await open(target, 'wx', 0o600);
  for (;;) {
    const { bytesRead } = await from.read(chunk, 0, CHUNK);
    if (bytesRead === 0) break;
    const piece = chunk.subarray(0, bytesRead);
    hash.update(piece);
    await to.writeFile(piece);
    bytes += bytesRead;
  }
  await to.sync();
  return { bytes, sha256: hash.digest('hex') };
}

/** Writes a small file, durable once this has returned. */
export async function writeFileDurably(target: string, text: string): Promise<Copied> {
  await using to = await open(target, 'wx', 0o600);
  await to.writeFile(text);
  await to.sync();
  return { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
}

/** Makes folders, ours alone, and with them every folder above that is missing; then their names are durable. */
export async function makeFolders(root: string, folders: readonly string[]): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const folder of folders) await mkdir(path.join(root, folder), { recursive: true, mode: 0o700 });
}

/** Makes the names in these folders durable. */
export async function syncFolders(root: string, folders: readonly string[]): Promise<void> {
  for (const folder of ['', ...folders]) {
    await using handle = await open(path.join(root, folder), 'r');
    await handle.sync();
  }
}
