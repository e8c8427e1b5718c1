import type { Permission } from '@xiuzhi/domain';

/** Who sees and decides findings (疑点): they stay with the office that works on the text. */
export const reviewsPolicy = {
  'reviews.read': { roles: ['administrator', 'reviewLead', 'reviewer', 'reader'], reach: 'office' },
  'reviews.decide': { roles: ['reviewLead', 'reviewer'], reach: 'office' },
  'reviews.export': { roles: ['administrator', 'reviewLead', 'reviewer'], reach: 'office' },
} as const satisfies Record<string, Permission>;
