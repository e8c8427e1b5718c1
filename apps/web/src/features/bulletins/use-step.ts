import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';

import { api, isRefusal } from '../../api.ts';
import type { IssueInFull } from './bulletin-words.ts';

/** What every step of an issue does when it comes back (办理结果): shows the issue as it is now and says what was done. */
export function useStep(id: string, done: (issue: IssueInFull) => string, onDone?: () => void) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return {
    onSuccess: (issue: IssueInFull) => {
      queryClient.setQueryData(api.bulletins.get.queryKey({ input: { id } }), issue);
      void message.success(done(issue));
      onDone?.();
    },
    onSettled: (_issue: unknown, error: unknown) => {
      if (isRefusal(error, 'STALE') || isRefusal(error, 'NOT_AT_THIS_STEP'))
        void queryClient.invalidateQueries({ queryKey: api.bulletins.get.queryKey({ input: { id } }) });
      void queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() });
      void queryClient.invalidateQueries({ queryKey: api.bulletins.listSeries.key() });
    },
  };
}
