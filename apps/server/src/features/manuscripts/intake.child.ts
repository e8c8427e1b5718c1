import { buffer } from 'node:stream/consumers';

import { ManuscriptRefusal, readManuscript } from '@xiuzhi/manuscript';

import { answer } from '../../jobs/child-answer.ts';
import { openFileStore } from '../../objects/object-store.ts';
import type { IntakeInput, IntakeResult } from './import-manuscript.ts';

// The upload stays in this process's memory until it has been read and looked through for classification marks:
// what must not be kept was never written anywhere.
await answer<IntakeInput, IntakeResult>(async ({ fileName, objectFolder }) => {
  const bytes = await buffer(process.stdin);
  try {
    const { format } = await readManuscript(bytes, fileName);
    const sha256 = await openFileStore(objectFolder).put(bytes);
    return { original: { fileName, format, sha256, bytes: bytes.length } };
  } catch (error) {
    if (error instanceof ManuscriptRefusal) return { refusal: { code: error.code, message: error.message } };
    throw error;
  }
});
