import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';

import { api, describeFault } from '../../api.ts';
import type { Dispatch } from './dispatch-words.ts';

/** Seconds for which a step can be undone from its message. */
const UNDO_SECONDS = 8;

/** Steps of copy (来稿处理): take, decline, put back, withdraw; each says what was done, and how to undo it. */
export function useDispatchSteps(onDone?: () => void) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const again = () => {
    void queryClient.invalidateQueries({ queryKey: api.dispatches.key() });
    void queryClient.invalidateQueries({ queryKey: api.bulletins.key() });
  };
  const onError = (error: unknown) => {
    void message.error(describeFault(error));
    again();
  };
  const settled = (done: Dispatch) => {
    queryClient.setQueryData(api.dispatches.get.queryKey({ input: { id: done.id } }), done);
    again();
    onDone?.();
  };
  const putBack = useMutation(
    api.dispatches.putBack.mutationOptions({
      onSuccess: (done) => {
        settled(done);
        void message.success('已改回待处理。');
      },
      onError,
    }),
  );
  const offerUndo = (words: string, { id, version }: Dispatch) => {
    const key = `dispatch-${id}-${version}`;
    void message.success({
      key,
      duration: UNDO_SECONDS,
      content: (
        <span>
          {words}
          <Button
            type="link"
            size="small"
            data-testid="dispatch-undo"
            onClick={() => {
              message.destroy(key);
              putBack.mutate({ id, version });
            }}
          >
            撤销
          </Button>
        </span>
      ),
    });
  };
  const take = useMutation(
    api.dispatches.take.mutationOptions({
      onSuccess: (done) => {
        settled(done);
        offerUndo('已采用，编入所选的一期。', done);
      },
      onError,
    }),
  );
  const decline = useMutation(
    api.dispatches.decline.mutationOptions({
      onSuccess: (done) => {
        settled(done);
        offerUndo('未采用，原因已告知报送单位。', done);
      },
      onError,
    }),
  );
  const withdraw = useMutation(
    api.dispatches.withdraw.mutationOptions({
      onSuccess: (done) => {
        settled(done);
        void message.success('已撤回。改好以后可重新报送。');
      },
      onError,
    }),
  );
  return { take, decline, putBack, withdraw };
}

/** What can be done with copy from a page. */
export type DispatchSteps = ReturnType<typeof useDispatchSteps>;
