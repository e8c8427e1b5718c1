import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Empty, Form, Input, Popconfirm, Skeleton, TreeSelect } from 'antd';
import { useMemo } from 'react';

import { type Outputs, api, describeFault, isRefusal } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useAllowed } from '../accounts/use-me.ts';
import './contributions.css';
import { type Place, outlinePlaces } from './outline-places.ts';

type Contributor = Outputs['contributions']['list'][number];

/** Contributing units of a work (供稿单位) and which headings each supplied: what 核实单 are sorted by. */
export function ContributorsDrawer({
  workId,
  revisionId,
  onClose,
}: {
  workId: string;
  /** The latest revision that is ready: its headings are offered. */
  revisionId: string | null;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string }>();
  const queryClient = useQueryClient();
  const may = useAllowed('contributions.manage');
  const input = { workId };
  const key = api.contributions.list.queryKey({ input });
  const units = useQuery(api.contributions.list.queryOptions({ input }));
  const outline = useQuery(
    api.manuscripts.outline.queryOptions({
      input: { id: revisionId ?? '' },
      enabled: revisionId !== null,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const places = useMemo(() => (outline.data ? outlinePlaces(outline.data.nodes) : []), [outline.data]);
  const again = () => void queryClient.invalidateQueries({ queryKey: key });
  const onError = (error: unknown) => {
    void message.error(describeFault(error));
    again();
  };
  const create = useMutation(
    api.contributions.create.mutationOptions({
      onSuccess: () => {
        form.resetFields();
        again();
      },
      onError: (error) =>
        isRefusal(error, 'NAME_TAKEN') ? void message.info('该供稿单位已在名单中，不必重复新增。') : onError(error),
    }),
  );
  const remove = useMutation(api.contributions.remove.mutationOptions({ onSuccess: again, onError }));
  const assign = useMutation(
    api.contributions.assign.mutationOptions({
      onSuccess: (list) => queryClient.setQueryData<Contributor[]>(key, list),
      onError,
    }),
  );
  return (
    <Drawer open title="供稿单位" size={560} onClose={onClose} data-testid="contributors">
      <p className="muted">供稿单位不需要账号。指定各单位供稿的篇目以后，“核实”的疑点按篇目归到该单位的核实单里。</p>
      {may && (
        <Form
          form={form}
          layout="inline"
          className="spaced contributor-add"
          onFinish={({ name }) => create.mutate({ workId, name: name.trim() })}
        >
          <Form.Item name="name" rules={[{ required: true, whitespace: true, message: '请填写单位名称' }]}>
            <Input maxLength={80} placeholder="单位名称，如：乙县林业局" data-testid="contributor-name" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={create.isPending} data-testid="contributor-add">
            新增
          </Button>
        </Form>
      )}
      {revisionId === null && (
        <Alert type="info" showIcon className="spaced" title="还没有可审读的书稿，上传后即可按篇目指定供稿单位。" />
      )}
      {units.error ? (
        <FaultNotice error={units.error} onRetry={() => void units.refetch()} />
      ) : !units.data ? (
        <Skeleton active />
      ) : units.data.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={may ? '还没有供稿单位，请在上方新增。' : '还没有供稿单位。'}
        />
      ) : (
        <ul className="contributors">
          {units.data.map((unit) => (
            <li key={unit.id} data-testid="contributor">
              <div className="contributor-head">
                <strong>{unit.name}</strong>
                {may && (
                  <Popconfirm
                    title={`删去“${unit.name}”？`}
                    description="所指定的篇目一并取消。"
                    okText="删去"
                    okButtonProps={{ 'data-testid': 'contributor-remove-confirm' }}
                    onConfirm={() => remove.mutate({ workId, id: unit.id })}
                  >
                    <Button type="link" size="small" data-testid="contributor-remove">
                      删去
                    </Button>
                  </Popconfirm>
                )}
              </div>
              {may ? (
                <TreeSelect<string[], Place>
                  multiple
                  allowClear={false}
                  className="contributor-places"
                  placeholder="供稿的篇目"
                  value={unit.places}
                  treeData={places}
                  treeNodeLabelProp="value"
                  showSearch={{ treeNodeFilterProp: 'title' }}
                  loading={outline.isFetching}
                  disabled={assign.isPending}
                  data-testid="contributor-places"
                  onSelect={(place: unknown) =>
                    assign.mutate({ workId, place: place as string, contributorId: unit.id })
                  }
                  onDeselect={(place: unknown) =>
                    assign.mutate({ workId, place: place as string, contributorId: null })
                  }
                />
              ) : (
                <div className="muted">{unit.places.join('；') || '未指定篇目'}</div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  );
}
