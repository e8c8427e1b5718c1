import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Form, Modal, Radio, Select } from 'antd';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { BeginDraft } from '../bulletins/begin-draft.tsx';
import type { Dispatch } from './dispatch-words.ts';
import type { DispatchSteps } from './use-dispatch-steps.tsx';

type Draft = Outputs['bulletins']['list']['items'][number];

/** Dialog that takes copy into a draft (采用): which of the issues under way, and under which column. */
export function TakeDialog({
  dispatch,
  take,
  onClose,
}: {
  dispatch: Dispatch;
  take: DispatchSteps['take'];
  onClose: () => void;
}) {
  const [form] = Form.useForm<{ issueId?: string; column?: string }>();
  const drafts = useQuery(
    api.bulletins.list.queryOptions({ input: { seriesId: dispatch.seriesId, state: 'draft', limit: 50 } }),
  );
  const series = useQuery(api.bulletins.listSeries.queryOptions());
  const columns = series.data?.find(({ id }) => id === dispatch.seriesId)?.columns ?? [];
  const items = drafts.data?.items ?? [];
  const error = drafts.error ?? series.error;
  const isReady = drafts.data !== undefined && series.data !== undefined;
  return (
    <Modal
      open
      title="采用"
      okText="编入"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={take.isPending}
      okButtonProps={{ disabled: items.length === 0, 'data-testid': 'take-save' }}
    >
      {error && <FaultNotice error={error} onRetry={() => void drafts.refetch()} />}
      {isReady && items.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={`《${dispatch.seriesName}》没有拟稿中的一期。新建以后即可编入。`}
        >
          <BeginDraft series={[{ id: dispatch.seriesId, name: dispatch.seriesName }]} />
        </Empty>
      )}
      {isReady && items.length > 0 && (
        <Form
          form={form}
          layout="vertical"
          initialValues={{ issueId: items[0]!.id, ...(columns.length === 1 && { column: columns[0] }) }}
          onFinish={({ issueId, column }) =>
            take.mutate(
              { id: dispatch.id, version: dispatch.version, issueId: issueId!, column: column ?? null },
              { onSettled: onClose },
            )
          }
        >
          <Form.Item name="issueId" label="编入">
            <Radio.Group
              className="dispatch-drafts"
              data-testid="take-issue"
              options={items.map((draft) => ({ value: draft.id, label: nameOf(draft) }))}
            />
          </Form.Item>
          {columns.length > 0 && (
            <Form.Item name="column" label="栏目" rules={[{ required: true, message: '请选择栏目' }]}>
              <Select
                options={columns.map((column) => ({ value: column, label: column }))}
                placeholder="请选择栏目"
                data-testid="take-column"
              />
            </Form.Item>
          )}
          <Alert type="info" showIcon title="编入后可在该期中修改、调整顺序；原稿保留不变。" />
        </Form>
      )}
    </Modal>
  );
}

/** A draft has no number yet: people know it by its day and what stands in it. */
function nameOf({ issuedOn, items, firstTitle, supplement }: Draft): string {
  const day = issuedOn ? `${formatDay(issuedOn)}拟稿` : '拟稿（未定日期）';
  return `${supplement ? '增刊 ' : ''}${day}，${items === 0 ? '尚无信息' : `已有 ${items} 条：${firstTitle ?? ''}${items > 1 ? ' 等' : ''}`}`;
}
