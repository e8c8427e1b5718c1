import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Radio, Skeleton } from 'antd';

import { api, describeFault } from '../../api.ts';
import './submissions.css';

/** Dialog that sends a revision up to an office above (送审). */
export function SendRevision({ revisionId, name, onClose }: { revisionId: string; name: string; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ officeId: string; note: string }>();
  const queryClient = useQueryClient();
  const offices = useQuery(api.submissions.addressees.queryOptions({ input: { revisionId } }));
  const send = useMutation(
    api.submissions.send.mutationOptions({
      onSuccess: ({ to }) => {
        void message.success(`已送${to.name}审查。`);
        onClose();
      },
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: api.submissions.key() });
        void queryClient.invalidateQueries({ queryKey: api.reviews.key() });
      },
    }),
  );
  const error = send.error ?? offices.error;
  return (
    <Modal
      open
      title={`送审：${name}`}
      okText="送审"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={send.isPending}
      okButtonProps={{ disabled: !offices.data?.length, 'data-testid': 'submission-save' }}
    >
      {error && <Alert type="error" showIcon className="spaced" title={describeFault(error)} />}
      {offices.isPending ? (
        <Skeleton active paragraph={{ rows: 2 }} />
      ) : offices.data?.length === 0 ? (
        <p>本单位之上没有可送审的单位。</p>
      ) : (
        offices.data && (
          <Form
            form={form}
            layout="vertical"
            initialValues={{ officeId: offices.data[0]?.id, note: '' }}
            onFinish={({ officeId, note }) => send.mutate({ revisionId, officeId, note })}
          >
            <Form.Item name="officeId" label="送往">
              <Radio.Group
                className="submission-offices"
                data-testid="submission-office"
                options={offices.data.map(({ id, name: office }) => ({ value: id, label: office }))}
              />
            </Form.Item>
            <Form.Item name="note" label="附言">
              <Input.TextArea
                autoSize={{ minRows: 2 }}
                maxLength={500}
                placeholder="可不填，如：二审稿，请审查"
                data-testid="submission-note"
              />
            </Form.Item>
            <p className="muted">
              送审期间由上级单位审读、处理疑点，本单位可以阅读，暂不能处理；退回或撤回以后恢复，原有的处理不受影响。
            </p>
          </Form>
        )
      )}
    </Modal>
  );
}
