import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';

import { api, describeFault } from '../../api.ts';
import type { Submission } from './use-submission.ts';

/** Button that gives a revision back to the office that sent it (退回送审稿). */
export function GiveBack({ submission, onDone }: { submission: Submission; onDone?: () => void }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const giveBack = useMutation(
    api.submissions.giveBack.mutationOptions({
      onSuccess: () => {
        void message.success('送审稿已退回。');
        onDone?.();
      },
      onError: (error) => message.error(describeFault(error)),
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: api.submissions.key() });
        void queryClient.invalidateQueries({ queryKey: api.reviews.key() });
      },
    }),
  );
  return (
    <Popconfirm
      title={`退回${submission.from.name}？`}
      description="退回以后由对方继续处理。签发审查意见时会自动退回，不必先退。"
      okText="退回"
      okButtonProps={{ 'data-testid': 'submission-return-confirm' }}
      onConfirm={() => giveBack.mutate({ id: submission.id })}
    >
      <Button type="link" size="small" loading={giveBack.isPending} data-testid="submission-return">
        退回
      </Button>
    </Popconfirm>
  );
}
