import { describe, expect, test } from 'vitest';

import { makeLine, makePaper } from '../../../test/make-paper.ts';
import { readAnswers } from './read-answers.ts';
import { writeLetter } from './write-letter.ts';
import { writeRegister } from './write-register.ts';

describe('a file that comes back as it went out', () => {
  test.each([
    ['a letter', makePaper(), writeLetter],
    [
      'a draft without number, day and signer',
      makePaper({ state: 'draft', number: null, signedOn: null }),
      writeLetter,
    ],
    ['a register', makePaper(), writeRegister],
    ['a slip', makePaper({ kind: 'slip' }), writeLetter],
  ])('%s answers nothing and adds nothing', async (_, paper, write) => {
    const { letterId, secret } = paper;
    const answers = paper.lines.map(({ lineId, number, quote }) => ({
      lineId,
      number,
      answer: null,
      note: '',
      quote,
      text: expect.stringContaining(quote),
    }));
    expect(await readAnswers(await write(paper))).toEqual({ letterId, secret, answers, unmatched: [] });
  });

  test('ticked boxes and notes are read back', async () => {
    const given = (['done', 'partly', 'notDone', 'contested'] as const).map((answer, index) =>
      makeLine(index + 1, { answer, answerNote: `依据第${index}号资料` }),
    );
    const paper = makePaper({ lines: given });
    for (const bytes of [await writeLetter(paper), await writeRegister(paper)]) {
      const read = await readAnswers(bytes);
      expect(read?.answers.map(({ answer, note }) => [answer, note])).toEqual([
        ['done', '依据第0号资料'],
        ['partly', '依据第1号资料'],
        ['notDone', '依据第2号资料'],
        ['contested', '依据第3号资料'],
      ]);
    }
  });
});
