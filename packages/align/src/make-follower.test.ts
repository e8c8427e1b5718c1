import { describe, expect, test } from 'vitest';

import { writeSide } from '../test/write-side.ts';
import { alignVolumes } from './align-volumes.ts';
import { followSpan } from './make-follower.ts';
import type { Side } from './side.ts';

const FIRST = '全县辖八乡四镇，有行政村三百一十二个，年末总人口四十二万。';
const SECOND = '境内河流属甲江水系，主要有乙河、丙河，流域面积二百平方千米。';
const THIRD = '春季干旱多风，夏季炎热多雨。秋季天高气爽，冬季寒冷少雪，历年平均降水量六百毫米。';

/** Follows the n-th standing of some words; what stands there now, marked where changed, null where gone. */
function follow(before: Side, after: Side, words: string, nth = 0): string | null {
  let start = before.text.indexOf(words);
  for (let left = nth; left > 0; left -= 1) start = before.text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`the text has no ${words}`);
  const place = followSpan(alignVolumes(before, after), before, after, { start, end: start + words.length });
  return place && (place.changed ? 'changed ' : '') + after.text.slice(place.start, place.end);
}

const within = (before: string, after: string, words: string, nth = 0) =>
  follow(writeSide(FIRST, before, THIRD), writeSide(FIRST, after, THIRD), words, nth);

describe('a span of an edited paragraph', () => {
  test.each([
    ['stands where its neighbours moved', SECOND, SECOND.replace('境内', '县境之内的'), '流域面积', '流域面积'],
    ['was edited inside', SECOND, SECOND.replace('二百', '三百'), '面积二百平方千米', 'changed 面积三百平方千米'],
    ['was edited at its edge', SECOND, SECOND.replace('二百', '三百'), '面积二', 'changed 面积三'],
    ['was replaced as a whole', SECOND, SECOND.replace('二百', '三千余'), '二百', 'changed 三千余'],
    ['lost its words', SECOND, SECOND.replace('、丙河', ''), '、丙河', 'changed '],
    ['lost some of its words', SECOND, SECOND.replace('、丙河', ''), '乙河、丙河', 'changed 乙河'],
    ['has more words inside', SECOND, SECOND.replace('、', '、丁河、'), '乙河、丙河', 'changed 乙河、丁河、丙河'],
    ['has more words before', SECOND, SECOND.replace('主要', '其中主要'), '主要有', '主要有'],
    ['has more words behind', SECOND, SECOND.replace('水系，', '水系下游，'), '甲江水系', '甲江水系'],
    ['has other spaces', SECOND, SECOND.replace('甲江', ' 甲　江 '), '属甲江', '属 甲　江'],
    ['has the same words put before', '面积12平方千米，在县城。', '面积面积12平方千米，在县城。', '面积12', '面积12'],
    ['is a number that grew in front', '粮食增长12%，总产创新高。', '粮食增长112%，总产创新高。', '12', 'changed 112'],
    [
      'is a number that grew behind',
      '粮食增长12%，总产创新高。',
      '粮食增长123%，总产创新高。',
      '增长12',
      'changed 增长123',
    ],
    ['is a number with decimals now', '粮食增长12%，总产创新高。', '粮食增长12.5%，总产创新高。', '12', 'changed 12.5'],
    ['is part of a number that grew', '全县人口2015万，创新高。', '全县人口20156万，创新高。', '01', '01'],
    [
      'stands beside a deletion of the same words',
      '主任1a12张某到会，副主任缺席。',
      '主任12张某到会，副主任缺席。',
      '12',
      '12',
    ],
    ['begins as what was deleted before it', '河名甲丙甲丁，在东。', '河名甲丁，在东。', '甲丁', '甲丁'],
    ['ends as what was deleted behind it', '河名甲丁丙丁，在东。', '河名甲丁，在东。', '甲丁', '甲丁'],
    [
      'has characters beyond the first plane',
      '村名𠮷家坪，在县城以东。',
      '村名𠮶家坪，在县城以东。',
      '名𠮷家',
      'changed 名𠮶家',
    ],
  ])('%s', (_, before, after, words, expected) => {
    expect(within(before, after, words)).toBe(expected);
  });
});

