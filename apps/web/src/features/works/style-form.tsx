import { useMutation, useQueryClient } from '@tanstack/react-query';
import { HOUSE_STYLES, type HouseStyle, type HouseStyleId } from '@xiuzhi/review';
import { Alert, App, Button, Form, Select } from 'antd';

import { type Outputs, api, describeFault, isRefusal } from '../../api.ts';

const STYLES = Object.entries(HOUSE_STYLES) as [HouseStyleId, (typeof HOUSE_STYLES)[HouseStyleId]][];

/** Ways of writing that the office settles for a work (统一写法). */
export function StyleForm({ workId, settings }: { workId: string; settings: Outputs['works']['settings'] }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<HouseStyle>();
  const queryClient = useQueryClient();
  const save = useMutation(
    api.works.configure.mutationOptions({
      onSuccess: () => void message.success('已保存，重新审校后按新设置检出。'),
      onSettled: (_settings, error) => {
        if (!error || isRefusal(error, 'STALE')) void queryClient.invalidateQueries({ queryKey: api.works.key() });
      },
    }),
  );
  return (
    <Form<HouseStyle>
      form={form}
      layout="vertical"
      disabled={!settings.allowed}
      initialValues={settings.houseStyle}
      onFinish={(chosen) =>
        save.mutate({
          id: workId,
          version: settings.version,
          houseStyle: Object.fromEntries(Object.entries(chosen).filter(([, choice]) => choice)),
        })
      }
    >
      <p className="muted">
        规范允许几种写法的，由本单位选定一种，全书统一；没有选定的，以书中较多的一种为准，提示其余各处。
      </p>
      {save.error && <Alert type="error" showIcon title={describeFault(save.error)} className="spaced" />}
      <div className="styles">
        {STYLES.map(([style, { title, choices }]) => (
          <Form.Item key={style} name={style} label={title}>
            <Select
              allowClear
              placeholder="以书中较多的为准"
              aria-label={title}
              options={choices.map((value) => ({ value, label: value }))}
              data-testid={`style-${style}`}
            />
          </Form.Item>
        ))}
      </div>
      {settings.allowed && (
        <Button type="primary" htmlType="submit" loading={save.isPending} data-testid="style-save">
          保存
        </Button>
      )}
    </Form>
  );
}
