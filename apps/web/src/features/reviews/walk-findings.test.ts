import { describe, expect, it } from 'vitest';

import { nextUndecided, stepFinding, withSelected } from './walk-findings.ts';

const LISTED = [2, 5, 9];

describe('stepFinding', () => {
  it.each<[number | null, 1 | -1, number | null]>([
    [null, 1, 2],
    [null, -1, 9],
    [2, 1, 5],
    [9, 1, null],
    [5, -1, 2],
    [2, -1, null],
    // The selected one has left the list, by a decision or another filter.
    [6, 1, 9],
    [6, -1, 5],
    [0, -1, null],
  ])('from %s by %i goes to %s', (selected, step, expected) => {
    expect(stepFinding(LISTED, selected, step)).toBe(expected);
  });
});

describe('nextUndecided', () => {
  const decisions = (undecided: number[]) => Array.from({ length: 10 }, (_, seq) => (undecided.includes(seq) ? -1 : 0));
  it.each<[string, number[], number | null, number | null]>([
    ['the next', [2, 5, 9], 2, 5],
    ['over decided ones', [2, 9], 2, 9],
    ['from the top again', [2], 9, 2],
    ['never the one just decided', [5], 5, null],
    ['none where all is done', [], 2, null],
    ['the first where nothing is selected', [5, 9], null, 5],
  ])('gives %s', (_name, undecided, selected, expected) => {
    expect(nextUndecided(LISTED, decisions(undecided), selected)).toBe(expected);
  });
});

describe('withSelected', () => {
  it.each<[number | null, readonly number[]]>([
    [null, [2, 5, 9]],
    [5, [2, 5, 9]],
    [6, [2, 5, 6, 9]],
    [0, [0, 2, 5, 9]],
    [10, [2, 5, 9, 10]],
  ])('with %s is %j', (selected, expected) => {
    expect(withSelected(LISTED, selected)).toEqual(expected);
  });
});
