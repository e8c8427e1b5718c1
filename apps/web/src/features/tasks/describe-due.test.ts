import { describe, expect, it } from 'vitest';

import { describeDue } from './describe-due.ts';

describe('describeDue', () => {
  it.each([
    ['open', 3, '还有 3 个工作日'],
    ['open', 0, '今天到期'],
    ['open', -2, '已过期 2 个工作日'],
    ['answered', -2, null],
    ['closed', null, null],
    ['withdrawn', -5, null],
  ] as const)('says of a task that is %s with %s days left: %s', (state, workingDaysLeft, words) => {
    expect(describeDue({ state, workingDaysLeft })).toBe(words);
  });
});
