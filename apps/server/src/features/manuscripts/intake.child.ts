import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import { findMarkInBytes, ManuscriptRefusal, readManuscript } from '@xiuzhi/manuscript';

import { answer } from '../../jobs/child-answer.ts';
import { openFileStore } from '../../objects/object-store.ts';
import { NEW_FILE, OLD_FILE } from './convert-old-word.ts';
import type { IntakeInput, IntakeResult } from './import-manuscript.ts';

// The upload stays in this process's memory until it has been read and looked through for classification marks:
// what must not be kept was never written anywhere.
await answer<IntakeInput, IntakeResult>(async (input) => {
  try {
    return input.isConverted ? await takeConverted(input) : await takeUpload(input);
  } catch (error) {
    if (error instanceof ManuscriptRefusal) return { refusal: { code: error.code, message: error.message } };
    throw error;
  }
});

async function takeUpload({ fileName, objectFolder, conversionFolder }: IntakeInput): Promise<IntakeResult> {
  const bytes = await buffer(process.stdin);
  try {
    const { format } = await readManuscript(bytes, fileName);
    const sha256 = await openFileStore(objectFolder).put(bytes);
    return { original: { fileName, format, sha256, bytes: bytes.length } };
  } catch (error) {
    if (!(error instanceof ManuscriptRefusal) || error.code !== 'old-word' || conversionFolder === null) throw error;
  }
  // The converter reads from a disk: what bears a mark must not come so far.
  if (findMarkInBytes(bytes) !== null) throw new ManuscriptRefusal('classified');
  await mkdir(path.join(conversionFolder, 'out'), { recursive: true, mode: 0o700 });
  await writeFile(path.join(conversionFolder, OLD_FILE), bytes, { mode: 0o600 });
  return { toConvert: true };
}

/** Looks through what an old Word file became, and stores both. */
async function takeConverted({ fileName, objectFolder, conversionFolder }: IntakeInput): Promise<IntakeResult> {
  const converted = await readFile(path.join(conversionFolder!, NEW_FILE));
  await readManuscript(converted, 'converted.docx');
  const bytes = await readFile(path.join(conversionFolder!, OLD_FILE));
  const store = openFileStore(objectFolder);
  const sha256 = await store.put(bytes);
  const readingSha256 = await store.put(converted);
  const format = /\.wps$/i.test(fileName) ? 'wps' : 'doc';
  return { original: { fileName, format, sha256, bytes: bytes.length, readingSha256 } };
}
