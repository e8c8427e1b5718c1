import { useMutation } from '@tanstack/react-query';
import { Alert, DatePicker, Form, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

import { api, describeFault } from '../../api.ts';
import { OrganisationPicker } from '../accounts/organisation-picker.tsx';
import { describeHolds } from './describe-holds.ts';
import { type ReshapeProps, useReshaped } from './use-reshape.ts';

/** Dialog that merges an organisation into another of its kind (合并机构). */
export function MergeOrganisation({ organisation, onClose, onOpen }: ReshapeProps) {
  const [form] = Form.useForm<{ intoId: string; on: Dayjs }>();
  const reshaped = useReshaped(onClose);
  const merge = useMutation(
    api.organisations.merge.mutationOptions({
      ...reshaped,
      onSuccess: (_merged, { intoId }) => {
        reshaped.onSuccess();
        onOpen(intoId);
      },
    }),
  );
  return (
    <Modal
      open
      title={`合并：${organisation.name}`}
      okText="合并"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={merge.isPending}
      okButtonProps={{ danger: true, 'data-testid': 'merge-save' }}
    >
      {merge.error && <Alert type="error" showIcon title={describeFault(merge.error)} className="spaced" />}
      <p>
        “{organisation.name}”将在合并日期的前一天终止，其{describeHolds(organisation)}
        自合并日期起归并入的机构；合并后不能撤回。
      </p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ on: dayjs() }}
        onFinish={({ intoId, on }) =>
          merge.mutate({ id: organisation.id, version: organisation.version, intoId, on: on.format('YYYY-MM-DD') })
        }
      >
        <Form.Item
          name="intoId"
          label="并入"
          extra="只能并入同类机构。"
          rules={[{ required: true, message: '请选择并入的机构' }]}
        >
          <OrganisationPicker />
        </Form.Item>
        <Form.Item name="on" label="合并日期" rules={[{ required: true, message: '请选择合并日期' }]}>
          <DatePicker style={{ width: 180 }} maxDate={dayjs()} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
