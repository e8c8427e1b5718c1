import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Form, Modal, Select } from 'antd';

import { api, describeFault } from '../../api.ts';
import type { TaskInFull } from './task-title.ts';
import { useTaskSettled } from './use-task-settled.ts';

/** Dialog that names who deals with a task (指定承办人) and who stands in. */
export function AssignTask({ task, onClose }: { task: TaskInFull; onClose: () => void }) {
  const [form] = Form.useForm<{ ownerPostId?: string; deputyPostIds: string[] }>();
  const holders = useQuery(api.tasks.holders.queryOptions({ input: { id: task.id } }));
  const assign = useMutation(api.tasks.assign.mutationOptions(useTaskSettled(onClose)));
  // Whoever holds the task now stays in the list, also after the post has ended.
  const known = [...(holders.data ?? []), ...(task.owner ? [task.owner] : []), ...task.deputies];
  const options = [...new Map(known.map((holder) => [holder.postId, holder])).values()].map(
    ({ postId, displayName, organisation }) => ({ value: postId, label: `${displayName}（${organisation}）` }),
  );
  return (
    <Modal
      open
      title="指定承办人"
      okText="保存"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={assign.isPending}
      okButtonProps={{ 'data-testid': 'task-assign-save' }}
    >
      {(assign.error ?? holders.error) && (
        <Alert type="error" showIcon className="spaced" title={describeFault(assign.error ?? holders.error)} />
      )}
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          ownerPostId: task.owner?.postId,
          deputyPostIds: task.deputies.map(({ postId }) => postId),
        }}
        onFinish={({ ownerPostId, deputyPostIds }) =>
          assign.mutate({
            id: task.id,
            version: task.version,
            ownerPostId: ownerPostId ?? null,
            deputyPostIds: deputyPostIds.filter((postId) => postId !== ownerPostId),
          })
        }
      >
        <Form.Item name="ownerPostId" label="承办人">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            loading={holders.isPending}
            options={options}
            placeholder="未指定"
            data-testid="task-owner-select"
          />
        </Form.Item>
        <Form.Item name="deputyPostIds" label="协办人">
          <Select
            mode="multiple"
            maxCount={20}
            showSearch={{ optionFilterProp: 'label' }}
            loading={holders.isPending}
            options={options}
            placeholder="可不填"
            data-testid="task-deputies-select"
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
