import { describe, expect, it } from 'vitest';

import { applyAnswers } from './apply-answers.ts';
import type { ReadAnswer } from './letter-paper.ts';
import type { LetterLine } from './store-lines.ts';

const LINE = { id: 'line', number: 3, answer: null, answerNote: null, answeredVia: null } as LetterLine;
const ROW: ReadAnswer = { lineId: 'line', number: 3, answer: 'done', note: '', quote: '', text: '' };
const apply = (line: Partial<LetterLine>, row: Partial<ReadAnswer>, unmatched: { text: string }[] = []) =>
  applyAnswers('opinions', { letterId: '', secret: '', answers: [{ ...ROW, ...row }], unmatched }, [
    { ...LINE, ...line },
  ]);

describe('taking over the answers of a Word file', () => {
  it.each<[string, Partial<LetterLine>, Partial<ReadAnswer>, unknown]>([
    [
      'an open line',
      {},
      { note: '已补。' },
      { given: [{ lineId: 'line', answer: 'done', note: '已补。' }], matched: 1, unmatched: [] },
    ],
    [
      'a line that an earlier file answered',
      { answer: 'notDone', answeredVia: 'word' },
      {},
      { given: [{ lineId: 'line', answer: 'done', note: null }], matched: 1, unmatched: [] },
    ],
    [
      'a line answered on screen stands',
      { answer: 'notDone', answerNote: '属实', answeredVia: 'screen' },
      { note: '已补' },
      { given: [], matched: 0, unmatched: [{ text: '第 3 条：屏幕上已答复“未改：属实”，回函写的是“已改：已补”。' }] },
    ],
    [
      'a line answered so on screen is no contradiction',
      { answer: 'done', answerNote: '已补', answeredVia: 'screen' },
      { note: '已补' },
      { given: [], matched: 1, unmatched: [] },
    ],
    ['a row nobody filled in', {}, { answer: null }, { given: [], matched: 0, unmatched: [] }],
    [
      'words without an answer',
      {},
      { answer: null, note: '待查' },
      { given: [], matched: 0, unmatched: [{ text: '第 3 条：没有看出处理结果，回函写的是“待查”。' }] },
    ],
    [
      'a row of another letter',
      {},
      { lineId: 'other', text: '9 | 已查' },
      { given: [], matched: 0, unmatched: [{ text: '9 | 已查' }] },
    ],
  ])('%s', (_what, line, row, expected) => {
    expect(apply(line, row)).toEqual(expected);
  });

  it('holds what the database can hold, and says where the rest is', () => {
    const [first] = apply({}, { note: `乙\0\uD800${'县'.repeat(3_000)}` }).given;
    expect(first!.note).toMatch(/^乙\uFFFD县+……（余见回函原件）$/);
    const many = Array.from({ length: 700 }, (_, index) => ({ text: `第 ${index} 处` }));
    const { unmatched } = apply({}, {}, many);
    expect(unmatched).toHaveLength(501);
    expect(unmatched.at(-1)!.text).toContain('200 处');
  });
});
