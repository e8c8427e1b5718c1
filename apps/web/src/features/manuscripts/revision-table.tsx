import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FAULTS, FILE_ROUTES } from '@xiuzhi/contract';
import { App, Button, Card, Empty, Popconfirm, Progress, Table, type TableColumnsType, Tooltip } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { type Outputs, api, describeFault } from '../../api.ts';
import { DownloadFault, downloadFile, fillRoute } from '../../ui/download-file.ts';
import { formatBytes, formatCharacters } from '../../ui/format-count.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { DraftMenu } from '../letters/draft-menu.tsx';
import { RevisionSubmission, SubmitRevision } from '../submissions/revision-submission.tsx';
import { useSentSubmissions } from '../submissions/use-submission.ts';
import { ImportReport } from './import-report.tsx';

type Revision = Outputs['manuscripts']['list'][number];

const COLUMNS: TableColumnsType<Revision> = [
  {
    title: '书稿',
    key: 'title',
    render: (_value, revision) => <RevisionName revision={revision} />,
  },
  {
    title: '稿次',
    dataIndex: 'number',
    width: 92,
    render: (number: number, { id, state }) => (
      <div className="two-lines">
        <span>第{number}稿</span>
        {number > 1 && state === 'ready' && (
          <Link to={`/revisions/${id}/check`} data-testid="revision-check">
            整改核对
          </Link>
        )}
      </div>
    ),
  },
  {
    title: '字数',
    dataIndex: 'characters',
    width: 100,
    align: 'right',
    className: 'number',
    responsive: ['sm'],
    render: (characters: number, { state }) => (state === 'ready' ? formatCharacters(characters) : '—'),
  },
  {
    title: '表格',
    dataIndex: 'tables',
    width: 70,
    align: 'right',
    className: 'number',
    responsive: ['lg'],
    render: (tables: number, { state }) => (state === 'ready' ? tables : '—'),
  },
  {
    title: '疑点（未处理）',
    key: 'findings',
    width: 130,
    align: 'right',
    className: 'number',
    render: (_value, { state, findings, undecided }) => (state === 'ready' ? `${findings}（${undecided}）` : '—'),
  },
  {
    title: '状态',
    key: 'state',
    width: 180,
    render: (_value, revision) => <RevisionState revision={revision} />,
  },
  {
    title: '导入',
    key: 'imported',
    width: 150,
    responsive: ['lg'],
    render: (_value, { importedBy, importedAt }) => (
      <div className="two-lines">
        <span>{importedBy}</span>
        <span className="muted number">{formatInstant(importedAt)}</span>
      </div>
    ),
  },
  {
    title: '',
    key: 'actions',
    width: 236,
    align: 'right',
    render: (_value, revision) => <RevisionActions revision={revision} />,
  },
];

/** One below the other, for a telephone. */
const NARROW: TableColumnsType<Revision> = [
  {
    title: '书稿',
    key: 'all',
    render: (_value, revision) => (
      <>
        <RevisionName revision={revision} />
        <div className="revision-facts">
          第{revision.number}稿
          {revision.state === 'ready' &&
            ` · ${formatCharacters(revision.characters)} · 疑点 ${revision.findings}（未处理 ${revision.undecided}）`}
        </div>
        <RevisionState revision={revision} />
        <div>
          <RevisionActions revision={revision} />
        </div>
      </>
    ),
  },
];

/** Table of the manuscripts of a work with their revisions (书稿与稿次), the newest first. */
export function RevisionTable({ revisions, mayImport }: { revisions: Revision[] | undefined; mayImport: boolean }) {
  const narrow = useNarrow();
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <Table<Revision>
        rowKey="id"
        columns={narrow ? NARROW : COLUMNS}
        dataSource={revisions ?? []}
        loading={!revisions}
        pagination={false}
        {...(!narrow && { scroll: { x: 820 } })}
        data-testid="revisions-table"
        onRow={(revision) => ({ 'data-testid': `revision-${revision.state}` }) as object}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={mayImport ? '还没有书稿，请在上方上传。' : '还没有书稿。'}
            />
          ),
        }}
      />
    </Card>
  );
}

