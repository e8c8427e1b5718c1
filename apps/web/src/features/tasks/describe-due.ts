import type { TaskState } from '@xiuzhi/domain';

/** How long there is still to do a task (剩余时间), in plain words; null once it is ended. */
export function describeDue({
  state,
  workingDaysLeft,
}: {
  state: TaskState;
  workingDaysLeft: number | null;
}): string | null {
  if (workingDaysLeft === null || state === 'closed' || state === 'withdrawn') return null;
  // What has been answered waits for whoever asked: nothing is late any more.
  if (state === 'answered') return null;
  if (workingDaysLeft > 0) return `还有 ${workingDaysLeft} 个工作日`;
  return workingDaysLeft === 0 ? '今天到期' : `已过期 ${-workingDaysLeft} 个工作日`;
}
