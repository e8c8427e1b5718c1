import type { Permission } from '@xiuzhi/domain';

/** Who sees and decides findings (疑点): they stay with the office that works on the text until it sends them up. */
export const reviewsPolicy = {
  'reviews.read': { roles: ['administrator', 'reviewLead', 'reviewer', 'reader'], reach: 'office', sentUp: true },
  'reviews.decide': { roles: ['reviewLead', 'reviewer'], reach: 'office', sentUp: true },
  'reviews.export': { roles: ['administrator', 'reviewLead', 'reviewer'], reach: 'office', sentUp: true },
} as const satisfies Record<string, Permission>;
