import { SyncOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import { useEffect, useRef } from 'react';

import { api, describeFault } from '../../api.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { useSubmission } from '../submissions/use-submission.ts';

const POLL = 700;

/** Button that reviews a text again by the present settings of its work (重新审校), with how far that has come. */
export function RenewReview({ id, size = 'middle' }: { id: string; size?: 'small' | 'middle' }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const may = useAllowed('reviews.decide');
  const { sent, received } = useSubmission(id);
  const input = { id };
  const run = useQuery(
    api.reviews.run.queryOptions({
      input,
      refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL : false),
    }),
  );
  const state = run.data?.state;
  const before = useRef(state);
  useEffect(() => {
    const ended = before.current === 'running' && state !== undefined && state !== 'running';
    before.current = state;
    if (!ended) return;
    const key = `renewed-${id}`;
    // Two of these buttons may be on the page.
    if (state === 'failed')
      void message.error({ key, content: '重新审校未能完成，原有疑点不变。请稍后再试，如仍不行请联系管理员。' });
    else void message.success({ key, content: '已按现在的设置重新审校，原有处理保留。' });
    for (const stale of [api.reviews.key(), api.figures.key(), api.manuscripts.key(), api.checks.key()])
      void queryClient.invalidateQueries({ queryKey: stale });
  }, [id, state, message, queryClient]);
  const renew = useMutation(
    api.reviews.renew.mutationOptions({
      onError: (error) => void message.error(describeFault(error)),
      onSettled: () => void queryClient.invalidateQueries({ queryKey: api.reviews.run.queryKey({ input }) }),
    }),
  );
  if (!may || received !== null) return null;
  const waits = sent?.endedHow === null;
  const running = state === 'running' || renew.isPending;
  return (
    <Tooltip
      title={waits ? '此稿已送上级审查，退回之后才能重新审校。' : '按现在的设置、词库和认定重新审校，已有的处理保留。'}
    >
      <Button
        size={size}
        icon={<SyncOutlined spin={running} />}
        disabled={running || waits || !run.data}
        onClick={() => renew.mutate(input)}
        data-testid="review-renew"
        data-state={state}
      >
        {running ? `正在重新审校 ${run.data?.progress ?? 0}%` : '重新审校'}
      </Button>
    </Tooltip>
  );
}
