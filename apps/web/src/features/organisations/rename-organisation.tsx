import { useMutation } from '@tanstack/react-query';
import { Alert, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

import { api, describeFault } from '../../api.ts';
import { type ReshapeProps, useReshaped } from './use-reshape.ts';

interface Draft {
  how: 'rename' | 'correct';
  name: string;
  since?: Dayjs | null;
}

/** Dialog that renames an organisation from a day on, or corrects its name of today (机构改名). */
export function RenameOrganisation({ organisation, onClose }: ReshapeProps) {
  const [form] = Form.useForm<Draft>();
  const how = Form.useWatch('how', form) ?? 'rename';
  const rename = useMutation(api.organisations.rename.mutationOptions(useReshaped(onClose)));
  return (
    <Modal
      open
      title={`改名：${organisation.name}`}
      okText="保存"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={rename.isPending}
      okButtonProps={{ 'data-testid': 'rename-save' }}
    >
      {rename.error && <Alert type="error" showIcon title={describeFault(rename.error)} className="spaced" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ how: 'rename', name: organisation.name }}
        onFinish={({ how: chosen, name, since }) =>
          rename.mutate({
            id: organisation.id,
            version: organisation.version,
            name,
            since: chosen === 'correct' ? (organisation.names[0]?.since ?? null) : since!.format('YYYY-MM-DD'),
          })
        }
      >
        <Form.Item name="how">
          <Radio.Group
            options={[
              { value: 'rename', label: '改名' },
              { value: 'correct', label: '更正现名的错漏' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写名称，至少 2 个字' }]}
        >
          <Input maxLength={60} data-testid="rename-name" />
        </Form.Item>
        {how === 'rename' && (
          <Form.Item
            name="since"
            label="启用日期"
            extra="列表随即显示新名；此日期以前的文书仍用旧名。"
            rules={[{ required: true, message: '请选择启用日期' }]}
          >
            <DatePicker style={{ width: 180 }} maxDate={dayjs()} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
