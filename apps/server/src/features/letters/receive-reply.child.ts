import { buffer } from 'node:stream/consumers';

import { ManuscriptRefusal, readManuscript } from '@xiuzhi/manuscript';

import { answer } from '../../jobs/child-answer.ts';
import { readAnswers } from './read-answers.ts';
import type { ReadReply, ReplyInput } from './receive-reply.ts';

// What must not be kept was never written anywhere: the file stays in this process's memory until it has been looked
// through for classification marks, and is given back only where it names a letter.
await answer<ReplyInput, ReadReply>(async ({ fileName }) => {
  const bytes = await buffer(process.stdin);
  try {
    await readManuscript(bytes, fileName);
    const read = await readAnswers(bytes);
    return read ? { read, bytes } : { refusal: null };
  } catch (error) {
    if (error instanceof ManuscriptRefusal) return { refusal: { code: error.code, message: error.message } };
    throw error;
  }
});
