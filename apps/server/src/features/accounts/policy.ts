import type { Permission } from '@xiuzhi/domain';

/** Who manages persons and posts (人员、岗位). */
export const accountsPolicy = {
  'accounts.manage': { roles: ['administrator'], reach: 'unit' },
} as const satisfies Record<string, Permission>;
