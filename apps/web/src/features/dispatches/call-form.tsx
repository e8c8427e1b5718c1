import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, DatePicker, Empty, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

import { api, describeFault } from '../../api.ts';

interface Fields {
  seriesId: string;
  topic: string;
  note?: string;
  column?: string;
  dueOn: Dayjs;
}

/** Dialog in which offices below are asked for copy (约稿): on what, for which series, by which day. */
export function CallForm({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const list = useQuery(api.bulletins.listSeries.queryOptions());
  const series = (list.data ?? []).filter(({ intake, endedOn, allowed }) => intake && !endedOn && allowed.draft);
  const seriesId = Form.useWatch('seriesId', form) ?? series[0]?.id;
  const columns = series.find(({ id }) => id === seriesId)?.columns ?? [];
  const call = useMutation(
    api.dispatches.call.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.dispatches.key() });
        void message.success('约稿已发出，下级单位可以看到。');
        onClose();
      },
    }),
  );
  const error = call.error ?? list.error;
  return (
    <Modal
      open
      title="发出约稿"
      okText="发出"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={call.isPending}
      okButtonProps={{ disabled: series.length === 0, 'data-testid': 'call-save' }}
    >
      {error && <Alert type="error" showIcon className="spaced" title={describeFault(error)} />}
      {list.data && series.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="本单位没有接收来稿的刊物。请先在简报的刊物设置中开通来稿。"
        />
      )}
      {series.length > 0 && (
        <Form<Fields>
          form={form}
          layout="vertical"
          initialValues={{ seriesId: series[0]!.id }}
          onFinish={({ note, column, dueOn, ...fields }) =>
            call.mutate({
              ...fields,
              note: note ?? '',
              column: column ?? null,
              dueOn: dueOn.format('YYYY-MM-DD'),
            })
          }
        >
          <Form.Item name="seriesId" label="刊物">
            <Select
              onChange={() => form.setFieldValue('column', undefined)}
              options={series.map(({ id, name }) => ({ value: id, label: name }))}
              data-testid="call-series"
            />
          </Form.Item>
          <Form.Item
            name="topic"
            label="约稿内容"
            rules={[{ required: true, whitespace: true, message: '请填写约稿内容' }]}
          >
            <Input autoFocus maxLength={100} placeholder="如：镇村志编修的做法和成效" data-testid="call-topic" />
          </Form.Item>
          <Form.Item name="note" label="要求">
            <Input.TextArea
              autoSize={{ minRows: 2 }}
              maxLength={500}
              placeholder="可不填，如：1500 字以内，附数据截止日期"
              data-testid="call-note"
            />
          </Form.Item>
          {columns.length > 0 && (
            <Form.Item name="column" label="拟用栏目">
              <Select
                allowClear
                placeholder="可不选"
                options={columns.map((column) => ({ value: column, label: column }))}
                data-testid="call-column"
              />
            </Form.Item>
          )}
          <Form.Item name="dueOn" label="截稿日期" rules={[{ required: true, message: '请选择截稿日期' }]}>
            <DatePicker
              disabledDate={(day) => day.isBefore(dayjs(), 'day')}
              style={{ width: '100%' }}
              data-testid="call-due"
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
