import { expect, it } from 'vitest';

import type { IssueInFull, Series } from './bulletin-words.ts';
import { tellLacking } from './tell-lacking.ts';

const NOTHING = {
  edit: false,
  submit: false,
  check: false,
  giveBack: false,
  reviewSecrecy: false,
  sign: false,
  publish: false,
};
const readBack = {
  state: 'signed',
  disclosure: 'proactive',
  publishedAt: null,
  items: 1,
  issuedOn: '2025-03-08',
  columns: [],
  bulletinItems: [],
  secrecyReviews: [],
  allowed: NOTHING,
} as unknown as IssueInFull;
const rights = { publish: true } as Series['allowed'];
const review = (outcome: 'cleared' | 'objected') => [
  { outcome, note: '', reviewedBy: '甲某', reviewedAt: '2026-11-22T01:00:00.000Z', isCurrent: true },
];

it('says why a back issue cannot be published: nobody has reviewed it for secrecy', () => {
  expect(tellLacking(readBack, rights)).toContain('没有保密审查记录');
  expect(tellLacking({ ...readBack, secrecyReviews: review('objected') }, rights)).toContain('需要处理');
});

it('says nothing where it may be published, need not be, or the caller publishes nothing', () => {
  const allowed = { ...NOTHING, publish: true };
  expect(tellLacking({ ...readBack, secrecyReviews: review('cleared'), allowed }, rights)).toBeNull();
  expect(tellLacking({ ...readBack, disclosure: 'withheld' }, rights)).toBeNull();
  expect(tellLacking(readBack, { ...rights, publish: false })).toBeNull();
});

it('asks for other hands where the caller drafted the issue', () => {
  const officer = { reviewSecrecy: true } as Series['allowed'];
  expect(tellLacking({ ...readBack, state: 'checking' }, officer)).toBe('本期由您拟稿，请由他人作保密审查。');
});
