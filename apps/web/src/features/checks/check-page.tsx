import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CHECK_ROUTES } from '@xiuzhi/contract';
import { VERDICT_NAMES, VERDICTS, type Verdict } from '@xiuzhi/domain';
import { App, Button, Card, Result, Segmented, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { type Outputs, api, describeFault } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useDownload } from '../../ui/use-download.ts';
import { CheckLines } from './check-lines.tsx';
import { SideBySide } from './side-by-side.tsx';
import '../../ui/figures.css';
import './checks.css';

type Check = Outputs['checks']['get'];

const POLL = 1_500;

/** Rectification check (整改核对): a new revision beside the last, answer beside fact. */
export function CheckPage() {
  const id = useParams()['id']!;
  const check = useQuery(
    api.checks.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL : false),
    }),
  );
  if (check.error && !check.data) {
    return (
      <div className="page">
        <FaultNotice error={check.error} onRetry={() => void check.refetch()} />
      </div>
    );
  }
  if (!check.data) return <PageSkeleton rows={12} />;
  const { data } = check;
  return (
    <div className="page check">
      <PageTitle
        title={`${data.title}　整改核对`}
        note={`第${data.number}稿与第${data.against.number}稿${data.madeAt ? ` · ${formatInstant(data.madeAt)} 核对` : ''}`}
        actions={<CheckActions check={data} />}
      />
      {data.state === 'running' && (
        <Result
          status="info"
          title="正在与上一稿核对"
          subTitle="通常只需几秒，完成后自动显示。"
          data-testid="check-running"
        />
      )}
      {data.state === 'failed' && (
        <Result
          status="warning"
          title="这一稿未能核对"
          subTitle="两稿差别过大或处理时出现故障。可以重新核对，仍不行请联系管理员。"
          extra={data.allowed.run && <RunAgain id={id} />}
        />
      )}
      {data.state === 'ready' && <CheckResult check={data} />}
    </div>
  );
}

function CheckResult({ check }: { check: Check }) {
  const [verdict, setVerdict] = useState<Verdict | 'all'>('all');
  return (
    <>
      <div className="figures spaced">
        {VERDICTS.map((each) => (
          <div key={each} className={`figure verdict-${each}`} data-testid={`check-count-${each}`}>
            <b className="number">{check.counts[each] ?? 0}</b>
            <span>{VERDICT_NAMES[each]}</span>
          </div>
        ))}
        <div className="figure" data-testid="check-count-uncertain">
          <b className="number">{check.uncertain}</b>
          <span>不确定意见（不计）</span>
        </div>
        <Link
          to={`/revisions/${check.revisionId}?origin=new&state=all`}
          className="figure"
          data-testid="check-new-findings"
        >
          <b className="number">{check.newFindings}</b>
          <span>新稿新增疑点</span>
        </Link>
      </div>
      <Card size="small">
        <Tabs
          items={[
            {
              key: 'lines',
              label: `核对表（${check.lines}）`,
              children: (
                <>
                  <Segmented<Verdict | 'all'>
                    className="no-print spaced"
                    value={verdict}
                    onChange={setVerdict}
                    options={[
                      { value: 'all', label: '全部' },
                      ...VERDICTS.map((value) => ({ value, label: VERDICT_NAMES[value] })),
                    ]}
                  />
                  <CheckLines check={check} verdict={verdict === 'all' ? undefined : verdict} />
                </>
              ),
            },
            { key: 'rows', label: '新旧稿对照', children: <SideBySide check={check} /> },
          ]}
        />
      </Card>
      <p className="muted">核对结果由系统比对两稿得出，供审校人员复核；改判后以改判为准。不确定意见不计入各项数目。</p>
    </>
  );
}

function CheckActions({ check }: { check: Check }) {
  const { saving, download } = useDownload();
  if (check.state !== 'ready') return null;
  const save = (route: string, extension: string) =>
    download(fillRoute(route, { id: check.revisionId }), `${check.title}（整改核对表）.${extension}`);
  return (
    <span className="no-print page-title-actions">
      <Link to={`/revisions/${check.revisionId}`}>
        <Button>审读新稿</Button>
      </Link>
      {check.allowed.run && <RunAgain id={check.revisionId} />}
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        打印
      </Button>
      <Button
        icon={<DownloadOutlined />}
        loading={saving}
        onClick={() => save(CHECK_ROUTES.docx, 'docx')}
        data-testid="check-docx"
      >
        导出 Word
      </Button>
      <Button
        icon={<DownloadOutlined />}
        loading={saving}
        onClick={() => save(CHECK_ROUTES.xlsx, 'xlsx')}
        data-testid="check-xlsx"
      >
        导出 Excel
      </Button>
    </span>
  );
}

function RunAgain({ id }: { id: string }) {
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const run = useMutation(
    api.checks.run.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.checks.key() }),
      onError: (error) => void message.error(describeFault(error)),
    }),
  );
  return (
    <Button onClick={() => run.mutate({ id })} loading={run.isPending} data-testid="check-run">
      重新核对
    </Button>
  );
}
