import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BULLETIN_ROUTES } from '@xiuzhi/contract';
import { Alert, App, Button, Card, Popconfirm } from 'antd';
import { useState } from 'react';

import { api, describeFault } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useDownload } from '../../ui/use-download.ts';
import { type BackIssueInFull, namePast, type ReadIssue } from './archive-words.ts';
import { BackIssueHead } from './back-issue-head.tsx';
import { BackIssueItems } from './back-issue-items.tsx';
import { BackIssueText } from './back-issue-text.tsx';
import type { Series } from './bulletin-words.ts';

/** One back issue beside the text of its file (核对往期): head, tail and items are put right, then kept or not. */
export function BackIssueForm({ id, series, onDone }: { id: string; series: Series; onDone: () => void }) {
  const file = useQuery(
    api.bulletins.getBackIssue.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }),
  );
  if (file.error && !file.data)
    return (
      <div className="page">
        <FaultNotice error={file.error} onRetry={() => void file.refetch()} />
      </div>
    );
  if (!file.data) return <PageSkeleton rows={14} />;
  return <Form file={file.data} series={series} onDone={onDone} />;
}

function Form({ file, series, onDone }: { file: BackIssueInFull; series: Series; onDone: () => void }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const { download, saving } = useDownload();
  const [read, setRead] = useState<ReadIssue>(file.read);
  const [line, setLine] = useState<number | null>(null);
  const done = (words: string) => {
    for (const queryKey of [
      api.bulletins.listBackIssues.key(),
      api.bulletins.numbering.key(),
      api.bulletins.list.key(),
    ])
      void queryClient.invalidateQueries({ queryKey });
    queryClient.removeQueries({ queryKey: api.bulletins.getBackIssue.queryKey({ input: { id: file.id } }) });
    void message.success(words);
    onDone();
  };
  const onError = (error: Error) => void message.error(describeFault(error));
  const keep = useMutation(
    api.bulletins.keepBackIssue.mutationOptions({ onSuccess: (kept) => done(`${namePast(kept)}已入库。`), onError }),
  );
  const drop = useMutation(
    api.bulletins.dropBackIssue.mutationOptions({ onSuccess: () => done('已定为不入库。'), onError }),
  );
  return (
    <div className="page archive-desk">
      <PageTitle
        title={`核对往期：${namePast(read)}`}
        note={
          <>
            <button type="button" className="bulletin-link" onClick={onDone} data-testid="back-issue-back">
              返回往期导入
            </button>
            {` · ${file.fileName}`}
          </>
        }
        actions={
          <>
            <Button
              loading={saving}
              onClick={() => download(fillRoute(BULLETIN_ROUTES.backIssueFile, { id: file.id }), file.fileName)}
            >
              下载原件
            </Button>
            {file.state === 'waiting' && (
              <Popconfirm
                title="这份不入库？"
                description="以后还可以在“不入库”中找回。"
                okText="不入库"
                okButtonProps={{ 'data-testid': 'back-issue-drop-confirm' }}
                onConfirm={() => drop.mutate({ id: file.id })}
              >
                <Button loading={drop.isPending} data-testid="back-issue-drop">
                  不入库
                </Button>
              </Popconfirm>
            )}
            <Button
              type="primary"
              loading={keep.isPending}
              onClick={() => keep.mutate({ id: file.id, read })}
              data-testid="back-issue-keep"
            >
              核对无误，入库
            </Button>
          </>
        }
      />
      {file.problems.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="spaced"
          title="读取时有这些疑问，请对照原文核对，改正后入库："
          data-testid="back-issue-problems"
          description={
            <ul className="archive-problems">
              {file.problems.map((problem, at) => (
                <li key={at}>
                  {problem.message}
                  {problem.line !== undefined && (
                    <button type="button" className="bulletin-link" onClick={() => setLine(problem.line!)}>
                      　看第{problem.line}行
                    </button>
                  )}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div className="archive-beside">
        <BackIssueText
          text={file.text}
          marked={file.problems.flatMap((problem) => (problem.line === undefined ? [] : [problem.line]))}
          line={line}
        />
        <div className="archive-form">
          <Card size="small" title="报头、报尾">
            <BackIssueHead read={read} series={series} onChange={(change) => setRead({ ...read, ...change })} />
          </Card>
          <BackIssueItems read={read} series={series} onChange={(items) => setRead({ ...read, items })} />
        </div>
      </div>
    </div>
  );
}
