import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';

import { findClassificationMark, ManuscriptRefusal, readLines } from '@xiuzhi/manuscript';

import { answer } from '../../jobs/child-answer.ts';
import { readBackIssue } from './read-back-issue.ts';
import type { BackIssueInput, BackIssueRead } from './receive-back-issue.ts';

// The file stays in this process's memory until it has been looked through for classification marks: what must not be
// kept was never written anywhere, and of a file that is refused nothing goes back but the reason.
await answer<BackIssueInput, BackIssueRead>(async ({ fileName }) => {
  const bytes = await buffer(process.stdin);
  try {
    if (findClassificationMark(fileName) !== null) throw new ManuscriptRefusal('classified');
    const lines = (await readLines(bytes, fileName)).map((line) => line.replaceAll('\0', '').toWellFormed());
    const read = readBackIssue(lines);
    const refused = read.problems.find(({ severity }) => severity === 'refuse');
    if (refused) return { refusal: { code: refused.code, message: `未保存：${refused.message}` } };
    return { read, body: lines.join('\n'), sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
  } catch (error) {
    if (error instanceof ManuscriptRefusal) return { refusal: { code: error.code, message: error.message } };
    throw error;
  }
});
