import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findChangedLine } from './find-changed-line.ts';

describe('the changed line of a text', () => {
  it.each([
    ['a letter typed', '甲\n乙丙\n丁', '甲\n乙己丙\n丁', { line: 1, text: '乙己丙' }],
    ['a letter gone', '甲\n乙丙', '甲\n乙', { line: 1, text: '乙' }],
    ['the first line', '甲乙', '丙乙', { line: 0, text: '丙乙' }],
    ['a line more', '甲\n乙', '甲\n\n乙', null],
    ['two lines joined', '甲\n乙', '甲乙', null],
    ['a line emptied', '甲\n乙', '甲\n', null],
    ['an empty line begun', '甲\n', '甲\n乙', null],
    ['lines pasted', '甲', '甲乙\n丙', null],
  ])('is told for %s', (_name, before, after, expected) => {
    expect(findChangedLine(before, after)).toEqual(expected);
  });

  it('makes the old text into the new one wherever it is told', () => {
    const text = fc.array(fc.constantFrom('甲', '乙', '\n', '𠮷')).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changed = findChangedLine(before, after);
        if (changed === null) return;
        const lines = before.split('\n');
        lines[changed.line] = changed.text;
        expect(lines.join('\n')).toBe(after);
      }),
    );
  });
});
