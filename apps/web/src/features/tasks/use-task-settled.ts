import { useQueryClient } from '@tanstack/react-query';

import { api, isRefusal } from '../../api.ts';

/** What follows a step on a task: the lists and the task are read again, also where somebody else was first. */
export function useTaskSettled(onClose: () => void): {
  onSuccess: () => void;
  onSettled: (task: unknown, error: unknown) => void;
} {
  const queryClient = useQueryClient();
  return {
    onSuccess: onClose,
    onSettled: (_task, error) => {
      if (!error || isRefusal(error, 'STALE') || isRefusal(error, 'TASK_ENDED'))
        void queryClient.invalidateQueries({ queryKey: api.tasks.key() });
    },
  };
}
