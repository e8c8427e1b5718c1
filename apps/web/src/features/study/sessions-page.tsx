import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { type Session, nameKind } from './session-words.ts';

const title = (session: Session) => (
  <div className="two-lines">
    <Link to={`/study/${session.id}`} data-testid="session-link">
      {session.title}
    </Link>
    <span className="muted">{nameKind(session.kind)}</span>
  </div>
);
const issue = ({ issueId }: Session) =>
  issueId ? <Link to={`/bulletins/${issueId}`}>已编入简讯</Link> : <span className="muted">未编入</span>;

const WIDE: TableColumnsType<Session> = [
  {
    title: '日期',
    dataIndex: 'heldOn',
    width: 140,
    render: (day: string) => <span className="number">{formatDay(day)}</span>,
  },
  { title: '会议', key: 'title', render: (_value, session) => title(session) },
  { title: '单位', dataIndex: ['organisation', 'name'], width: 240, responsive: ['lg'] },
  { title: '简讯', key: 'issue', width: 110, render: (_value, session) => issue(session) },
];
/** One below the other, for a telephone. */
const NARROW: TableColumnsType<Session> = [
  {
    title: '会议',
    key: 'title',
    render: (_value, session) => (
      <div className="two-lines">
        {title(session)}
        <span className="muted number">{formatDay(session.heldOn)}</span>
        {issue(session)}
      </div>
    ),
  },
];

/** Records of study sessions and meetings (会议学习), the latest first. */
export function SessionsPage() {
  const narrow = useNarrow();
  const mayRecord = useAllowed('study.record');
  const sessions = useInfiniteQuery(
    api.study.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(cursor && { cursor }), limit: 50 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <div className="page">
      <PageTitle
        title="会议学习"
        actions={
          mayRecord && (
            <Link to="/study/new">
              <Button type="primary" icon={<PlusOutlined />} data-testid="session-new">
                登记会议学习
              </Button>
            </Link>
          )
        }
      />
      {sessions.error ? (
        <FaultNotice error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Session>
            rowKey="id"
            columns={narrow ? NARROW : WIDE}
            dataSource={sessions.data?.pages.flatMap((page) => page.items) ?? []}
            loading={sessions.isPending || sessions.isPlaceholderData}
            pagination={false}
            data-testid="sessions-table"
            locale={{
              emptyText: sessions.isPending ? (
                <div style={{ height: 160 }} />
              ) : (
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description={
                    mayRecord
                      ? '还没有记录。登记一次会议学习，即可由记录拟出简讯，不必重写。'
                      : '还没有记录。简报编辑登记会议学习以后，可在这里查看。'
                  }
                />
              ),
            }}
          />
        </Card>
      )}
      <MoreButton list={sessions} />
    </div>
  );
}
