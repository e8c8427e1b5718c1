import { ExportOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { DECISION_NAMES } from '@xiuzhi/domain';
import { FAMILY_NAMES } from '@xiuzhi/review';
import { Button, Card, Empty, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { type Outputs, api, isRefusal } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatCharacters } from '../../ui/format-count.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useAllowed } from '../accounts/use-me.ts';
import { NotReady } from '../manuscripts/not-ready.tsx';
import { RenewReview } from '../manuscripts/renew-review.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FamilyTable } from './family-table.tsx';
import { PartChart } from './part-chart.tsx';
import '../../ui/figures.css';
import './summary.css';

type Summary = Outputs['reviews']['summary'];

/** Summary of a review (汇总): how many findings, where, of what kind, and how far they are decided. */
export function SummaryPage() {
  const id = useParams()['id']!;
  const mayExport = useAllowed('reviews.export');
  const [exporting, setExporting] = useState(false);
  const navigate = useNavigate();
  const revision = useQuery(api.manuscripts.get.queryOptions({ input: { id } }));
  const summary = useQuery(api.reviews.summary.queryOptions({ input: { id } }));
  if (revision.data && isRefusal(summary.error, 'NOT_READY')) return <NotReady revision={revision.data} />;
  const failed = [revision, summary].find((query) => query.error && !query.data);
  if (failed) {
    return (
      <div className="page">
        <FaultNotice error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  }
  if (!revision.data || !summary.data) return <PageSkeleton rows={12} />;
  const data = summary.data;
  const read = (filter: Record<string, string>) => `/revisions/${id}?${new URLSearchParams(filter).toString()}`;
  return (
    <div className="page summary">
      <PageTitle
        title={`${revision.data.title}　疑点汇总`}
        note={`第${revision.data.number}稿 · ${formatCharacters(data.characters)} · 规则用时${data.milliseconds < 100 ? '不到 0.1' : ` ${(data.milliseconds / 1000).toFixed(1)}`} 秒`}
        actions={
          <span className="no-print summary-actions">
            <Link to={`/revisions/${id}`}>
              <Button type="primary" data-testid="summary-read">
                去审读
              </Button>
            </Link>
            <RenewReview id={id} />
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              打印
            </Button>
            {mayExport && (
              <Button icon={<ExportOutlined />} onClick={() => setExporting(true)} data-testid="summary-export">
                导出批注稿（Word）
              </Button>
            )}
          </span>
        }
      />
      <Figures data={data} link={read} />
      {data.total === 0 ? (
        <Card>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这份书稿没有检出疑点。" />
        </Card>
      ) : (
        <>
          <Card size="small" title="各部类疑点" className="spaced">
            <PartChart
              parts={data.byPart}
              onPick={(node) => void navigate(read({ node: String(node), state: 'all' }))}
            />
          </Card>
          <div className="summary-columns">
            <Card size="small" title="类别与级别">
              <FamilyTable rows={data.byFamily} link={read} />
            </Card>
            <Card size="small" title="各条规则">
              <Table<Summary['byRule'][number]>
                rowKey="rule"
                size="small"
                pagination={false}
                data-testid="summary-rules"
                dataSource={data.byRule.slice().sort((a, b) => b.count - a.count)}
                columns={[
                  {
                    title: '规则',
                    dataIndex: 'title',
                    render: (title: string, { rule }) => <Link to={read({ rule, state: 'all' })}>{title}</Link>,
                  },
                  {
                    title: '类别',
                    dataIndex: 'family',
                    width: 90,
                    render: (family: keyof typeof FAMILY_NAMES) => FAMILY_NAMES[family],
                  },
                  { title: '疑点', dataIndex: 'count', width: 64, align: 'right', className: 'number' },
                  { title: '未处理', dataIndex: 'undecided', width: 72, align: 'right', className: 'number' },
                ]}
              />
            </Card>
          </div>
        </>
      )}
      <p className="muted">疑点由系统按规则检出，供审校人员核对，不代替人的判断。规则版本 {data.engine}。</p>
      {exporting && (
        <ExportDialog
          id={id}
          title={revision.data.title}
          counts={Object.fromEntries(data.byDecision.map(({ decision, count }) => [decision ?? 'undecided', count]))}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  );
}

function Figures({ data, link }: { data: Summary; link: (filter: Record<string, string>) => string }) {
  const of = (decision: Summary['byDecision'][number]['decision']) =>
    data.byDecision.find((row) => row.decision === decision)?.count ?? 0;
  const errors = data.byFamily.reduce((sum, row) => sum + (row.severity === 'error' ? row.count : 0), 0);
  const density = data.characters === 0 ? 0 : (data.total / data.characters) * 10_000;
  const figures = [
    { title: '疑点', value: data.total, to: link({ state: 'all' }), testId: 'summary-total' },
    { title: '其中应改', value: errors, to: link({ severity: 'error', state: 'all' }), testId: 'summary-error' },
    { title: '每万字疑点', value: density.toFixed(1), to: null, testId: 'summary-density' },
    { title: '未处理', value: of(null), to: link({}), testId: 'summary-undecided' },
    ...(['correct', 'verify', 'opine', 'dismiss'] as const).map((decision) => ({
      title: DECISION_NAMES[decision],
      value: of(decision),
      to: link({ state: decision }),
      testId: `summary-${decision}`,
    })),
  ];
  return (
    <div className="figures spaced">
      {figures.map(({ title, value, to, testId }) => {
        const body = (
          <>
            <b className="number">{value}</b>
            <span>{title}</span>
          </>
        );
        return to ? (
          <Link key={title} to={to} className="figure" data-testid={testId}>
            {body}
          </Link>
        ) : (
          <div key={title} className="figure" data-testid={testId}>
            {body}
          </div>
        );
      })}
    </div>
  );
}
