import { describe, expect, it } from 'vitest';

import { answerLine, signLetter, type AnswerableLine, type SignableLetter } from './letter.ts';

const LETTER: SignableLetter = { state: 'draft', version: 3, lines: 2, addressee: '乙县档案馆', unseen: 0 };

describe('signing a letter', () => {
  it.each<[string, Partial<SignableLetter>, number, ReturnType<typeof signLetter>]>([
    ['a draft as it was seen', {}, 3, 'signed'],
    ['a draft that changed since', {}, 2, 'STALE'],
    ['one that was signed already', { state: 'signed' }, 3, 'NOT_A_DRAFT'],
    ['one that was signed already, by whoever saw it before', { state: 'signed' }, 2, 'NOT_A_DRAFT'],
    ['one that was withdrawn', { state: 'withdrawn' }, 3, 'NOT_A_DRAFT'],
    ['one of which everything was left out', { lines: 0 }, 3, 'NO_LINES'],
    ['one to nobody', { addressee: '' }, 3, 'NO_ADDRESSEE'],
    ['one to blanks', { addressee: ' \u3000' }, 3, 'NO_ADDRESSEE'],
    ['one while political or secrecy findings are unseen', { unseen: 1 }, 3, 'LOOK_FIRST'],
    ['one that lacks everything: what is told first', { lines: 0, addressee: '', unseen: 9 }, 3, 'NO_LINES'],
  ])('%s', (_what, changed, version, expected) => {
    expect(signLetter({ ...LETTER, ...changed }, { version })).toBe(expected);
  });
});

describe('answering a line', () => {
  const LINE: AnswerableLine = { state: 'signed', version: 4 };
  it.each<[string, Partial<AnswerableLine>, Parameters<typeof answerLine>[1], ReturnType<typeof answerLine>]>([
    ['已改 needs no words', {}, { version: 4, answer: 'done', note: '' }, 'answered'],
    ['部分修改 needs no words', {}, { version: 4, answer: 'partly', note: '' }, 'answered'],
    ['未改 needs a reason', {}, { version: 4, answer: 'notDone', note: ' ' }, 'REASON_REQUIRED'],
    ['有异议 needs a reason', {}, { version: 4, answer: 'contested', note: '' }, 'REASON_REQUIRED'],
    ['未改 with its reason', {}, { version: 4, answer: 'notDone', note: '原始资料如此。' }, 'answered'],
    ['an answer is taken back without words', {}, { version: 4, answer: null, note: '' }, 'answered'],
    ['a line answered meanwhile', {}, { version: 3, answer: 'done', note: '' }, 'STALE'],
    ['a file that came back names no version', {}, { version: null, answer: 'done', note: '' }, 'answered'],
    ['a file that came back is taken without a reason', {}, { version: null, answer: 'notDone', note: '' }, 'answered'],
    ['a draft', { state: 'draft' }, { version: 4, answer: 'done', note: '' }, 'NOT_SIGNED'],
    ['a withdrawn letter', { state: 'withdrawn' }, { version: null, answer: 'done', note: '' }, 'NOT_SIGNED'],
  ])('%s', (_what, changed, command, expected) => {
    expect(answerLine({ ...LINE, ...changed }, command)).toBe(expected);
  });
});
