import type { Permission } from '@xiuzhi/domain';

/** Who keeps the contributing units (供稿单位) of a work. */
export const contributionsPolicy = {
  'contributions.manage': { roles: ['administrator', 'reviewLead', 'reviewer'], reach: 'office' },
} as const satisfies Record<string, Permission>;
