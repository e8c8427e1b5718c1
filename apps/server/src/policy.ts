import type { Policy } from '@xiuzhi/domain';

import { accountsPolicy } from './features/accounts/policy.ts';
import { auditPolicy } from './features/audit/policy.ts';
import { manuscriptsPolicy } from './features/manuscripts/policy.ts';
import { reviewsPolicy } from './features/reviews/policy.ts';
import { worksPolicy } from './features/works/policy.ts';

/** The policy of the house (权限表): the policy files of all features; ARCHITECTURE.md shows it as one table. */
export const policy: Policy = {
  ...accountsPolicy,
  ...auditPolicy,
  ...worksPolicy,
  ...manuscriptsPolicy,
  ...reviewsPolicy,
};
