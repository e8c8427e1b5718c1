import type { Outputs } from '../../api.ts';

/** Task with its history (待办). */
export type TaskInFull = Outputs['tasks']['get'];
/** Task as it stands in a list. */
export type Task = Outputs['tasks']['list']['items'][number];

const ACTION_WORDS: Readonly<Record<string, string>> = {
  created: '交办',
  assigned: '指定承办人',
  postponed: '调整期限',
  evidence: '补充依据',
  answered: '答复完毕',
  closed: '办结',
  reopened: '退回继续办理',
  withdrawn: '撤回',
  reminded: '提醒',
};

/** What happened to a task (办理记录), in a word. */
export function historyWords(action: string): string {
  return ACTION_WORDS[action.replace(/^task\./, '')] ?? '更新';
}
