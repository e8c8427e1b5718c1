import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Empty, Popconfirm, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { CallForm } from './call-form.tsx';
import type { Call } from './dispatch-words.ts';
import './dispatches.css';

/** Calls for copy (约稿): what one's own office asks for, and what those above ask for. */
export function CallsPage() {
  const narrow = useNarrow();
  const [parameters, setParameters] = useSearchParams();
  const [calling, setCalling] = useState(false);
  const [maySend, mayCall] = [useAllowed('dispatches.send'), useAllowed('dispatches.decide')];
  const all = parameters.get('show') === 'all';
  const calls = useInfiniteQuery(
    api.dispatches.listCalls.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(!all && { open: true }), ...(cursor && { cursor }), limit: 50 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const wide: TableColumnsType<Call> = [
    { title: '约稿内容', key: 'topic', render: (_value, call) => <Topic call={call} /> },
    { title: '刊物', key: 'series', width: 240, render: (_value, call) => <Series call={call} /> },
    {
      title: '截稿日期',
      dataIndex: 'dueOn',
      width: 130,
      render: (day: string) => <span className="number call-due">{formatDay(day)}</span>,
    },
    { title: '应约', key: 'received', width: 90, render: (_value, call) => <Received call={call} /> },
    {
      title: '',
      key: 'actions',
      width: 110,
      align: 'right',
      render: (_value, call) => <Actions call={call} maySend={maySend} />,
    },
  ];
  const below: TableColumnsType<Call> = [
    {
      title: '约稿内容',
      key: 'topic',
      render: (_value, call) => (
        <div className="two-lines">
          <Topic call={call} />
          <span className="muted">{call.seriesName}</span>
          <span className="muted">
            截稿{formatDay(call.dueOn)}，应约 {call.received} 篇
          </span>
          <Actions call={call} maySend={maySend} />
        </div>
      ),
    },
  ];
  return (
    <div className="page">
      <PageTitle
        title="约稿"
        note={<Link to="/dispatches">返回来稿</Link>}
        actions={
          <>
            <Segmented
              value={all ? 'all' : 'open'}
              onChange={(value) => setParameters(value === 'all' ? { show: 'all' } : {}, { replace: true })}
              options={[
                { value: 'open', label: '进行中' },
                { value: 'all', label: '全部' },
              ]}
            />
            {mayCall && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setCalling(true)} data-testid="call-new">
                发出约稿
              </Button>
            )}
          </>
        }
      />
      {calls.error ? (
        <FaultNotice error={calls.error} onRetry={() => void calls.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Call>
            rowKey="id"
            columns={narrow ? below : wide}
            dataSource={calls.data?.pages.flatMap((page) => page.items) ?? []}
            loading={calls.isPending || calls.isPlaceholderData}
            pagination={false}
            data-testid="calls-table"
            locale={{
              emptyText: calls.isPending ? (
                <div style={{ height: 160 }} />
              ) : (
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description={all ? '还没有约稿。' : '没有进行中的约稿。平时有信息，随时可以报送。'}
                />
              ),
            }}
          />
        </Card>
      )}
      <MoreButton list={calls} />
      {calling && <CallForm onClose={() => setCalling(false)} />}
    </div>
  );
}

function Topic({ call: { topic, note, column } }: { call: Call }) {
  return (
    <div className="two-lines">
      <b>{topic}</b>
      {(note || column) && <span className="muted">{[column && `【${column}】`, note].filter(Boolean).join(' ')}</span>}
    </div>
  );
}

function Series({ call: { seriesName, office } }: { call: Call }) {
  return (
    <div className="two-lines">
      <span>{seriesName}</span>
      <span className="muted">{office.name}</span>
    </div>
  );
}

function Received({ call: { id, received, allowed } }: { call: Call }) {
  const words = <span className="number">{received} 篇</span>;
  if (received === 0) return <span className="muted number">0 篇</span>;
  return (
    <Link to={`/dispatches?box=${allowed.end ? 'received' : 'sent'}&state=all&call=${id}`} data-testid="call-received">
      {words}
    </Link>
  );
}

function Actions({ call, maySend }: { call: Call; maySend: boolean }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const end = useMutation(
    api.dispatches.endCall.mutationOptions({
      onSuccess: () => void message.success('约稿已结束。已报送的来稿不受影响。'),
      onError: (error) => void message.error(describeFault(error)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.dispatches.key() }),
    }),
  );
  if (call.endedAt) return <span className="muted">已结束</span>;
  if (call.allowed.end)
    return (
      <Popconfirm
        title="结束这次约稿？"
        description="结束后不能再应约报送，已报送的来稿不受影响。"
        okText="结束"
        okButtonProps={{ 'data-testid': 'call-end-confirm' }}
        onConfirm={() => end.mutate({ id: call.id })}
      >
        <Button type="link" loading={end.isPending} data-testid="call-end">
          结束
        </Button>
      </Popconfirm>
    );
  return maySend ? (
    <Link to={`/dispatches/new?call=${call.id}`} data-testid="call-answer">
      应约报送
    </Link>
  ) : null;
}
