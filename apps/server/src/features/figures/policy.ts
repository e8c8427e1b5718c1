import type { Permission } from '@xiuzhi/domain';

/** Who reads the ledger of figures (数据台账), and who judges figures: the office that works on the text alone. */
export const figuresPolicy = {
  'figures.read': { roles: ['administrator', 'reviewLead', 'reviewer', 'reader'], reach: 'office', sentUp: true },
  'figures.mark': { roles: ['reviewLead', 'reviewer'], reach: 'office' },
} as const satisfies Record<string, Permission>;
