import type { Permission } from '@xiuzhi/domain';

/** Who sends revisions up (送审) and takes in what was sent: the office that works on the text, and the office it went to. */
export const submissionsPolicy = {
  'submissions.send': { roles: ['administrator', 'reviewLead'], reach: 'office' },
  'submissions.receive': { roles: ['administrator', 'reviewLead', 'reviewer'], reach: 'office' },
} as const satisfies Record<string, Permission>;
