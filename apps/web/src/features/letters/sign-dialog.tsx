import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal } from 'antd';

import { api, describeFault, isRefusal } from '../../api.ts';
import { formatDay } from '../../ui/format-day.ts';
import { type Letter, titleOf } from './letter-words.ts';
import { LookFirst } from './look-first.tsx';

/** Dialog before a signature (签发确认): what goes out, to whom, and what follows from it. */
export function SignDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const sign = useMutation(
    api.letters.sign.mutationOptions({
      onSuccess: (signed) => {
        queryClient.setQueryData(api.letters.get.queryKey({ input: { id: letter.id } }), signed);
        void message.success(`已签发，答复期限${signed.dueOn ? formatDay(signed.dueOn) : '见文书'}。`);
        onClose();
      },
      onSettled: (_signed, error) => {
        if (!error || isRefusal(error, 'STALE') || isRefusal(error, 'LOOK_FIRST'))
          void queryClient.invalidateQueries({ queryKey: api.letters.key() });
        void queryClient.invalidateQueries({ queryKey: api.tasks.key() });
        void queryClient.invalidateQueries({ queryKey: api.submissions.key() });
      },
    }),
  );
  const slip = letter.kind === 'slip';
  const elsewhere = letter.office.id !== letter.reviewed.id;
  return (
    <Modal
      open
      title={`签发“${titleOf(letter)}”`}
      okText="签发"
      onOk={() => sign.mutate({ id: letter.id, version: letter.version })}
      onCancel={onClose}
      confirmLoading={sign.isPending}
      okButtonProps={{ 'data-testid': 'letter-sign-confirm' }}
    >
      <div data-testid="sign-dialog">
        <p>
          主送：{letter.addressee || '（尚未填写）'}；共 {letter.lines} 条。
        </p>
        <p>
          签发以后内容不再改动，形成一项待办（{slip ? '核实' : '整改'}），{elsewhere || slip ? '请对方' : ''}在{' '}
          {letter.workingDays} 个工作日内答复。
          {elsewhere && !slip && '对方可在系统中逐条答复，也可填写 Word 后回传；此次送审随之退回。'}
          {slip && '请导出 Word 发给供稿单位，填写后回传即可，对方不需要账号。'}
        </p>
        {isRefusal(sign.error, 'LOOK_FIRST') || letter.unseen > 0 ? (
          <Alert type="warning" showIcon title={<LookFirst letter={letter} />} />
        ) : (
          sign.error && <Alert type="error" showIcon data-testid="sign-problem" title={describeFault(sign.error)} />
        )}
      </div>
    </Modal>
  );
}
