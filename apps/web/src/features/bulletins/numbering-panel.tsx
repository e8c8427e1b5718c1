import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Skeleton, Table } from 'antd';
import { Link } from 'react-router';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';

type Report = Outputs['bulletins']['numbering'];
type Year = Report['years'][number];

const COLUMNS = [
  { title: '年份', dataIndex: 'year', className: 'number', width: 64 },
  { title: '已有', dataIndex: 'issues', className: 'number', width: 76, render: (count: number) => `${count} 期` },
  {
    title: '起止',
    key: 'range',
    className: 'number',
    width: 112,
    render: (_value: unknown, { first, last }: Year) => (first === null ? '—' : `第${first}～${last}期`),
  },
  {
    title: '缺期',
    key: 'missing',
    render: (_value: unknown, { missing, inferredLast, last }: Year) => (
      <>
        {missing.length > 0 ? `第${missing.join('、')}期` : '无'}
        {inferredLast !== null && last !== null && inferredLast > last && (
          <span className="muted">（按总期号推算，全年应到第{inferredLast}期）</span>
        )}
      </>
    ),
  },
];

/** How the numbers of a series follow each other (期号核对): what is missing, what stands twice, what does not go on. */
export function NumberingPanel({ seriesId }: { seriesId: string }) {
  const report = useQuery(api.bulletins.numbering.queryOptions({ input: { id: seriesId } }));
  const { data } = report;
  if (report.error && !data) return <FaultNotice error={report.error} onRetry={() => void report.refetch()} />;
  if (!data) return <Skeleton active />;
  if (data.years.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有编过期号的简报。" />;
  return (
    <div data-testid="numbering">
      {data.problems.length === 0 ? (
        data.years.every(({ missing }) => missing.length === 0) ? (
          <Alert type="success" showIcon className="spaced" title="未见重号、缺号，总期号衔接。" />
        ) : (
          <Alert type="info" showIcon className="spaced" title="未见重号，总期号没有矛盾；缺期见下表，请补齐。" />
        )
      ) : (
        <ul className="bulletin-pointed" data-testid="numbering-problems">
          {data.problems.map(({ message, issueId }, at) => (
            <li key={at}>
              {message}
              {issueId && <Link to={`/bulletins/${issueId}`}>　查看</Link>}
            </li>
          ))}
        </ul>
      )}
      {data.spans.map(({ from, to, count }) => (
        <p key={from} className="muted">
          {from === to ? `${from}年` : `${from}～${to}年`}没有往期；按总期号推算，共编发 {count} 期。
        </p>
      ))}
      <Table<Year> rowKey="year" size="small" pagination={false} dataSource={data.years} columns={COLUMNS} />
    </div>
  );
}
