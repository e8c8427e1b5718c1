import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Alert, Button, Card, Empty, Table, type TableColumnsType } from 'antd';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { PageTitle } from '../../ui/page-title.tsx';

type Entry = Outputs['audit']['list']['items'][number];

const COLUMNS: TableColumnsType<Entry> = [
  { title: '序号', dataIndex: 'id', width: 90, className: 'number' },
  { title: '时间', dataIndex: 'at', width: 160, className: 'number', render: formatInstant },
  { title: '人员', dataIndex: 'actor', width: 140 },
  { title: '操作', dataIndex: 'actionTitle', width: 200 },
  { title: '对象', dataIndex: 'subject', ellipsis: true, className: 'number', responsive: ['md'] },
  {
    title: '链值',
    dataIndex: 'seal',
    width: 150,
    responsive: ['md'],
    render: (seal: string | null) =>
      seal ? (
        <code title={seal}>{seal.slice(0, 12)}</code>
      ) : (
        <span className="muted" title="每隔数秒由系统封链">
          待封链
        </span>
      ),
  },
];

/** Audit (审计记录): who did what to which thing, newest first, and whether the chain holds. */
export function AuditPage() {
  const entries = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(cursor && { cursor }), limit: 100 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const verify = useMutation(api.audit.verify.mutationOptions());
  const result = verify.data;
  return (
    <div className="page">
      <PageTitle
        title="审计记录"
        note="只记谁在何时对什么做了什么，不记正文。"
        actions={
          <Button
            icon={<SafetyCertificateOutlined />}
            loading={verify.isPending}
            onClick={() => verify.mutate({})}
            data-testid="audit-verify"
          >
            校验
          </Button>
        }
      />
      {verify.error && <FaultNotice error={verify.error} />}
      {result && (
        <Alert
          showIcon
          className="spaced"
          data-testid="audit-result"
          type={result.intact ? 'success' : 'error'}
          title={
            result.intact
              ? `校验通过：共 ${result.entries} 条记录，已封链 ${result.sealed} 条，前后相接，未见改动。`
              : `校验未通过：自第 ${result.brokenAt} 条起链值不相符，记录可能被改动过，请保留现场并联系系统管理员。`
          }
        />
      )}
      {entries.error ? (
        <FaultNotice error={entries.error} onRetry={() => void entries.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Entry>
            rowKey="id"
            size="small"
            columns={COLUMNS}
            dataSource={entries.data?.pages.flatMap((page) => page.items) ?? []}
            loading={entries.isPending}
            pagination={false}
            scroll={{ x: 560 }}
            data-testid="audit-table"
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有审计记录。" /> }}
          />
        </Card>
      )}
      {entries.hasNextPage && (
        <div className="more">
          <Button
            onClick={() => void entries.fetchNextPage()}
            loading={entries.isFetchingNextPage}
            data-testid="audit-more"
          >
            加载更多
          </Button>
        </div>
      )}
    </div>
  );
}
