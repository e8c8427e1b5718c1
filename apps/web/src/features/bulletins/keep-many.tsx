import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';

import { api, client, describeFault } from '../../api.ts';

/** Keeps the chosen files as they were read (一并入库), one after another; those that cannot be stay in the list. */
export function KeepMany({ chosen, onDone }: { chosen: readonly string[]; onDone: () => void }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [isKeeping, setIsKeeping] = useState(false);
  const keep = async () => {
    setIsKeeping(true);
    let kept = 0;
    let why = '';
    for (const id of chosen) {
      try {
        const { read } = await client.bulletins.getBackIssue({ id });
        await client.bulletins.keepBackIssue({ id, read });
        kept++;
      } catch (error) {
        why = describeFault(error);
      }
    }
    for (const queryKey of [
      api.bulletins.listBackIssues.key(),
      api.bulletins.numbering.key(),
      api.bulletins.list.key(),
    ])
      void queryClient.invalidateQueries({ queryKey });
    if (kept === chosen.length) void message.success(`已入库 ${kept} 份。`);
    else void message.warning(`已入库 ${kept} 份，${chosen.length - kept} 份仍需核对：${why}`);
    setIsKeeping(false);
    onDone();
  };
  if (chosen.length === 0) return null;
  return (
    <Popconfirm
      title={`把选中的 ${chosen.length} 份照读出的内容入库？`}
      description="疑问只是缺少报尾等小项、已看过无妨的，可以一并入库。"
      okText="入库"
      okButtonProps={{ 'data-testid': 'keep-many-confirm' }}
      onConfirm={() => void keep()}
    >
      <Button size="small" loading={isKeeping} data-testid="keep-many">
        选中的一并入库
      </Button>
    </Popconfirm>
  );
}
