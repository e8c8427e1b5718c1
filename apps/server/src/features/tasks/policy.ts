import type { Permission } from '@xiuzhi/domain';

/** Who sees and deals with tasks (待办): the office in whose list they stand, and the office that gave them. */
export const tasksPolicy = {
  'tasks.read': { roles: ['administrator', 'reviewLead', 'reviewer', 'reader'], reach: 'office' },
  'tasks.manage': { roles: ['reviewLead', 'reviewer'], reach: 'office' },
  'tasks.calendar': { roles: ['administrator'], reach: 'office' },
} as const satisfies Record<string, Permission>;
