import type { Permission } from '@xiuzhi/domain';

/** Who reads the audit entries (审计记录). */
export const auditPolicy = {
  'audit.read': { roles: ['administrator'], reach: 'unit' },
} as const satisfies Record<string, Permission>;
