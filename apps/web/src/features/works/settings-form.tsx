import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Space } from 'antd';

import { type Outputs, api, describeFault, isRefusal } from '../../api.ts';
import { PreviousPicker } from './previous-picker.tsx';

type Settings = Outputs['works']['settings'];

interface Draft {
  place?: string;
  recordedYear?: number | null;
  from?: number | null;
  to?: number | null;
  previousId?: string | null;
}

const YEAR = { min: 1, max: 2999, precision: 0, controls: false } as const;

/** Years and place that the review goes by (基本设置). */
export function SettingsForm({ workId, settings }: { workId: string; settings: Settings }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  const queryClient = useQueryClient();
  const save = useMutation(
    api.works.configure.mutationOptions({
      onSuccess: () => void message.success('已保存，重新审校后按新设置检出。'),
      onSettled: (_settings, error) => {
        if (!error || isRefusal(error, 'STALE')) void queryClient.invalidateQueries({ queryKey: api.works.key() });
      },
    }),
  );
  const submit = ({ place, recordedYear, from, to, previousId }: Draft) =>
    save.mutate({
      id: workId,
      version: settings.version,
      place: place?.trim() || null,
      recordedYear: recordedYear ?? null,
      period: from && to ? { from, to } : null,
      previousId: previousId ?? null,
    });
  return (
    <Form<Draft>
      form={form}
      layout="vertical"
      disabled={!settings.allowed}
      initialValues={{
        place: settings.place ?? '',
        recordedYear: settings.recordedYear,
        from: settings.period?.from,
        to: settings.period?.to,
        previousId: settings.previous?.revisionId,
      }}
      onFinish={submit}
    >
      {save.error && <Alert type="error" showIcon title={describeFault(save.error)} className="spaced" />}
      <Form.Item name="place" label="本地名称" extra="书中省略主体的数据（如“全县”）按本地计算；用于核对地名。">
        <Input maxLength={40} placeholder="如：乙县" style={{ maxWidth: 280 }} data-testid="settings-place" />
      </Form.Item>
      <Form.Item name="recordedYear" label="记述年份" extra="年鉴填写；用于核对“今年”“上年”、机构名称和固定提法。">
        <InputNumber {...YEAR} min={1000} suffix="年" data-testid="settings-year" />
      </Form.Item>
      <Form.Item label="断限" extra="志书填写上限和下限，含首尾两年；用于核对越限记述。">
        <Space>
          <Form.Item name="from" noStyle>
            <InputNumber {...YEAR} suffix="年" aria-label="上限" data-testid="settings-from" />
          </Form.Item>
          至
          <Form.Item
            name="to"
            noStyle
            dependencies={['from']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_rule, to: number | null) =>
                  Boolean(to) === Boolean(getFieldValue('from'))
                    ? Promise.resolve()
                    : Promise.reject(new Error('上限和下限请都填写，或都不填')),
              }),
            ]}
          >
            <InputNumber {...YEAR} suffix="年" aria-label="下限" data-testid="settings-to" />
          </Form.Item>
        </Space>
      </Form.Item>
      <Form.Item name="previousId" label="上卷" extra="上一年的年鉴，用于核对“比上年”的基数和沿用的文字。">
        <PreviousPicker workId={workId} previous={settings.previous} disabled={!settings.allowed} />
      </Form.Item>
      {settings.allowed && (
        <Button type="primary" htmlType="submit" loading={save.isPending} data-testid="settings-save">
          保存
        </Button>
      )}
    </Form>
  );
}
