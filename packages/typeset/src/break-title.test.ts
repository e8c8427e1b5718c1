import { expect, it } from 'vitest';

import { breakTitle } from './break-title.ts';
import { widthOf } from './measures.ts';

it('leaves a short title on one line', () => {
  expect(breakTitle('甲市召开年鉴工作会议', 20)).toEqual(['甲市召开年鉴工作会议']);
});

it('breaks at a space between two halves, and at a line break an editor set', () => {
  expect(breakTitle('乙县完成第三轮修志篇目论证 广泛听取各单位意见', 20)).toEqual([
    '乙县完成第三轮修志篇目论证',
    '广泛听取各单位意见',
  ]);
  expect(breakTitle('甲市\n 年鉴 ', 20)).toEqual(['甲市', '年鉴']);
});

it('breaks a long one between words into lines of about one length', () => {
  const title = '丁区地方志办公室组织业务培训着力提升年鉴编纂质量和数据核实水平';
  const lines = breakTitle(title, 20);
  expect(lines.join('')).toBe(title);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20);
  expect(Math.abs(widthOf(lines[0]!) - widthOf(lines[1]!))).toBeLessThanOrEqual(4);
});

it('begins no line with a mark that closes, and ends none with one that opens', () => {
  for (let most = 6; most <= 20; most++)
    for (const line of breakTitle('关于印发《甲市年鉴（2026）》编纂方案、供稿要求（试行）的通知', most)) {
      if (widthOf(line) > most) continue;
      expect(line).not.toMatch(/^[》）、，。的]/);
      expect(line).not.toMatch(/[《（]$/);
    }
});

it('keeps what has no place to break, and nothing of an empty title', () => {
  expect(breakTitle('x'.repeat(60), 20)).toEqual(['x'.repeat(60)]);
  expect(breakTitle(' \n ', 20)).toEqual([]);
});
