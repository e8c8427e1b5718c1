import type { Permission } from '@xiuzhi/domain';

/** Who renames, sets up, moves and merges organisations (机构). */
export const organisationsPolicy = {
  'organisations.manage': { roles: ['administrator'], reach: 'unit' },
} as const satisfies Record<string, Permission>;
