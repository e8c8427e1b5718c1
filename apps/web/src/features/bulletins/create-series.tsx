import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SERIES_KIND_NAMES, SERIES_KINDS, type SeriesKind } from '@xiuzhi/domain';
import { Alert, Form, Input, Modal, Radio } from 'antd';
import { useNavigate } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { useMe } from '../accounts/use-me.ts';

/** What a series of each kind usually is; everything can be changed in its settings. */
const USUAL: Record<
  SeriesKind,
  { columns: string[]; sourceLine: boolean; intake: boolean; circulated: boolean; copies: number }
> = {
  work: { columns: ['特别关注', '工作动态'], sourceLine: true, intake: true, circulated: true, copies: 0 },
  politicalWork: { columns: [], sourceLine: false, intake: false, circulated: false, copies: 0 },
};

interface Draft {
  kind: SeriesKind;
  name: string;
  issuer: string;
  organisationId?: string;
}

/** Dialog for a new series (新设刊物): its kind and names; the rest is set on the page that follows. */
export function CreateSeries({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Draft>();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { person } = useMe();
  const offices = new Map(person.posts.map(({ organisation }) => [organisation.id, organisation.name]));
  const first = person.posts[0]?.organisation;
  const create = useMutation(
    api.bulletins.createSeries.mutationOptions({
      onSuccess: (series) => {
        void queryClient.invalidateQueries({ queryKey: api.bulletins.listSeries.key() });
        void navigate(`/bulletins/series/${series.id}`);
      },
    }),
  );
  const save = ({ kind, name, issuer, organisationId }: Draft) =>
    create.mutate({
      organisationId: organisationId ?? first?.id ?? '',
      kind,
      name: name.trim(),
      issuer: issuer.trim(),
      ...USUAL[kind],
      running: true,
      base: null,
      printedBy: issuer.trim(),
      recipients: { up: [], across: [], down: [] },
    });
  return (
    <Modal
      open
      title="新设刊物"
      okText="新设"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={create.isPending}
      okButtonProps={{ 'data-testid': 'series-create' }}
    >
      {create.error && <Alert type="error" showIcon className="spaced" title={describeFault(create.error)} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'work', issuer: first?.name ?? '', organisationId: first?.id }}
        onFinish={save}
      >
        <Form.Item name="kind" label="种类" extra="工作简报面向全系统，可收下级来稿；政工简讯只记本单位。">
          <Radio.Group
            data-testid="series-kind"
            options={SERIES_KINDS.map((kind) => ({ value: kind, label: SERIES_KIND_NAMES[kind] }))}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label="刊名"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写刊名' }]}
        >
          <Input autoFocus maxLength={60} placeholder="如：甲市地方志工作简报" data-testid="series-name" />
        </Form.Item>
        <Form.Item
          name="issuer"
          label="编发单位"
          extra="报头上印的名称。"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写编发单位' }]}
        >
          <Input maxLength={60} data-testid="series-issuer" />
        </Form.Item>
        {offices.size > 1 && (
          <Form.Item name="organisationId" label="所属单位">
            <Radio.Group options={Array.from(offices, ([value, label]) => ({ value, label }))} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
