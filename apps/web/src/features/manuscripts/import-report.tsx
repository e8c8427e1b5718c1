import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Empty, Tag } from 'antd';
import { Link } from 'react-router';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';

type Report = Outputs['manuscripts']['report'];

const TAKEN = {
  text: { name: '已读入', color: 'green' },
  kept: { name: '留在原稿', color: 'gold' },
  left: { name: '未能读入', color: 'red' },
} as const;
const FOREIGN = { comment: '批注', insertion: '插入', deletion: '删除' } as const;
/** Places named before the rest is only counted. */
const SHOWN = 12;

/** Import report (读入报告) of a revision in a drawer: what was taken, what was not, and where. */
export function ImportReport({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const report = useQuery(api.manuscripts.report.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }));
  return (
    <Drawer
      open
      size="large"
      title={`${title}　读入报告`}
      onClose={onClose}
      className="import-report"
      data-testid="import-report"
      extra={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()} className="no-print">
          打印
        </Button>
      }
    >
      {report.error && !report.data && <FaultNotice error={report.error} onRetry={() => void report.refetch()} />}
      {!report.data && !report.error && <PageSkeleton rows={8} />}
      {report.data && <ReportBody id={id} report={report.data} />}
    </Drawer>
  );
}

function ReportBody({ id, report }: { id: string; report: Report }) {
  return (
    <>
      {report.lines.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="全部内容都已读入正文，没有需要说明的。" />
      )}
      <ul className="report-lines">
        {report.lines.map((line, at) => {
          const entry = report.entries[at];
          return (
            <li key={at} data-testid="report-line">
              {entry && <Tag color={TAKEN[entry.taken].color}>{TAKEN[entry.taken].name}</Tag>}
              {line}
              {entry && <Places id={id} places={entry.places} />}
            </li>
          );
        })}
      </ul>
      {report.foreign.length > 0 && (
        <>
          <h4>他人的批注和修订（{report.foreign.length}）</h4>
          <p className="muted">随原稿保留，导出批注稿时一并带出，与本系统的批注互不影响。</p>
          <ul className="report-lines">
            {report.foreign.map((mark, at) => (
              <li key={at} data-testid="report-foreign">
                <Tag>{FOREIGN[mark.kind]}</Tag>
                <Link to={placeOf(id, mark)}>{mark.text || '（无文字）'}</Link>
                <span className="muted">
                  　{mark.author || '未署名'}
                  {mark.at && ` ${mark.at.slice(0, 16).replace('T', ' ')}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Places({ id, places }: { id: string; places: Report['entries'][number]['places'] }) {
  if (places.length === 0) return null;
  return (
    <span className="report-places">
      {places.slice(0, SHOWN).map((place, at) => (
        <Link key={at} to={placeOf(id, place)} data-testid="report-place">
          第{at + 1}处
        </Link>
      ))}
      {places.length > SHOWN && <span className="muted">等</span>}
    </span>
  );
}

const placeOf = (id: string, { start, end }: { start: number; end: number }) => `/revisions/${id}?at=${start}-${end}`;
