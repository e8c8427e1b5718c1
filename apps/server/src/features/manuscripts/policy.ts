import type { Permission } from '@xiuzhi/domain';

/** Who reads, imports and removes manuscripts (书稿): the office that works on the text; what it sent up is read there too. */
export const manuscriptsPolicy = {
  'manuscripts.read': { roles: ['administrator', 'reviewLead', 'reviewer', 'reader'], reach: 'office', sentUp: true },
  'manuscripts.import': { roles: ['administrator', 'reviewLead', 'reviewer'], reach: 'office' },
  'manuscripts.remove': { roles: ['administrator', 'reviewLead'], reach: 'office' },
} as const satisfies Record<string, Permission>;
