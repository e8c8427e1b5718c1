import type { Role } from '@xiuzhi/domain';

import type { Outputs } from '../../api.ts';

/** Posts that an issue passes on its way (编发岗位), in the order of the work. */
const NEEDED = ['bulletinEditor', 'bulletinChecker', 'secrecyOfficer', 'signer'] as const satisfies readonly Role[];

type Person = Pick<Outputs['accounts']['listPersons']['items'][number], 'active' | 'posts'>;

/** Which of the posts that an issue passes nobody of these holds on that day (缺的岗位), YYYY-MM-DD. */
export function findMissingPosts(persons: readonly Person[], today: string): Role[] {
  const held = new Set(
    persons
      .filter(({ active }) => active)
      .flatMap(({ posts }) => posts)
      .filter(({ since, until }) => since <= today && (until === null || until >= today))
      .map(({ role }) => role),
  );
  return NEEDED.filter((role) => !held.has(role));
}
