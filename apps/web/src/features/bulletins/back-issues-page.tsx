import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Card, Empty, Table, type TableColumnsType, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { ClosedPage } from '../../ui/closed-page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import './archive.css';
import './bulletins.css';
import { type BackIssue, namePast } from './archive-words.ts';
import { BackIssueForm } from './back-issue-form.tsx';
import { ImportArea } from './import-area.tsx';
import { KeepMany } from './keep-many.tsx';
import { NumberingPanel } from './numbering-panel.tsx';
import { ReopenBackIssue } from './reopen-back-issue.tsx';

const STATES = ['waiting', 'kept', 'dropped'] as const;
type State = (typeof STATES)[number];
const STATE_NAMES: Record<State, string> = { waiting: '待核对', kept: '已入库', dropped: '不入库' };

const columnsOf = (state: State, narrow: boolean, onOpen: (id: string) => void): TableColumnsType<BackIssue> => [
  {
    title: '文件',
    key: 'file',
    render: (_value, file) => (
      <div className="two-lines">
        {file.issueId ? (
          <Link to={`/bulletins/${file.issueId}`} data-testid="back-issue-kept">
            {namePast(file)}
          </Link>
        ) : (
          <button
            type="button"
            className="bulletin-link"
            onClick={() => onOpen(file.id)}
            data-testid={`back-issue-${state}`}
          >
            {namePast(file)}
          </button>
        )}
        <span className="muted">
          {file.fileName}
          {narrow && ` · ${file.items} 条`}
          {state === 'kept' && (
            <>
              {' · '}
              <ReopenBackIssue id={file.id} name={namePast(file)} />
            </>
          )}
        </span>
        {narrow && <Problems file={file} />}
      </div>
    ),
  },
  ...(narrow
    ? []
    : ([
        {
          title: state === 'waiting' ? '需要核对的' : '读取时的疑问',
          key: 'problems',
          width: '46%',
          render: (_value, file) => <Problems file={file} />,
        },
        { title: '条数', dataIndex: 'items', width: 60, align: 'right', className: 'number' },
        {
          title: '导入时间',
          dataIndex: 'importedAt',
          width: 150,
          className: 'number',
          responsive: ['lg'],
          render: formatInstant,
        },
      ] satisfies TableColumnsType<BackIssue>)),
];

/** Back issues of a series (往期导入): many files in, what waits for a person, and what the numbers then say. */
export function BackIssuesPage() {
  const id = useParams()['id']!;
  const [parameters, setParameters] = useSearchParams();
  const list = useQuery(api.bulletins.listSeries.queryOptions());
  const series = list.data?.find((one) => one.id === id);
  const file = parameters.get('file');
  if (!list.data)
    return list.error ? (
      <div className="page">
        <FaultNotice error={list.error} onRetry={() => void list.refetch()} />
      </div>
    ) : (
      <PageSkeleton />
    );
  if (!series?.allowed.import) return <ClosedPage />;
  if (file)
    return <BackIssueForm key={file} id={file} series={series} onDone={() => setParameters({}, { replace: true })} />;
  return (
    <div className="page">
      <PageTitle
        title={`往期导入：${series.name}`}
        note={
          <Link to={`/bulletins?series=${id}`} data-testid="back-issues-back">
            返回简报
          </Link>
        }
      />
      <ImportArea seriesId={id} />
      <div className="archive-columns">
        <Files seriesId={id} onOpen={(chosen) => setParameters({ file: chosen })} />
        <Card size="small" title="期号核对" className="archive-numbering">
          <NumberingPanel seriesId={id} />
        </Card>
      </div>
    </div>
  );
}

function Files({ seriesId, onOpen }: { seriesId: string; onOpen: (id: string) => void }) {
  const narrow = useNarrow();
  const [state, setState] = useState<State>('waiting');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const files = useInfiniteQuery(
    api.bulletins.listBackIssues.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: seriesId, state, ...(cursor && { cursor }), limit: 50 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const counts = files.data?.pages[0]?.counts;
  const rows = files.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="archive-files">
      <Tabs
        activeKey={state}
        onChange={(key) => {
          setState(key as State);
          setChosen([]);
        }}
        items={STATES.map((key) => ({
          key,
          label: (
            <span data-testid={`back-issues-${key}`}>
              {STATE_NAMES[key]}
              {counts && <span className="number"> {counts[key]}</span>}
            </span>
          ),
        }))}
        tabBarExtraContent={state === 'waiting' && <KeepMany chosen={chosen} onDone={() => setChosen([])} />}
      />
      {files.error ? (
        <FaultNotice error={files.error} onRetry={() => void files.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<BackIssue>
            rowKey="id"
            columns={columnsOf(state, narrow, onOpen)}
            dataSource={rows}
            loading={files.isPending || files.isPlaceholderData}
            pagination={false}
            {...(state === 'waiting' && {
              rowSelection: {
                selectedRowKeys: [...chosen],
                onChange: (keys) => setChosen(keys as string[]),
                columnWidth: 36,
              },
            })}
            data-testid="back-issues-table"
            locale={{
              emptyText: files.isPending ? <div style={{ height: 160 }} /> : <Nothing state={state} />,
            }}
          />
        </Card>
      )}
      <MoreButton list={files} />
    </div>
  );
}

/** The questions of a file, each a sentence, the same one once. */
function Problems({ file }: { file: BackIssue }) {
  const messages = [...new Set(file.problems.map(({ message }) => message))];
  if (messages.length === 0) return <span className="muted">无</span>;
  return (
    <ul className="archive-problems">
      {messages.slice(0, 4).map((message) => (
        <li key={message}>{message}</li>
      ))}
      {messages.length > 4 && <li className="muted">另有 {messages.length - 4} 项</li>}
    </ul>
  );
}

function Nothing({ state }: { state: State }) {
  const words: Record<State, string> = {
    waiting: '没有需要核对的往期。读取没有疑问的，已直接入库。',
    kept: '还没有入库的往期，请先在上面导入。',
    dropped: '没有定为不入库的文件。',
  };
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words[state]} />;
}
