import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, InputNumber, Modal } from 'antd';

import { type Outputs, api, describeFault, isRefusal } from '../../api.ts';

type Work = Outputs['works']['get'];

/** Dialog that changes the title or recorded year of a work (修改项目). */
export function EditWork({ work, onClose }: { work: Work; onClose: () => void }) {
  const [form] = Form.useForm<Pick<Work, 'title' | 'recordedYear'>>();
  const queryClient = useQueryClient();
  const update = useMutation(
    api.works.update.mutationOptions({
      onSuccess: onClose,
      onSettled: (_work, error) => {
        if (!error || isRefusal(error, 'STALE')) void queryClient.invalidateQueries({ queryKey: api.works.key() });
      },
    }),
  );
  return (
    <Modal
      open
      title="修改项目"
      okText="保存"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={update.isPending}
      okButtonProps={{ 'data-testid': 'work-save' }}
    >
      {update.error && <Alert type="error" showIcon title={describeFault(update.error)} className="spaced" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={work}
        onFinish={({ title, recordedYear }) =>
          update.mutate({
            id: work.id,
            version: work.version,
            title,
            ...(work.kind === 'yearbook' && { recordedYear }),
          })
        }
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input autoFocus maxLength={120} data-testid="work-title" />
        </Form.Item>
        {work.kind === 'yearbook' && (
          <Form.Item name="recordedYear" label="记述年份" rules={[{ required: true, message: '请填写记述年份' }]}>
            <InputNumber min={1000} max={2999} precision={0} controls={false} suffix="年" data-testid="work-year" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
