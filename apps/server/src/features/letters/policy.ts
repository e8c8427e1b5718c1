import type { Permission } from '@xiuzhi/domain';

/** Who reads, drafts, signs and answers letters (文书). Drafts stay with the issuing office; a signed letter is read by both. */
export const lettersPolicy = {
  'letters.read': { roles: ['administrator', 'reviewLead', 'reviewer', 'reader'], reach: 'office' },
  'letters.draft': { roles: ['reviewLead', 'reviewer'], reach: 'office' },
  'letters.sign': { roles: ['reviewLead'], reach: 'office' },
  'letters.answer': { roles: ['reviewLead', 'reviewer'], reach: 'office' },
} as const satisfies Record<string, Permission>;
