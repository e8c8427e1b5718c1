import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Tooltip } from 'antd';
import { useState } from 'react';

import { api, describeFault } from '../../api.ts';
import { AssignTask } from './assign-task.tsx';
import { NoteTask } from './note-task.tsx';
import { PostponeTask } from './postpone-task.tsx';
import type { TaskInFull } from './task-title.ts';

/** What can be done with a task (办理): only what this person may, and what its state allows. */
export function TaskActions({ task }: { task: TaskInFull }) {
  const { id, version, state, allowed } = task;
  const { message } = App.useApp();
  const keep = useKeepTask(id);
  const [dialog, setDialog] = useState<'assign' | 'postpone' | 'evidence' | 'reopen' | null>(null);
  const told = (words: string) => ({
    onSuccess: (moved: TaskInFull) => {
      keep(moved);
      void message.success(words);
    },
    onError: (error: unknown) => {
      void message.error(describeFault(error));
      keep(null);
    },
  });
  const close = useMutation(api.tasks.close.mutationOptions(told('已办结。')));
  const remind = useMutation(api.tasks.remind.mutationOptions(told('已提醒，请电话联系。')));
  if (!Object.values(allowed).includes(true)) return null;
  const leave = () => setDialog(null);
  return (
    <div className="task-actions below">
      {allowed.close && (
        <Popconfirm
          title="办结这项待办？"
          description={state === 'open' ? '答复还没有报齐；确已办妥的可以办结。' : '办结后如有遗漏，仍可退回继续办理。'}
          okText="办结"
          okButtonProps={{ 'data-testid': 'task-close-confirm' }}
          onConfirm={() => close.mutate({ id, version })}
        >
          <Button type="primary" loading={close.isPending} data-testid="task-close">
            办结
          </Button>
        </Popconfirm>
      )}
      {allowed.reopen && (
        <Button onClick={() => setDialog('reopen')} data-testid="task-reopen">
          退回
        </Button>
      )}
      {allowed.manage && (
        <>
          <Button onClick={() => setDialog('assign')} data-testid="task-assign">
            指定承办人
          </Button>
          <Button onClick={() => setDialog('evidence')} data-testid="task-add-evidence">
            补充依据
          </Button>
        </>
      )}
      {allowed.postpone && (
        <Button onClick={() => setDialog('postpone')} data-testid="task-postpone">
          调整期限
        </Button>
      )}
      {allowed.remind && task.assigner.id !== task.organisation.id && (
        <Tooltip title="只提醒一次，在对方的待办中留一行字">
          <Button loading={remind.isPending} onClick={() => remind.mutate({ id, version })} data-testid="task-remind">
            提醒一次
          </Button>
        </Tooltip>
      )}
      {dialog === 'assign' && <AssignTask task={task} onClose={leave} />}
      {dialog === 'postpone' && <PostponeTask task={task} onClose={leave} />}
      {(dialog === 'evidence' || dialog === 'reopen') && <NoteTask task={task} kind={dialog} onClose={leave} />}
    </div>
  );
}

/** Keeps what a task has become, or reads it again where that is not known. */
function useKeepTask(id: string): (moved: TaskInFull | null) => void {
  const queryClient = useQueryClient();
  return (moved) => {
    const queryKey = api.tasks.get.queryKey({ input: { id } });
    if (moved) {
      // What was asked for before this step answers with what stood before it.
      void queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, moved);
    } else void queryClient.invalidateQueries({ queryKey: api.tasks.get.key() });
    void queryClient.invalidateQueries({ queryKey: api.tasks.list.key() });
  };
}
