import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Object store (原件库): originals kept byte for byte under their SHA-256; durable once `put` has returned. */
export interface ObjectStore {
  /** Stores the bytes (once, however often they come) and returns their SHA-256, hex. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes; throws where there are none, or where they no longer match their hash. */
  get(sha256: string): Promise<Buffer>;
}

/** Objects as files below `folder`: write, fsync, rename, fsync of the folders. */
export function openFileStore(folder: string): ObjectStore {
  const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = place(sha256);
      try {
        await access(file, constants.R_OK);
        return sha256;
      } catch {
        // Not there yet.
      }
      const first = await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const draft = `${file}.${randomUUID()}`;
      try {
        await writeDurably(draft, bytes);
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      // The name of a new folder is durable only when the folder above it is, up to the first that was there before.
      const oldest = first ? path.dirname(first) : path.dirname(file);
      for (let parent = path.dirname(file); ; parent = path.dirname(parent)) {
        await syncFolder(parent);
        if (parent === oldest) break;
      }
      return sha256;
    },
    async get(sha256) {
      const bytes = await readFile(place(sha256));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`object ${sha256} is damaged`);
      return bytes;
    },
  };
}

const DRAFT = /^[0-9a-f]{64}\.[0-9a-f-]{36}$/;
const DRAFT_HOURS = 1;

/** Removes the drafts (未写完的原件) that killed processes left behind; another node may still be writing a young one. */
export async function sweepDrafts(folder: string): Promise<void> {
  const youngest = Date.now() - DRAFT_HOURS * 3_600_000;
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names.filter((one) => DRAFT.test(path.basename(one)))) {
    const draft = path.join(folder, name);
    const found = await stat(draft).catch(() => undefined);
    if (found && found.mtimeMs < youngest) await rm(draft, { force: true });
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
