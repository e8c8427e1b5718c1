import type { Role } from '@xiuzhi/domain';
import { expect, it } from 'vitest';

import { findMissingPosts } from './find-missing-posts.ts';

const office = { id: 'office', name: '甲市地方志办公室' };
const holds = (role: Role, { active = true, since = '2026-01-01', until = null as string | null } = {}) => ({
  active,
  posts: [{ id: role, role, title: '', organisation: office, since, until }],
});

it('names what nobody holds, in the order of the work', () => {
  expect(findMissingPosts([holds('administrator'), holds('bulletinEditor')], '2026-11-22')).toEqual([
    'bulletinChecker',
    'secrecyOfficer',
    'signer',
  ]);
});

it('counts neither who has left, nor who has not yet come', () => {
  const persons = [
    holds('bulletinEditor'),
    holds('bulletinChecker', { until: '2026-11-21' }),
    holds('secrecyOfficer', { since: '2026-11-23' }),
    holds('signer', { active: false }),
  ];
  expect(findMissingPosts(persons, '2026-11-22')).toEqual(['bulletinChecker', 'secrecyOfficer', 'signer']);
  expect(findMissingPosts([holds('signer', { until: '2026-11-22' })], '2026-11-22')).not.toContain('signer');
});
