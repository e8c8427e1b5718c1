import { useQuery } from '@tanstack/react-query';
import { Alert, Drawer, Empty, Skeleton, Table } from 'antd';
import { Link } from 'react-router';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import type { Series } from './bulletin-words.ts';

type Year = Outputs['bulletins']['numbering']['years'][number];

/** Drawer that tells how the numbers of a series follow each other (期号核对): what is missing, what stands twice. */
export function NumberingDrawer({ series, onClose }: { series: Series; onClose: () => void }) {
  const report = useQuery(api.bulletins.numbering.queryOptions({ input: { id: series.id } }));
  const { data } = report;
  return (
    <Drawer open title={`期号核对：${series.name}`} size={620} onClose={onClose} data-testid="numbering-drawer">
      {report.error && !data ? (
        <FaultNotice error={report.error} onRetry={() => void report.refetch()} />
      ) : !data ? (
        <Skeleton active />
      ) : data.years.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有编过期号的简报。" />
      ) : (
        <>
          {data.problems.length === 0 ? (
            <Alert type="success" showIcon className="spaced" title="未见重号，总期号衔接。" />
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
          <Table<Year>
            rowKey="year"
            size="small"
            pagination={false}
            dataSource={data.years}
            columns={[
              { title: '年份', dataIndex: 'year', className: 'number' },
              { title: '已有', dataIndex: 'issues', className: 'number', render: (count: number) => `${count} 期` },
              {
                title: '起止',
                key: 'range',
                className: 'number',
                render: (_value, { first, last }) => (first === null ? '—' : `第${first}～${last}期`),
              },
              {
                title: '缺期',
                key: 'missing',
                render: (_value, { missing, inferredLast, last }) => (
                  <>
                    {missing.length > 0 ? `第${missing.join('、')}期` : '无'}
                    {inferredLast !== null && last !== null && inferredLast > last && (
                      <span className="muted">（按总期号推算，全年应到第{inferredLast}期）</span>
                    )}
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </Drawer>
  );
}
