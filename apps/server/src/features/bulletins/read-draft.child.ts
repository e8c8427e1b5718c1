import { buffer } from 'node:stream/consumers';

import { findClassificationMark, ManuscriptRefusal, readLines } from '@xiuzhi/manuscript';

import { answer } from '../../jobs/child-answer.ts';
import { isTooMuch, readBackIssue } from './read-back-issue.ts';
import type { DraftInput, DraftRead } from './receive-draft.ts';

/** What makes a file no file of items; a head and a tail it need not have. */
const REFUSED = new Set(['no-text', 'no-items', 'two-documents']);

// The file stays in this process's memory, and is looked through for classification marks before anything of it goes on.
await answer<DraftInput, DraftRead>(async ({ fileName }) => {
  try {
    if (findClassificationMark(fileName) !== null) throw new ManuscriptRefusal('classified');
    const lines = await readLines(await buffer(process.stdin), fileName);
    const { head, items, problems } = readBackIssue(lines.map((line) => line.replaceAll('\0', '').toWellFormed()));
    const refused = problems.find(({ code }) => REFUSED.has(code));
    if (refused || items.length === 0)
      return {
        refusal: { code: refused?.code ?? 'no-items', message: `未保存：${refused?.message ?? '没有读到信息条目。'}` },
      };
    if (isTooMuch(items))
      return {
        refusal: {
          code: 'too-long',
          message: '未保存：有一条的正文过长，或条数过多，可能断错了地方，请分段、分条整理后再上传。',
        },
      };
    return { issuedOn: head.issuedOn, items, problems };
  } catch (error) {
    if (error instanceof ManuscriptRefusal) return { refusal: { code: error.code, message: error.message } };
    throw error;
  }
});
