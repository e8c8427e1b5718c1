import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';

import { api } from '../../api.ts';
import type { Dispatch } from './dispatch-words.ts';

/** Sends copy in (报送), and tells that it can still be taken back. */
export function useSendCopy(onSent: (dispatch: Dispatch) => void) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return useMutation(
    api.dispatches.send.mutationOptions({
      onSuccess: (sent) => {
        void queryClient.invalidateQueries({ queryKey: api.dispatches.key() });
        // What was filled in from a file can no longer be undone here.
        message.destroy();
        void message.success('已报送。对方处理之前可以撤回。');
        onSent(sent);
      },
    }),
  );
}
