import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Select } from 'antd';

import { api, describeFault } from '../../api.ts';
import type { TaskInFull } from './task-title.ts';
import { useTaskSettled } from './use-task-settled.ts';

/** Dialog in which a step is put in words: what proves the work (补充依据), or why it goes on (退回). */
export function NoteTask({
  task,
  kind,
  onClose,
}: {
  task: TaskInFull;
  kind: 'evidence' | 'reopen';
  onClose: () => void;
}) {
  const [form] = Form.useForm<{ note: string; revisionId?: string }>();
  const settled = useTaskSettled(onClose);
  const addEvidence = useMutation(api.tasks.addEvidence.mutationOptions(settled));
  const reopen = useMutation(api.tasks.reopen.mutationOptions(settled));
  const revisions = useQuery(
    api.manuscripts.list.queryOptions({ input: { workId: task.workId }, enabled: kind === 'evidence' }),
  );
  const adding = kind === 'evidence';
  const step = adding ? addEvidence : reopen;
  const ready = (revisions.data ?? []).filter(({ state }) => state === 'ready');
  return (
    <Modal
      open
      title={adding ? '补充依据' : '退回继续办理'}
      okText={adding ? '保存' : '退回'}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={step.isPending}
      okButtonProps={{ 'data-testid': 'task-note-save' }}
    >
      {step.error && <Alert type="error" showIcon className="spaced" title={describeFault(step.error)} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ note: '' }}
        onFinish={({ note, revisionId }) => {
          const at = { id: task.id, version: task.version, note };
          if (adding) addEvidence.mutate({ ...at, revisionId: revisionId ?? null });
          else reopen.mutate(at);
        }}
      >
        {adding && ready.length > 0 && (
          <Form.Item name="revisionId" label="新稿" extra="改在哪一稿里，可不选。">
            <Select
              allowClear
              options={ready.map(({ id, title, number }) => ({ value: id, label: `${title}第${number}稿` }))}
              data-testid="task-revision"
            />
          </Form.Item>
        )}
        <Form.Item
          name="note"
          label={adding ? '说明' : '理由'}
          rules={[{ required: true, whitespace: true, message: adding ? '请写一句说明' : '请写明理由' }]}
        >
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 3 }}
            maxLength={adding ? 1000 : 500}
            placeholder={adding ? '如：已按来函更正，见第三编第二章' : '如：第 3 条尚缺依据，请补充'}
            data-testid="task-note"
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
