import type { Permission } from '@xiuzhi/domain';

/** Who sends copy in (报送信息), who sees it, the superior offices included, and who takes it into an issue. */
export const dispatchesPolicy = {
  'dispatches.read': {
    roles: ['administrator', 'reporter', 'bulletinEditor', 'bulletinChecker', 'signer'],
    reach: 'below',
  },
  'dispatches.send': { roles: ['reporter', 'bulletinEditor'], reach: 'office' },
  'dispatches.decide': { roles: ['bulletinEditor'], reach: 'office' },
} as const satisfies Record<string, Permission>;
