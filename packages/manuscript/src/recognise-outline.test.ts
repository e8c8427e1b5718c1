import { describe, expect, test } from 'vitest';
import { printVolume } from '../test/print-volume.ts';
import { readManuscript } from './read-manuscript.ts';

const read = async (lines: string[], name = 'book.txt') =>
  printVolume((await readManuscript(new TextEncoder().encode(lines.join('\n')), name)).volume);

describe('numbered headings of a file without marks', () => {
  test('rank by their kind', async () => {
    const lines = [
      '第一编  地理',
      '第一章  位置',
      '第一节  疆域',
      '一、境域',
      '（一）东界',
      '乙县东界丙县。',
      '【乙山】 山在县北。',
    ];
    expect(await read(lines)).toEqual([
      'h1 第一编  地理',
      'h2 第一章  位置',
      'h3 第一节  疆域',
      'h4 一、境域',
      'h5 （一）东界',
      'paragraph 乙县东界丙县。',
      'h6 【乙山】',
      'paragraph 山在县北。',
    ]);
  });

  test('sentences, lists and contents are none', async () => {
    const lines = [
      '目  录',
      '第一章  位置………1',
      '第二章  人口………9',
      '第一章  位置',
      '第一章规定，乙县设乡。',
      '一、甲村',
      '二、乙村',
      '三、丙村',
      '一、本志按事业分类。',
    ];
    const printed = await read(lines);
    expect(printed.filter((line) => line.startsWith('h'))).toEqual(['h1 第一章  位置']);
  });

  test('contents without page numbers are none either', async () => {
    const lines = [
      '目录',
      '第一章  位置',
      '第二章  人口',
      '第一章  位置',
      '乙县在北。',
      '第二章  人口',
      '乙县有四万人。',
    ];
    const printed = await read(lines);
    expect(printed.slice(1, 4)).toEqual(['paragraph 第一章  位置', 'paragraph 第二章  人口', 'h1 第一章  位置']);
    expect(printed.filter((line) => line.startsWith('h'))).toHaveLength(2);
  });

  test('front matter counts in a book only', async () => {
    expect(await read(['凡  例', '第一编  地理', '乙县在北。'])).toContain('h1 凡  例');
    expect(await read(['附录', '乙县在北。'])).toEqual(['paragraph 附录', 'paragraph 乙县在北。']);
  });

  test('are left alone where the file marks its headings', async () => {
    expect(await read(['# 概述', '第一章  位置', '【甲湖】湖在县南。'], 'a.md')).toEqual([
      'h1 概述',
      'paragraph 第一章  位置',
      'h2 【甲湖】',
      'paragraph 湖在县南。',
    ]);
  });
});

test('notes in brackets open no entry', async () => {
  expect(await read(['【注】数字为年报数。', '文中【乙山】不在段首。'])).toEqual([
    'paragraph 【注】数字为年报数。',
    'paragraph 文中【乙山】不在段首。',
  ]);
});

test('title, number and unit above a table are captions, the sentence above is not', async () => {
  const table = ['┏━━┯━━┓', '┃年份│产值┃', '┗━━┷━━┛'];
  const lines = [
    '产值逐年增长。',
    '          1990年乙县产值',
    '表7-1-3                 单位：万元',
    ...table,
    '续表',
    ...table,
  ];
  expect(await read(lines)).toEqual([
    'paragraph 产值逐年增长。',
    'caption 1990年乙县产值',
    'caption 表7-1-3                 单位：万元',
    'row 年份|产值',
    'caption 续表',
    'row 年份|产值',
  ]);
});