describe('a span of the book', () => {
  test('of a paragraph that stands, moved or not', () => {
    const [before, after] = [writeSide(FIRST, SECOND, THIRD), writeSide(SECOND, THIRD, FIRST)];
    expect(follow(before, after, '行政村')).toBe('行政村');
    expect(follow(before, after, '乙河')).toBe('乙河');
  });

  test('of a removed paragraph is gone', () => {
    expect(follow(writeSide(FIRST, SECOND, THIRD), writeSide(FIRST, THIRD), '乙河')).toBeNull();
  });

  test('of a split and of a merged paragraph, across the cut as well', () => {
    const [whole, parts] = [
      writeSide(FIRST, THIRD, SECOND),
      writeSide(FIRST, THIRD.slice(0, 14), THIRD.slice(14), SECOND),
    ];
    expect(follow(whole, parts, '天高气爽')).toBe('天高气爽');
    expect(follow(whole, parts, '多雨。秋季')).toBe('多雨。\n秋季');
    expect(follow(parts, whole, '天高气爽')).toBe('天高气爽');
    expect(follow(parts, whole, '多雨。\n秋季')).toBe('多雨。秋季');
  });

  test('of several paragraphs, one of them edited, gone, or with a new one between', () => {
    const before = writeSide(FIRST, SECOND, THIRD);
    const words = `四十二万。\n${SECOND}\n春季`;
    expect(follow(before, before, words)).toBe(words);
    expect(follow(before, writeSide(FIRST, THIRD), words)).toBe('changed 四十二万。\n春季');
    expect(follow(before, writeSide(FIRST, SECOND.replace('二百', '三百'), THIRD), words)).toBe(
      `changed ${words.replace('二百', '三百')}`,
    );
    expect(follow(before, writeSide(FIRST, '新增一段文字。', SECOND, THIRD), words)).toMatch(/^changed .*新增一段/s);
  });

  test('that is empty, or of white space between blocks, finds a place and is not changed', () => {
    const [before, after] = [writeSide(FIRST, SECOND), writeSide(THIRD, FIRST, SECOND)];
    const alignment = alignVolumes(before, after);
    const at = THIRD.length + 1;
    const empty = followSpan(alignment, before, after, { start: 5, end: 5 });
    expect(empty).toEqual({ start: at + 5, end: at + 5, changed: false });
    const gap = followSpan(alignment, before, after, { start: FIRST.length, end: FIRST.length + 1 });
    expect(gap).toEqual({ start: at + FIRST.length, end: at + FIRST.length + 1, changed: false });
  });
});

describe('a span of a table', () => {
  const HEAD = ['年份', '粮食', '棉花', '油料'];
  const rows = [HEAD, ['2001', '120', '31', '8'], ['2002', '131', '31', '8'], ['2003', '142', '35', '9']];
  const before = writeSide(FIRST, rows, SECOND);
  const into = (table: string[][], words: string, nth = 0) =>
    follow(before, writeSide(FIRST, table, SECOND), words, nth);

  test('stays in its cell when a row comes before it', () => {
    const later = [HEAD, ['2000', '31', '31', '8'], ...rows.slice(1)];
    const after = writeSide(FIRST, later, SECOND);
    const alignment = alignVolumes(before, after);
    const start = before.text.indexOf('31\t8\n2002');
    const place = followSpan(alignment, before, after, { start, end: start + 2 });
    expect(place).toEqual({ start: after.text.indexOf('31\t8\n2002'), end: expect.any(Number), changed: false });
  });

  test('stays in its cell when a column comes before it', () => {
    const wider = rows.map((row, index) => [row[0]!, index === 0 ? '小麦' : '31', ...row.slice(1)]);
    const after = writeSide(FIRST, wider, SECOND);
    const start = before.text.indexOf('31\t8\n2002');
    const place = followSpan(alignVolumes(before, after), before, after, { start, end: start + 2 });
    expect(place?.start).toBe(after.text.indexOf('120\t31\t8\n2002') + 4);
    expect(place?.changed).toBe(false);
  });

  test('stays in the row of its name when all else in it changed and a row came before', () => {
    const years = (...rows: string[][]) => writeSide(FIRST, [['年份', '甲', '乙', '丙', '丁', '戊'], ...rows], SECOND);
    const [first, second] = [
      ['2001', '11', '12', '13', '14', '15'],
      ['2002', '21', '22', '23', '24', '25'],
    ];
    const other = (row: string[]) => row.map((cell, column) => (column === 0 ? cell : `9${cell}`));
    const after = years(['2000', '1', '2', '3', '4', '5'], other(first), other(second), [
      '2003',
      '6',
      '7',
      '8',
      '9',
      '0',
    ]);
    expect(follow(years(first, second), after, '13')).toBe('changed 913');
    expect(follow(years(first, second), after, '25')).toBe('changed 925');
  });

  test('changes with its cell and with no other', () => {
    const other = rows.map((row) => row.map((cell) => (cell === '131' ? '137' : cell)));
    expect(into(other, '131')).toBe('changed 137');
    expect(into(other, '142')).toBe('142');
    expect(into(other, '131\t31')).toBe('changed 137\t31');
    expect(into(other, '2003\t142')).toBe('2003\t142');
  });

  test('finds what stands in the place of its row when nothing of it is left', () => {
    const other = rows.map((row, index) => (index === 2 ? ['全年', '七', '六', '五'] : row));
    expect(into(other, '131')).toBe('changed 七');
  });

  test('is gone with its row and its column', () => {
    expect(into([HEAD, rows[1]!, rows[3]!], '131')).toBeNull();
    expect(into([HEAD, rows[1]!, rows[3]!], '142')).toBe('142');
    const narrow = rows.map(([year, , ...rest]) => [year!, ...rest]);
    expect(into(narrow, '131')).toBeNull();
    expect(into(narrow, '35')).toBe('35');
  });

  test('in one of many equal rows', () => {
    const equal = [HEAD, ...Array.from({ length: 40 }, () => ['—', '—', '—', '—']), rows[3]!];
    const more = [...equal.slice(0, 20), ['—', '—', '—', '—'], ...equal.slice(20)];
    expect(follow(writeSide(equal), writeSide(more), '142')).toBe('142');
  });
});
