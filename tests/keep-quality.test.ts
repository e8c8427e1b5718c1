import { describe, expect, it } from 'vitest';

import { measureTexts, measureSets } from '../quality/measure-sets.ts';

const scores = measureSets();

describe('the labelled pairs', () => {
  it('hold the frozen set of hard errors: none missed, none raised on the right side, no ready edit', () => {
    const hard = scores.find(({ set }) => set === 'hard-errors')!;
    expect(hard.pairs).toBeGreaterThanOrEqual(300);
    expect({ missed: hard.missed, alarmed: hard.alarmed, edits: hard.edits }).toEqual({
      missed: [],
      alarmed: [],
      edits: 0,
    });
  });

  it.each(scores.filter(({ set }) => !/blind|peers/u.test(set)))('of $set stay found and left in peace', (score) => {
    // What the sets were written against; the blind ones are measured, not promised.
    expect(score.found / score.pairs, score.missed.join('、')).toBeGreaterThanOrEqual(0.95);
    expect(score.silent / score.pairs, score.alarmed.join('、')).toBeGreaterThanOrEqual(0.98);
  });
});

describe('the errata of a printed gazetteer', () => {
  const errata = measureTexts('errata');

  it('are found for nine in ten', () => {
    const sum = (key: 'errors' | 'found') => errata.reduce((total, score) => total + score[key], 0);
    expect(sum('found') / sum('errors')).toBeGreaterThanOrEqual(0.9);
  });

  it('leave every statement in peace that is right', () => {
    const texts = [...errata, ...measureTexts('figures-right')];
    expect(texts.flatMap(({ rights, silent, kind, lost }) => (rights === silent ? [] : [kind, ...lost]))).toEqual([]);
  });
});