function ReportLink({ revision }: { revision: Revision }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="link"
        size="small"
        className="report-link"
        onClick={() => setOpen(true)}
        data-testid="revision-report"
      >
        读入报告
      </Button>
      {open && (
        <ImportReport
          id={revision.id}
          title={`${revision.title}第${revision.number}稿`}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function RevisionName({ revision }: { revision: Revision }) {
  return (
    <div className="two-lines">
      {revision.state === 'ready' ? (
        <Link to={`/revisions/${revision.id}`}>{revision.title}</Link>
      ) : (
        <span>{revision.title}</span>
      )}
      <Tooltip title={`SHA-256 ${revision.sha256}`}>
        <span className="muted">
          {revision.fileName} · {formatBytes(revision.bytes)}
        </span>
      </Tooltip>
      {revision.state === 'ready' && <ReportLink revision={revision} />}
    </div>
  );
}

function RevisionState({ revision: { id, workId, state, progress, problem } }: { revision: Revision }) {
  const sent = useSentSubmissions(workId).get(id);
  if (state === 'ready') {
    return (
      <>
        <span className="state-ready">可审读</span>
        <RevisionSubmission sent={sent} />
      </>
    );
  }
  if (state === 'failed') {
    return (
      <span className="state-failed" data-testid="revision-problem">
        未能导入：{problem}
      </span>
    );
  }
  return (
    <span data-testid="revision-progress">
      处理中
      <Progress percent={progress} size="small" />
    </span>
  );
}

function RevisionActions({ revision }: { revision: Revision }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const sent = useSentSubmissions(revision.workId).get(revision.id);
  // What is sent up is for the office above to write about.
  const waits = sent?.endedHow === null;
  const mayDraft = useAllowed('letters.draft');
  const mayRemove = useAllowed('manuscripts.remove');
  const remove = useMutation(
    api.manuscripts.remove.mutationOptions({
      onSuccess: () => message.success('书稿已移除。'),
      onError: (error) => message.error(describeFault(error)),
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: api.manuscripts.list.key() });
        void queryClient.invalidateQueries({ queryKey: api.works.key() });
      },
    }),
  );
  const download = async () => {
    try {
      await downloadFile(fillRoute(FILE_ROUTES.original, { id: revision.id }), revision.fileName);
    } catch (error) {
      void message.error(error instanceof DownloadFault ? error.message : FAULTS.INTERNAL_SERVER_ERROR);
    }
  };
  return (
    <span className="row-actions">
      {revision.state === 'ready' && (
        <>
          <Link to={`/revisions/${revision.id}`} data-testid="revision-read">
            去审读
          </Link>
          <Link to={`/revisions/${revision.id}/summary`} data-testid="revision-summary">
            汇总
          </Link>
          <Link to={`/revisions/${revision.id}/figures`} data-testid="revision-figures">
            数据台账
          </Link>
          {mayDraft && !waits && <DraftMenu revisionId={revision.id} size="small" type="link" />}
          <SubmitRevision revisionId={revision.id} name={`${revision.title}第${revision.number}稿`} sent={sent} />
        </>
      )}
      <Button type="link" size="small" onClick={() => void download()} data-testid="revision-original">
        原稿
      </Button>
      {mayRemove && revision.state !== 'importing' && (
        <Popconfirm
          title={`移除“${revision.title}”第${revision.number}稿？`}
          description="连同其疑点与处理一并移除，不能恢复。"
          okText="移除"
          okButtonProps={{ danger: true, 'data-testid': 'revision-remove-confirm' }}
          onConfirm={() => remove.mutateAsync({ id: revision.id }).catch(() => undefined)}
        >
          <Button type="link" size="small" danger data-testid="revision-remove">
            移除
          </Button>
        </Popconfirm>
      )}
    </span>
  );
}
