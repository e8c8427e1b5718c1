import type { Submission } from './use-submission.ts';

/** How a submission stands (送审状态), in a word. */
export function submissionWords({ endedHow }: Pick<Submission, 'endedHow'>): string {
  return endedHow === null ? '送审中' : endedHow === 'returned' ? '已退回' : '已撤回';
}
