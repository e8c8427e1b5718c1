import { expect, it } from 'vitest';
import { openLiveReview } from '../src/live-review.ts';
import { review, runRules } from '../src/review.ts';
import { ALL_RULES } from '../src/rules/index.ts';
import { volumeFromText } from '../src/volume-from-text.ts';

it('finds the same in one book, reviewed a second time', () => {
  const clause = '各乡镇组织群众兴修水利工程，';
  const volume = volumeFromText(`${clause.repeat(20)}全部完成任务。`);
  const once = runRules(volume, ALL_RULES);
  expect(once.map(({ rule }) => rule)).toContain('punctuation-long-sentence');
  expect(runRules(volume, ALL_RULES)).toEqual(once);
});

it('reads a block anew that is edited to the same length', () => {
  const live = openLiveReview(volumeFromText('全县布署工作。'));
  expect(live.replaceBlock(0, '全县部署工作。').map(({ quote }) => quote)).toEqual([]);
  expect(live.replaceBlock(0, '全县布署工作。').map(({ quote }) => quote)).toEqual(['布署']);
  expect(live.checkBook()).toEqual(review(live.volume()));
});
