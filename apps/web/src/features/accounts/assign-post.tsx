import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@xiuzhi/domain';
import { Alert, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';

import { api, describeFault } from '../../api.ts';
import { ROLE_OPTIONS } from './create-person.tsx';
import { OrganisationPicker } from './organisation-picker.tsx';

interface Draft {
  organisationId: string;
  role: Role;
  title?: string;
  since?: Dayjs | null;
  until?: Dayjs | null;
}

const DAY = 'YYYY-MM-DD';

/** Dialog that gives a person a post (任岗), with its dates. */
export function AssignPost({ person, onClose }: { person: { id: string; displayName: string }; onClose: () => void }) {
  const [form] = Form.useForm<Draft>();
  const queryClient = useQueryClient();
  const assign = useMutation(
    api.accounts.assignPost.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.accounts.listPersons.key() });
        onClose();
      },
    }),
  );
  return (
    <Modal
      open
      title={`任岗：${person.displayName}`}
      okText="保存"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={assign.isPending}
      okButtonProps={{ 'data-testid': 'post-save' }}
    >
      {assign.error && <Alert type="error" showIcon title={describeFault(assign.error)} className="spaced" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ role: 'reviewer' }}
        onFinish={({ since, until, ...rest }) =>
          assign.mutate({
            id: person.id,
            ...rest,
            ...(since && { since: since.format(DAY) }),
            until: until?.format(DAY) ?? null,
          })
        }
      >
        <Form.Item name="organisationId" label="机构" rules={[{ required: true, message: '请选择机构' }]}>
          <OrganisationPicker />
        </Form.Item>
        <Form.Item name="role" label="岗位">
          <Select options={ROLE_OPTIONS} data-testid="post-role" />
        </Form.Item>
        <Form.Item name="title" label="职务" extra="选填，如主编、党组成员、机关党委书记。">
          <Input maxLength={40} data-testid="post-title" />
        </Form.Item>
        <Form.Item name="since" label="任岗日期" extra="不填即从今天起。">
          <DatePicker style={{ width: 180 }} />
        </Form.Item>
        <Form.Item
          name="until"
          label="离岗日期"
          extra="借调等有期限的岗位填写，到期自动失效；长期任岗不填。"
          dependencies={['since']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, until: Dayjs | null) =>
                until && getFieldValue('since') && until.isBefore(getFieldValue('since') as Dayjs)
                  ? Promise.reject(new Error('离岗日期不能早于任岗日期'))
                  : Promise.resolve(),
            }),
          ]}
        >
          <DatePicker style={{ width: 180 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
