import type { Permission } from '@xiuzhi/domain';

/** Who reads and keeps the records of study sessions and meetings (会议学习记录). */
export const studyPolicy = {
  'study.read': { roles: ['bulletinEditor', 'bulletinChecker', 'signer', 'secrecyOfficer'], reach: 'office' },
  'study.record': { roles: ['bulletinEditor'], reach: 'office' },
} as const satisfies Record<string, Permission>;
