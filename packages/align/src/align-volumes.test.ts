import { describe, expect, test } from 'vitest';

import { writeSide, type Written } from '../test/write-side.ts';
import { alignVolumes } from './align-volumes.ts';

const FIRST = '全县辖八乡四镇，有行政村三百一十二个，年末总人口四十二万。';
const SECOND = '境内河流属甲江水系，主要有乙河、丙河，流域面积二百平方千米。';
const THIRD = '气候温和，四季分明，年平均气温十四度，无霜期二百一十天。';
const FOURTH = '矿产有石灰石、黏土、石英砂，其中石英砂储量居全省第三位。';
const FIFTH = '春季干旱多风，夏季炎热多雨。秋季天高气爽，冬季寒冷少雪，历年平均降水量六百毫米。';

/** Rows as one line each: kind, numbers before → numbers after. */
const lay = (before: readonly Written[], after: readonly Written[]) =>
  alignVolumes(writeSide(...before), writeSide(...after)).rows.map(
    (row) => `${row.moved ? 'moved ' : ''}${row.kind} ${row.before.join()}→${row.after.join()}`,
  );

describe('rows of an alignment', () => {
  test.each([
    ['the same', [FIRST, SECOND], [FIRST, SECOND], ['same 0→0', 'same 1→1']],
    ['white space', ['第一节  概况', FIRST], ['第一节 概况', FIRST], ['same 0→0', 'same 1→1']],
    [
      'an edited paragraph',
      [FIRST, SECOND, THIRD],
      [FIRST, SECOND.replace('二百', '三百'), THIRD],
      ['same 0→0', 'edited 1→1', 'same 2→2'],
    ],
    ['an added one', [FIRST, SECOND], [FIRST, THIRD, SECOND], ['same 0→0', 'added →1', 'same 1→2']],
    ['one at the front', [FIRST], [THIRD, FIRST], ['added →0', 'same 0→1']],
    ['a removed one', [FIRST, THIRD, SECOND], [FIRST, SECOND], ['same 0→0', 'removed 1→', 'same 2→1']],
    ['a removed first one', [FIRST, SECOND], [SECOND], ['removed 0→', 'same 1→0']],
    ['one in place of another', [FIRST, SECOND], [FIRST, THIRD], ['same 0→0', 'removed 1→', 'added →1']],
    [
      'a split paragraph',
      [FIRST, FIFTH, THIRD],
      [FIRST, FIFTH.slice(0, 14), FIFTH.slice(14), THIRD],
      ['same 0→0', 'split 1→1,2', 'same 2→3'],
    ],
    [
      'merged paragraphs, edited as well',
      [FIRST, SECOND, THIRD, FOURTH],
      [FIRST, SECOND + THIRD.replace('十四', '十五'), FOURTH],
      ['same 0→0', 'merged 1,2→1', 'same 3→2'],
    ],
    [
      'a moved paragraph',
      [FIRST, SECOND, THIRD, FIFTH],
      [SECOND, THIRD, FIFTH, FIRST],
      ['same 1→0', 'same 2→1', 'same 3→2', 'moved same 0→3'],
    ],
    [
      'a moved and edited paragraph',
      [FOURTH, SECOND, THIRD, FIFTH],
      [SECOND, THIRD, FIFTH, FOURTH.replace('第三', '第二')],
      ['same 1→0', 'same 2→1', 'same 3→2', 'moved edited 0→3'],
    ],
    [
      'a moved section with a heading that stands elsewhere too',
      ['# 农业', '## 机构', FIRST, '# 工业', '## 机构', SECOND, THIRD, FIFTH],
      ['# 工业', '## 机构', SECOND, THIRD, FIFTH, '# 农业', '## 机构', FIRST],
      ['same 3→0', 'same 4→1', 'same 5→2', 'same 6→3', 'same 7→4'].concat([
        'moved same 0→5',
        'moved same 1→6',
        'moved same 2→7',
      ]),
    ],
    [
      'a heading with another word',
      ['# 第一章 概述', FIRST, '# 第二章 农业', SECOND],
      ['# 第一章 概况', FIRST, '# 第三章 农业', SECOND],
      ['edited 0→0', 'same 1→1', 'edited 2→2', 'same 3→3'],
    ],
    [
      'a short line with another character in it',
      [FIRST, '主任张三', SECOND],
      [FIRST, '主任王三', SECOND],
      ['same 0→0', 'edited 1→1', 'same 2→2'],
    ],
    [
      'a short text that left one place and came up in another is not moved',
      ['略', FIRST, SECOND],
      [FIRST, SECOND, '略'],
      ['removed 0→', 'same 1→0', 'same 2→1', 'added →2'],
    ],
    [
      'one more of many equal ones',
      [FIRST, '—', '—', '—', SECOND],
      [FIRST, '—', '—', '—', '—', SECOND],
      ['same 0→0', 'same 1→1', 'same 2→2', 'same 3→3', 'added →4', 'same 4→5'],
    ],
  ])('%s', (_, before, after, rows) => {
    expect(lay(before, after)).toEqual(rows);
  });

  test('a table with other numbers and one more row is that table', () => {
    const table = [
      ['年份', '产量', '增长'],
      ['2001', '120', '3.1'],
      ['2002', '131', '9.2'],
    ];
    const later = [table[0]!, ['2000', '116', '2.0'], ['2001', '121', '3.2'], ['2002', '131', '9.2']];
    expect(lay([FIRST, table, SECOND], [FIRST, later, SECOND])).toEqual(['same 0→0', 'edited 1→1', 'same 2→2']);
  });

  test('a table under its caption is that table, whatever is in it; cells stay apart', () => {
    expect(lay(['表1 产量', [['1', '2']], FIRST], ['表1 产量', [['8', '9']], FIRST])[1]).toBe('edited 1→1');
    expect(lay([[['1', '23']]], [[['12', '3']]])).not.toContain('same 0→0');
  });

  test('books without a block', () => {
    expect(lay([], [])).toEqual([]);
    expect(lay([FIRST], [])).toEqual(['removed 0→']);
    expect(lay([], [FIRST])).toEqual(['added →0']);
  });
});

describe('outline of an alignment', () => {
  test('follows headings that were renamed, moved and removed', () => {
    const before = writeSide('# 农业', '## 机构', FIRST, '## 种植', SECOND, '# 工业', '## 机构', THIRD, '# 军事');
    const after = writeSide('# 工业', '## 机构', THIRD, '# 农业', '## 机构', FIRST, '## 种植业', SECOND);
    const titles = alignVolumes(before, after).nodes.map((node) =>
      node < 0 ? '' : `${node} ${after.nodes[node]!.title}`,
    );
    expect(titles).toEqual(['0 ', '3 农业', '4 机构', '5 种植业', '1 工业', '2 机构', '']);
  });

  test('follows a title under the same parent when the section was written anew elsewhere', () => {
    const before = writeSide('# 农业', '## 机构', FIRST, '## 种植', SECOND, THIRD);
    const after = writeSide('# 农业', '## 种植', SECOND, THIRD, '## 机构', FOURTH);
    expect(alignVolumes(before, after).nodes).toEqual([0, 1, 3, 2]);
  });

  test('follows a section under a wholly new title by what stands in it', () => {
    const before = writeSide('# 甲', FIRST, SECOND);
    const after = writeSide('# 乙类概览综述', FIRST, SECOND);
    expect(alignVolumes(before, after).nodes).toEqual([0, 1]);
  });
});
