import type { Permission } from '@xiuzhi/domain';

/**
 * Who reads, drafts, checks, reviews and signs bulletins (简报): each step its own post, all of the issuing office. What was
 * issued in a series that is circulated is read by the offices below as well.
 */
export const bulletinsPolicy = {
  'bulletins.read': {
    roles: [
      'administrator',
      'reviewLead',
      'reviewer',
      'reader',
      'reporter',
      'bulletinEditor',
      'bulletinChecker',
      'signer',
      'secrecyOfficer',
    ],
    reach: 'office',
  },
  'bulletins.configure': { roles: ['administrator', 'bulletinEditor'], reach: 'office' },
  'bulletins.draft': { roles: ['bulletinEditor'], reach: 'office' },
  'bulletins.check': { roles: ['bulletinChecker'], reach: 'office' },
  'bulletins.reviewSecrecy': { roles: ['secrecyOfficer'], reach: 'office' },
  'bulletins.sign': { roles: ['signer'], reach: 'office' },
  'bulletins.publish': { roles: ['bulletinEditor', 'signer'], reach: 'office' },
  'bulletins.import': { roles: ['bulletinEditor'], reach: 'office' },
} as const satisfies Record<string, Permission>;
