import { describe, expect, it } from 'vitest';

import { moveTask, TASK_STATES, type TaskCommand, type TaskState } from './task.ts';

/** State → command → what comes of it, for a task nobody was reminded of. */
const TABLE: Record<TaskState, Record<TaskCommand, string>> = {
  open: { answer: 'answered', close: 'closed', withdraw: 'withdrawn', remind: 'open', reopen: 'TASK_OPEN' },
  answered: { answer: 'answered', close: 'closed', withdraw: 'withdrawn', remind: 'answered', reopen: 'open' },
  closed: {
    answer: 'TASK_ENDED',
    close: 'TASK_ENDED',
    withdraw: 'TASK_ENDED',
    remind: 'TASK_ENDED',
    reopen: 'open',
  },
  withdrawn: {
    answer: 'TASK_ENDED',
    close: 'TASK_ENDED',
    withdraw: 'TASK_ENDED',
    remind: 'TASK_ENDED',
    reopen: 'TASK_ENDED',
  },
};
const CASES = TASK_STATES.flatMap((state) =>
  Object.entries(TABLE[state]).map(([command, then]) => [state, command as TaskCommand, then] as const),
);

describe('moving a task on', () => {
  it.each(CASES)('%s, %s: %s', (state, command, then) => {
    const moved = moveTask({ state, version: 3, reminded: false }, command, 3);
    expect(typeof moved === 'string' ? moved : moved.state).toBe(then);
    if (typeof moved !== 'string') expect(moved.reminded).toBe(command === 'remind');
  });

  it.each(CASES)('%s, %s: not of another version', (state, command) => {
    expect(moveTask({ state, version: 4, reminded: false }, command, 3)).toBe('STALE');
    // What follows from an event names no version.
    expect(moveTask({ state, version: 4, reminded: false }, command, null)).not.toBe('STALE');
  });

  it('reminds once in its life, also after it was taken up again', () => {
    const reminded = { version: 1, reminded: true } as const;
    expect(moveTask({ ...reminded, state: 'open' }, 'remind', 1)).toBe('ALREADY_REMINDED');
    expect(moveTask({ ...reminded, state: 'closed' }, 'reopen', 1)).toEqual({ state: 'open', reminded: true });
    expect(moveTask({ ...reminded, state: 'open' }, 'close', 1)).toEqual({ state: 'closed', reminded: true });
  });
});
