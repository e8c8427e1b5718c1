import { AUDIT_TITLES, type AuditAction } from '@xiuzhi/domain';

import type { Outputs } from '../../api.ts';

/** Task with its history (待办). */
export type TaskInFull = Outputs['tasks']['get'];
/** Task as it stands in a list. */
export type Task = Outputs['tasks']['list']['items'][number];

/** What happened to a task (办理记录), in words. */
export function historyWords(action: string): string {
  return AUDIT_TITLES[action as AuditAction] ?? '更新';
}
