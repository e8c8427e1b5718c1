import { Button, Form, Input, Modal } from 'antd';

import type { Dispatch } from './dispatch-words.ts';
import type { DispatchSteps } from './use-dispatch-steps.tsx';

/** Reasons that are given often; a press writes one into the field, where it can be changed. */
const COMMON = ['与近期刊发内容相近', '时效已过', '请补充做法和成效后再报', '已转其他刊物参考'];

/** Dialog that declines copy (不采用) with a reason, in words for the office that sent it. */
export function DeclineDialog({
  dispatch,
  decline,
  onClose,
}: {
  dispatch: Dispatch;
  decline: DispatchSteps['decline'];
  onClose: () => void;
}) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title="不采用"
      okText="告知报送单位"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={decline.isPending}
      okButtonProps={{ 'data-testid': 'decline-save' }}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ reason: '' }}
        onFinish={({ reason }) =>
          decline.mutate({ id: dispatch.id, version: dispatch.version, reason }, { onSettled: onClose })
        }
      >
        <Form.Item
          name="reason"
          label="原因"
          extra={`${dispatch.from.name}会看到这句话。`}
          rules={[{ required: true, whitespace: true, message: '请写明原因' }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={300} data-testid="decline-reason" />
        </Form.Item>
        <div className="dispatch-reasons">
          {COMMON.map((words) => (
            <Button key={words} size="small" onClick={() => form.setFieldValue('reason', `${words}。`)}>
              {words}
            </Button>
          ))}
        </div>
      </Form>
    </Modal>
  );
}
