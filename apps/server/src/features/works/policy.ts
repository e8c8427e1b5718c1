import type { Permission } from '@xiuzhi/domain';

/** Who sees and manages works (志鉴项目): titles are seen from above, texts are not. */
export const worksPolicy = {
  'works.read': { roles: ['administrator', 'reviewLead', 'reviewer', 'reader'], reach: 'below' },
  'works.manage': { roles: ['administrator', 'reviewLead'], reach: 'office' },
  'works.configure': { roles: ['administrator', 'reviewLead', 'reviewer'], reach: 'office' },
} as const satisfies Record<string, Permission>;
