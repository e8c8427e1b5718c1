import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';

import { api, describeFault } from '../../api.ts';
import type { Series } from './bulletin-words.ts';

/** Ends a series from today on (停办刊物); what it issued stays. */
export function EndSeries({ series: { id, version } }: { series: Series }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const end = useMutation(
    api.bulletins.endSeries.mutationOptions({
      onSuccess: () => {
        void message.success('已停办。签发过的各期不受影响。');
        void queryClient.invalidateQueries({ queryKey: api.bulletins.key() });
      },
      onError: (error) => void message.error(describeFault(error)),
    }),
  );
  return (
    <Popconfirm
      placement="bottomRight"
      title="停办这种刊物？"
      description="停办以后不再新编、不再收稿，签发过的各期仍可查阅；停办不能撤销。"
      okText="停办"
      okButtonProps={{ danger: true, 'data-testid': 'series-end-confirm' }}
      onConfirm={() => end.mutate({ id, version })}
    >
      <Button loading={end.isPending} data-testid="series-end">
        停办
      </Button>
    </Popconfirm>
  );
}
