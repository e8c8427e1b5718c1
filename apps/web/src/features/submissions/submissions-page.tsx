import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Card, Empty, Segmented, Table, type TableColumnsType, Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { GiveBack } from './give-back.tsx';
import { submissionWords } from './submission-words.ts';
import type { Submission } from './use-submission.ts';

type Box = 'received' | 'sent';

const columnsOf = (box: Box, mayReturn: boolean): TableColumnsType<Submission> => [
  {
    title: '书稿',
    key: 'title',
    render: (_value, submission) => (
      <div className="two-lines">
        <span>
          {submission.manuscriptTitle}第{submission.revisionNumber}稿
        </span>
        <span className="muted">{submission.workTitle}</span>
      </div>
    ),
  },
  box === 'received'
    ? { title: '送审单位', dataIndex: ['from', 'name'], width: 220 }
    : { title: '送往', dataIndex: ['to', 'name'], width: 220 },
  { title: '附言', dataIndex: 'note', responsive: ['lg'] },
  { title: '送审时间', dataIndex: 'sentAt', width: 150, className: 'number', render: formatInstant },
  { title: '状态', key: 'state', width: 90, render: (_value, submission) => submissionWords(submission) },
  {
    title: '',
    key: 'actions',
    width: 150,
    align: 'right',
    render: (_value, submission) =>
      (box === 'sent' || submission.endedHow === null) && (
        <span className="row-actions">
          <Link to={`/revisions/${submission.revisionId}`} data-testid="submission-read">
            打开审读
          </Link>
          {box === 'received' && mayReturn && <GiveBack submission={submission} />}
        </span>
      ),
  },
];

/** One below the other, for a telephone. */
const narrowOf = (box: Box): TableColumnsType<Submission> => [
  {
    title: '书稿',
    key: 'title',
    render: (_value, submission) => (
      <div className="two-lines">
        <span>
          {submission.manuscriptTitle}第{submission.revisionNumber}稿
        </span>
        <span className="muted">{box === 'received' ? submission.from.name : submission.to.name}</span>
        <span className="muted number">{formatInstant(submission.sentAt)}</span>
        {submission.note && <span className="muted">{submission.note}</span>}
      </div>
    ),
  },
  {
    title: '状态',
    key: 'state',
    width: 96,
    render: (_value, submission) =>
      box === 'sent' || submission.endedHow === null ? (
        <Link to={`/revisions/${submission.revisionId}`}>打开审读</Link>
      ) : (
        submissionWords(submission)
      ),
  },
];

/** Submissions (送审稿): what offices below sent in to be reviewed, and what was sent up. */
export function SubmissionsPage() {
  const [parameters, setParameters] = useSearchParams();
  const narrow = useNarrow();
  const box: Box = parameters.get('box') === 'sent' ? 'sent' : 'received';
  const all = parameters.get('show') === 'all';
  const mayReturn = useAllowed('submissions.receive');
  const submissions = useInfiniteQuery(
    api.submissions.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        box,
        ...(!all && { open: true }),
        ...(cursor && { cursor }),
        limit: 50,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const change = (next: { box?: Box; all?: boolean }) =>
    setParameters(
      { ...((next.box ?? box) === 'sent' && { box: 'sent' }), ...((next.all ?? all) && { show: 'all' }) },
      { replace: true },
    );
  return (
    <div className="page">
      <PageTitle
        title="送审稿"
        actions={
          <Segmented
            value={all ? 'all' : 'open'}
            onChange={(value) => change({ all: value === 'all' })}
            data-testid="submissions-open"
            options={[
              { value: 'open', label: '送审中' },
              { value: 'all', label: '全部' },
            ]}
          />
        }
      />
      <Tabs
        activeKey={box}
        onChange={(key) => change({ box: key as Box })}
        items={[
          { key: 'received', label: <span data-testid="submissions-received">收到的</span> },
          { key: 'sent', label: <span data-testid="submissions-sent">送出的</span> },
        ]}
      />
      {submissions.error ? (
        <FaultNotice error={submissions.error} onRetry={() => void submissions.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Submission>
            rowKey="id"
            columns={narrow ? narrowOf(box) : columnsOf(box, mayReturn)}
            dataSource={submissions.data?.pages.flatMap((page) => page.items) ?? []}
            loading={submissions.isPending || submissions.isPlaceholderData}
            pagination={false}
            {...(!narrow && { scroll: { x: 760 } })}
            data-testid="submissions-table"
            locale={{
              emptyText: submissions.isPending ? <div style={{ height: 160 }} /> : <Nothing box={box} all={all} />,
            }}
          />
        </Card>
      )}
      <MoreButton list={submissions} />
    </div>
  );
}

function Nothing({ box, all }: { box: Box; all: boolean }) {
  const words =
    box === 'received'
      ? '下级单位送审的书稿会列在这里，打开即可审读。'
      : '送审请到志鉴项目中，在要送的那一稿后面点“送审”。';
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={`${all ? '还没有送审稿。' : '没有送审中的书稿。'}${words}`}
    />
  );
}
