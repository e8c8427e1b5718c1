import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { PRESETS, PRESET_NAMES, type Preset } from '@xiuzhi/domain';
import { useNavigate } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { OrganisationPicker } from '../accounts/organisation-picker.tsx';
import { useMe } from '../accounts/use-me.ts';

interface Draft {
  title: string;
  kind: Preset;
  recordedYear?: number | null;
  organisationId: string;
}

/** Dialog that creates a work (新建项目) and goes to it, where the manuscript is handed in. */
export function CreateWork({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Draft>();
  const kind = Form.useWatch('kind', form);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { person } = useMe();
  const create = useMutation(
    api.works.create.mutationOptions({
      onSuccess: (work) => {
        void queryClient.invalidateQueries({ queryKey: api.works.list.key() });
        void navigate(`/works/${work.id}`);
      },
    }),
  );
  const save = ({ title, kind, recordedYear, organisationId }: Draft) =>
    create.mutate({ title, kind, recordedYear: kind === 'yearbook' ? (recordedYear ?? null) : null, organisationId });
  return (
    <Modal
      open
      title="新建项目"
      okText="新建"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={create.isPending}
      okButtonProps={{ 'data-testid': 'work-save' }}
    >
      {create.error && <Alert type="error" showIcon title={describeFault(create.error)} className="spaced" />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'yearbook', organisationId: person.posts[0]?.organisation.id }}
        onFinish={save}
      >
        <Form.Item name="kind" label="类型" extra="审读规则随类型而定。">
          <Radio.Group
            data-testid="work-kind"
            options={PRESETS.map((preset) => ({ value: preset, label: PRESET_NAMES[preset] }))}
          />
        </Form.Item>
        <Form.Item name="title" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input
            autoFocus
            maxLength={120}
            placeholder={kind === 'gazetteer' ? '如：乙县志（1986—2005）' : '如：甲市年鉴（2025）'}
            data-testid="work-title"
          />
        </Form.Item>
        {kind === 'yearbook' && (
          <Form.Item
            name="recordedYear"
            label="记述年份"
            extra="年鉴记述哪一年的情况，通常比卷首年份早一年。"
            rules={[{ required: true, message: '请填写记述年份' }]}
          >
            <InputNumber min={1000} max={2999} precision={0} controls={false} suffix="年" data-testid="work-year" />
          </Form.Item>
        )}
        <Form.Item
          name="organisationId"
          label="单位"
          extra="限您所在单位及其内设处室；下级单位的项目由该单位新建。"
          rules={[{ required: true, message: '请选择单位' }]}
        >
          <OrganisationPicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
