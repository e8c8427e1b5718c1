import { useMutation } from '@tanstack/react-query';
import { ORGANISATION_KINDS, ORGANISATION_KIND_NAMES, mayHang, type OrganisationKind } from '@xiuzhi/domain';
import { Alert, Form, Input, Modal, Select } from 'antd';

import { api, describeFault } from '../../api.ts';
import { type ReshapeProps, useReshaped } from './use-reshape.ts';

interface Draft {
  kind: OrganisationKind;
  name: string;
  regionCode?: string;
}

/** What the kinds are for, beside the choice. */
const NOTES: Record<OrganisationKind, string> = {
  office: '独立开展工作的下级地方志工作机构，其书稿和疑点只有本单位能看。',
  internalUnit: '内设机构，办理所在单位的书稿。',
  affiliatedInstitution: '有自己的书稿，不属于哪个处室。',
  partyOrganisation: '党组、机关党委、机关纪委、党支部等，另成一棵树；其岗位不涉及业务。',
  partner: '高校、部门等协作单位，只能看到自己的内容。',
};

/** Dialog that sets up an organisation below another (新增机构). */
export function CreateOrganisation({ organisation, onClose }: ReshapeProps) {
  const [form] = Form.useForm<Draft>();
  const kind = Form.useWatch('kind', form);
  const create = useMutation(api.organisations.create.mutationOptions(useReshaped(onClose)));
  const kinds = ORGANISATION_KINDS.filter((one) => mayHang(one, organisation.kind));
  return (
    <Modal
      open
      title={`新增下级：${organisation.name}`}
      okText="新增"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={create.isPending}
      okButtonProps={{ 'data-testid': 'create-save' }}
    >
      {create.error && <Alert type="error" showIcon title={describeFault(create.error)} className="spaced" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: kinds.includes('internalUnit') ? 'internalUnit' : kinds[0] }}
        onFinish={({ kind: chosen, name, regionCode }) =>
          create.mutate({
            parentId: organisation.id,
            kind: chosen,
            name,
            ...(chosen === 'office' && regionCode && { regionCode }),
          })
        }
      >
        <Form.Item name="kind" label="类别" extra={kind && NOTES[kind]}>
          <Select
            options={kinds.map((one) => ({ value: one, label: ORGANISATION_KIND_NAMES[one] }))}
            data-testid="create-kind"
          />
        </Form.Item>
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写名称，至少 2 个字' }]}
        >
          <Input maxLength={60} autoFocus data-testid="create-name" />
        </Form.Item>
        {kind === 'office' && (
          <Form.Item
            name="regionCode"
            label="行政区划代码"
            extra="六位数字，用来排序；没有就不填。"
            rules={[{ pattern: /^\d{6}$/, message: '行政区划代码为六位数字' }]}
          >
            <Input maxLength={6} style={{ width: 180 }} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
