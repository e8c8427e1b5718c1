import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';

import { api, describeFault } from '../../api.ts';
import type { IssueInFull } from './bulletin-words.ts';
import { useStep } from './use-step.ts';

/** Dialog that gives an issue back to who drafted it (退回修改), with the reason. */
export function GiveBack({ issue, onClose }: { issue: IssueInFull; onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const { id, version } = issue;
  const giveBack = useMutation(
    api.bulletins.giveBack.mutationOptions(useStep(id, () => '已退回拟稿人修改。', onClose)),
  );
  return (
    <Modal
      open
      title="退回修改"
      okText="退回"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={giveBack.isPending}
      okButtonProps={{ 'data-testid': 'give-back-save' }}
    >
      {giveBack.error && <Alert type="error" showIcon className="spaced" title={describeFault(giveBack.error)} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ reason: '' }}
        onFinish={({ reason }) => giveBack.mutate({ id, version, reason: reason.trim() })}
      >
        <Form.Item
          name="reason"
          label="修改意见"
          extra="拟稿人打开本期就能看到。"
          rules={[{ required: true, whitespace: true, message: '请写明修改意见' }]}
        >
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 3 }}
            maxLength={500}
            placeholder="如：第二条时间与来稿不一致，请核对"
            data-testid="give-back-reason"
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
