import type { Policy } from '@xiuzhi/domain';

import { accountsPolicy } from './features/accounts/policy.ts';
import { auditPolicy } from './features/audit/policy.ts';
import { bulletinsPolicy } from './features/bulletins/policy.ts';
import { checksPolicy } from './features/checks/policy.ts';
import { contributionsPolicy } from './features/contributions/policy.ts';
import { dispatchesPolicy } from './features/dispatches/policy.ts';
import { figuresPolicy } from './features/figures/policy.ts';
import { lettersPolicy } from './features/letters/policy.ts';
import { manuscriptsPolicy } from './features/manuscripts/policy.ts';
import { organisationsPolicy } from './features/organisations/policy.ts';
import { reviewsPolicy } from './features/reviews/policy.ts';
import { studyPolicy } from './features/study/policy.ts';
import { submissionsPolicy } from './features/submissions/policy.ts';
import { tasksPolicy } from './features/tasks/policy.ts';
import { worksPolicy } from './features/works/policy.ts';

/** The policy of the house (权限表): the policy files of all features; ARCHITECTURE.md shows it as one table. */
export const policy: Policy = {
  ...accountsPolicy,
  ...organisationsPolicy,
  ...auditPolicy,
  ...worksPolicy,
  ...manuscriptsPolicy,
  ...reviewsPolicy,
  ...figuresPolicy,
  ...submissionsPolicy,
  ...contributionsPolicy,
  ...lettersPolicy,
  ...tasksPolicy,
  ...checksPolicy,
  ...bulletinsPolicy,
  ...dispatchesPolicy,
  ...studyPolicy,
};
