/** Kinds of tasks (待办): 整改 by an office, 核实 by a contributing unit. */
export const TASK_KINDS = ['rectification', 'verification'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Chinese names of the kinds of tasks. */
export const TASK_KIND_NAMES: Record<TaskKind, string> = { rectification: '整改', verification: '核实' };

/** States of a task (办理状态): 办理中、已答复、已办结、已撤回. */
export const TASK_STATES = ['open', 'answered', 'closed', 'withdrawn'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Chinese names of the states. */
export const TASK_STATE_NAMES: Record<TaskState, string> = {
  open: '办理中',
  answered: '已答复',
  closed: '已办结',
  withdrawn: '已撤回',
};

/** A task as decisions see it. */
export interface TaskNow {
  readonly state: TaskState;
  readonly version: number;
  readonly reminded: boolean;
}

export type TaskCommand = 'answer' | 'close' | 'reopen' | 'withdraw' | 'remind';
export type TaskRefusal = 'STALE' | 'TASK_ENDED' | 'ALREADY_REMINDED' | 'TASK_OPEN';

/**
 * Moves (办理) a task on: its next state, or why not. One reminder only; after that a person calls (practice: one
 * message, then a person).
 */
export function moveTask(
  task: TaskNow,
  command: TaskCommand,
  version: number | null,
): { readonly state: TaskState; readonly reminded: boolean } | TaskRefusal {
  if (version !== null && version !== task.version) return 'STALE';
  const ended = task.state === 'closed' || task.state === 'withdrawn';
  if (command === 'reopen') {
    // What was withdrawn is nobody's to do again.
    if (task.state === 'withdrawn') return 'TASK_ENDED';
    return task.state === 'open' ? 'TASK_OPEN' : { state: 'open', reminded: task.reminded };
  }
  if (ended) return 'TASK_ENDED';
  if (command === 'remind') return task.reminded ? 'ALREADY_REMINDED' : { state: task.state, reminded: true };
  const state = ({ answer: 'answered', close: 'closed', withdraw: 'withdrawn' } as const)[command];
  return { state, reminded: task.reminded };
}
