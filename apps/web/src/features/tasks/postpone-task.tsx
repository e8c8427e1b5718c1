import { useMutation } from '@tanstack/react-query';
import { Alert, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

import { api, describeFault } from '../../api.ts';
import type { TaskInFull } from './task-title.ts';
import { useTaskSettled } from './use-task-settled.ts';

/** Dialog that moves the day a task is due (调整期限), with its reason. */
export function PostponeTask({ task, onClose }: { task: TaskInFull; onClose: () => void }) {
  const [form] = Form.useForm<{ dueOn: Dayjs; note: string }>();
  const postpone = useMutation(api.tasks.postpone.mutationOptions(useTaskSettled(onClose)));
  return (
    <Modal
      open
      title="调整期限"
      okText="保存"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={postpone.isPending}
      okButtonProps={{ 'data-testid': 'task-postpone-save' }}
    >
      {postpone.error && <Alert type="error" showIcon className="spaced" title={describeFault(postpone.error)} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ dueOn: dayjs(task.dueOn), note: '' }}
        onFinish={({ dueOn, note }) =>
          postpone.mutate({ id: task.id, version: task.version, dueOn: dueOn.format('YYYY-MM-DD'), note })
        }
      >
        <Form.Item name="dueOn" label="新的期限" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker allowClear={false} style={{ width: '100%' }} data-testid="task-due-input" />
        </Form.Item>
        <Form.Item name="note" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]}>
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            maxLength={500}
            placeholder="如：供稿单位来电，资料尚在核对"
            data-testid="task-note"
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
