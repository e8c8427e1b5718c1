import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Modal } from 'antd';

import { api, describeFault } from '../../api.ts';
import { OrganisationPicker } from '../accounts/organisation-picker.tsx';
import { describeHolds } from './describe-holds.ts';
import { type ReshapeProps, useReshaped } from './use-reshape.ts';

/** Dialog that hangs an organisation at another parent (移动机构). */
export function MoveOrganisation({ organisation, onClose }: ReshapeProps) {
  const [form] = Form.useForm<{ parentId: string }>();
  const move = useMutation(api.organisations.move.mutationOptions(useReshaped(onClose)));
  return (
    <Modal
      open
      title={`移动：${organisation.name}`}
      okText="移动"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={move.isPending}
      okButtonProps={{ 'data-testid': 'move-save' }}
    >
      {move.error && <Alert type="error" showIcon title={describeFault(move.error)} className="spaced" />}
      <p>
        “{organisation.name}”连同其{describeHolds(organisation)}将移到新的上级之下，由新上级管理和查看，原上级不再看到。
      </p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ parentId }) => move.mutate({ id: organisation.id, version: organisation.version, parentId })}
      >
        <Form.Item name="parentId" label="新的上级" rules={[{ required: true, message: '请选择新的上级' }]}>
          <OrganisationPicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
