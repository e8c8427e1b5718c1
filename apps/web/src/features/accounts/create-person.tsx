import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ROLES, ROLE_NAMES, type Role } from '@xiuzhi/domain';
import { Alert, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';

import { api, describeFault } from '../../api.ts';
import { OrganisationPicker } from './organisation-picker.tsx';

interface Draft {
  name: string;
  displayName: string;
  organisationId: string;
  role: Role;
  title?: string;
  since?: Dayjs | null;
}

/** Choices of a role (角色). */
export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }));

/** Dialog that creates a person with a first post (新增人员); hands back the one-time password. */
export function CreatePerson({
  organisation,
  onCreated,
  onClose,
}: {
  organisation: { id: string; name: string } | null;
  onCreated: (name: string, oneTimePassword: string) => void;
  onClose: () => void;
}) {
  const [form] = Form.useForm<Draft>();
  const queryClient = useQueryClient();
  const create = useMutation(
    api.accounts.createPerson.mutationOptions({
      onSuccess: ({ person, oneTimePassword }) => {
        void queryClient.invalidateQueries({ queryKey: api.accounts.listPersons.key() });
        onCreated(person.displayName, oneTimePassword);
      },
    }),
  );
  return (
    <Modal
      open
      title="新增人员"
      okText="新增"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={create.isPending}
      okButtonProps={{ 'data-testid': 'person-save' }}
    >
      {create.error && <Alert type="error" showIcon title={describeFault(create.error)} className="spaced" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ role: 'reviewer', ...(organisation && { organisationId: organisation.id }) }}
        onFinish={({ since, ...rest }) =>
          create.mutate({ ...rest, ...(since && { since: since.format('YYYY-MM-DD') }) })
        }
      >
        <Form.Item
          name="displayName"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <Input autoFocus maxLength={40} data-testid="person-display-name" />
        </Form.Item>
        <Form.Item
          name="name"
          label="用户名"
          extra="登录时用，2 至 40 个汉字、字母或数字。"
          rules={[
            { required: true, message: '请填写用户名' },
            { pattern: /^[\p{L}\p{N}._-]{2,40}$/u, message: '用户名为 2 至 40 个汉字、字母或数字' },
          ]}
        >
          <Input maxLength={40} autoComplete="off" data-testid="person-name" />
        </Form.Item>
        <Form.Item name="organisationId" label="机构" rules={[{ required: true, message: '请选择机构' }]}>
          <OrganisationPicker known={organisation} />
        </Form.Item>
        <Form.Item name="role" label="岗位">
          <Select options={ROLE_OPTIONS} data-testid="person-role" />
        </Form.Item>
        <Form.Item name="title" label="职务" extra="选填，如主编、党组成员、机关党委书记。">
          <Input maxLength={40} data-testid="person-title" />
        </Form.Item>
        <Form.Item name="since" label="任岗日期" extra="不填即从今天起。">
          <DatePicker style={{ width: 180 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
