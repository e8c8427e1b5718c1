import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Popconfirm } from 'antd';

import { api, describeFault } from '../../api.ts';

/** Sends an issue that was kept by mistake back to be looked at again (退回核对). */
export function ReopenBackIssue({ id, name }: { id: string; name: string }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const reopen = useMutation(
    api.bulletins.reopenBackIssue.mutationOptions({
      onSuccess: () => {
        void message.success('已退回“待核对”。');
        void queryClient.invalidateQueries({ queryKey: api.bulletins.key() });
      },
      onError: (error) => void message.error(describeFault(error)),
    }),
  );
  return (
    <Popconfirm
      title="退回核对？"
      description="这一期暂从简报中撤下，改正后重新入库；对其中线索的认定不再保留。"
      okText="退回核对"
      okButtonProps={{ 'data-testid': 'back-issue-reopen-confirm' }}
      onConfirm={() => reopen.mutate({ id })}
    >
      <button
        type="button"
        className="bulletin-link"
        disabled={reopen.isPending}
        aria-label={`退回核对：${name}`}
        data-testid="back-issue-reopen"
      >
        退回核对
      </button>
    </Popconfirm>
  );
}
