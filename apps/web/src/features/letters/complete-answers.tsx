import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';

import { api, describeFault } from '../../api.ts';
import { formatDay } from '../../ui/format-day.ts';
import type { Letter } from './letter-words.ts';

/** Button that declares the answers complete (答复完毕), and when that was said. */
export function CompleteAnswers({ letter }: { letter: Letter }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const complete = useMutation(
    api.letters.complete.mutationOptions({
      onSuccess: (answered) => {
        queryClient.setQueryData(api.letters.get.queryKey({ input: { id: letter.id } }), answered);
        void message.success('已报告答复完毕。');
      },
      onError: (error) => void message.error(describeFault(error)),
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: api.letters.key() });
        void queryClient.invalidateQueries({ queryKey: api.tasks.key() });
      },
    }),
  );
  if (letter.answeredAt) return <span className="muted">{formatDay(letter.answeredAt)}答复完毕</span>;
  const missing = letter.lines - letter.answered;
  return (
    <span className="letter-bar-end">
      <Button
        type="primary"
        disabled={missing > 0}
        title={missing > 0 ? `还有 ${missing} 条没有答复` : undefined}
        loading={complete.isPending}
        onClick={() => complete.mutate({ id: letter.id, version: letter.version })}
        data-testid="letter-complete"
      >
        答复完毕
      </Button>
    </span>
  );
}
