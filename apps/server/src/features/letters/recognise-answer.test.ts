import { describe, expect, test } from 'vitest';

import { recogniseAnswer } from './recognise-answer.ts';

const OPINION = ['□已改', '□部分修改', '□未改', '□有异议'];
const SLIP = ['□属实', '□更正为', '□有异议'];

describe('boxes', () => {
  test.each([
    ['☑已改\n□部分修改\n□未改\n□有异议', 'done', ''],
    ['□已改\n□部分修改\n□未改\n☑有异议', 'contested', ''],
    ['□已改 □部分修改 ☑未改 □有异议', 'notDone', ''],
    ['√已改\n□部分修改\n□未改\n□有异议', 'done', ''],
    ['□已改√\n□部分修改\n□未改\n□有异议', 'done', ''],
    ['□√已改□部分修改□未改□有异议', 'done', ''],
    ['□已改\n■ 部分修改\n□未改\n□有异议', 'partly', ''],
    ['□已改\nR部分修改\n□未改\n□有异议', 'partly', ''],
    ['[√]未改', 'notDone', ''],
    ['已改√', 'done', ''],
    ['☑已改（第3页）\n□部分修改\n□未改\n□有异议', 'done', '（第3页）'],
    ['□部分修改', 'partly', ''],
    ['□已改\n□部分修改\n□未改\n□有异议\n已按意见修改', 'done', '已按意见修改'],
    ['□已改\n□部分修改\n□未改\n□有异议\n保留原文', 'notDone', '保留原文'],
    ['□已改\n□部分修改\n□未改\n□有异议', null, ''],
    ['☑已改\n☑未改\n□有异议', null, '☑已改\n☑未改\n□有异议'],
    ['□已改\n此处未改', null, '已改 此处未改'],
  ])('%j', (cell, answer, words) => {
    expect(recogniseAnswer(cell, false)).toEqual({ answer, words });
  });

  test('each option of each kind, ticked in any way', () => {
    for (const [options, isSlip] of [[OPINION, false] as const, [SLIP, true] as const])
      for (const option of options)
        for (const mark of ['☑', '√', '✔', '□√', '【√】']) {
          const cell = options.map((each) => (each === option ? each.replace('□', mark) : each)).join('\n');
          expect(recogniseAnswer(cell, isSlip).answer, cell).not.toBeNull();
        }
  });
});

describe('words', () => {
  const cases: Record<string, string[]> = {
    done: [
      '已改',
      '已 改。',
      '已修改',
      '改',
      '√',
      '采纳',
      '已采纳',
      '同意',
      '同意修改',
      '按意见修改',
      '已按意见修改，见第12页。',
      '已按审查意见改正',
      '已更正',
      '已删除',
      '已补充',
      '均已修改',
      '照改',
    ],
    partly: ['部分修改', '部分采纳', '已部分修改', '部分采纳，其余保留原文'],
    notDone: [
      '未改',
      '不改',
      '不采纳',
      '不予采纳',
      '保留原文',
      '维持原文',
      '未修改',
      '暂不修改',
      '未采纳',
      '经研究，保留原文',
    ],
    contested: ['有异议', '不同意', '不同意修改', '有异议，保留原文', '我单位有异议'],
  };
  test.each(Object.entries(cases).flatMap(([answer, words]) => words.map((word) => [word, answer] as const)))(
    '%s: %s',
    (word, answer) => {
      expect(recogniseAnswer(word, false).answer).toBe(answer);
    },
  );

  test.each([
    '',
    '请与统计局核对',
    '拟修改',
    '将在下一稿修改',
    '尚未修改',
    '正在核实',
    '已改，但第二处未改',
    '修改意见收悉',
    '以县统计局公布的数据为准，与农业农村局会商后再定',
    '县志办已经将原始资料改存档案馆并由专人保管',
    '同意第一处，不同意第二处',
    '待定',
    '一般',
    'constructor',
  ])('%j says nothing plain, and is kept', (words) => {
    expect(recogniseAnswer(words, false)).toEqual({ answer: null, words });
  });
});

describe('a slip', () => {
  test.each([
    ['☑属实\n□更正为\n□有异议', 'notDone', '属实'],
    ['□属实\n☑更正为 水田17.4万亩\n□有异议', 'done', '更正为 水田17.4万亩'],
    ['□属实\n□更正为\n☑有异议', 'contested', ''],
    ['属实', 'notDone', '属实'],
    ['情况属实。', 'notDone', '情况属实。'],
    ['经核实无误', 'notDone', '经核实无误'],
    ['更正为12万亩', 'done', '更正为12万亩'],
    ['不属实，应为12万亩', 'done', '不属实，应为12万亩'],
    ['不属实', null, '不属实'],
    ['第一处属实，第二处应为12万亩', null, '第一处属实，第二处应为12万亩'],
    ['12万亩', null, '12万亩'],
    ['□属实\n□更正为\n□有异议', null, ''],
  ])('%j', (cell, answer, words) => {
    expect(recogniseAnswer(cell, true)).toEqual({ answer, words });
  });
});

test.each(['□ ', ' ', '（', '□', '已', '（□'])('a cell full of %j ends', (piece) => {
  for (const times of [990, 100_000]) {
    const cell = `已${piece.repeat(times)}`;
    expect(recogniseAnswer(cell, false)).toEqual({ answer: null, words: cell.trim() });
  }
});
