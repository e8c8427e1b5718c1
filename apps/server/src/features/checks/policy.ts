import type { Permission } from '@xiuzhi/domain';

/** Who sees a rectification check (整改核对) and who overrules its lines. */
export const checksPolicy = {
  'checks.read': { roles: ['administrator', 'reviewLead', 'reviewer', 'reader'], reach: 'office', sentUp: true },
  'checks.overrule': { roles: ['reviewLead', 'reviewer'], reach: 'office', sentUp: true },
} as const satisfies Record<string, Permission>;
