import { DownOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DISPATCH_ROUTES } from '@xiuzhi/contract';
import { Button, Card, DatePicker, Dropdown, Empty, Select, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';

import { type Outputs, api } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useDownload } from '../../ui/use-download.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import './dispatches.css';

type Sheet = Outputs['dispatches']['taken'];
type Line = Sheet['lines'][number];

/** Monthly sheet (采用情况): what offices sent to a series in a month and what of it was taken, in official order. */
export function TakenPage() {
  const [own, above] = [
    useQuery(api.bulletins.listSeries.queryOptions()),
    useQuery(api.dispatches.targets.queryOptions()),
  ];
  const error = own.error ?? above.error;
  if (error)
    return (
      <div className="page">
        <FaultNotice error={error} onRetry={() => void Promise.all([own.refetch(), above.refetch()])} />
      </div>
    );
  if (!own.data || !above.data) return <PageSkeleton />;
  const series = new Map([
    ...own.data.filter(({ intake }) => intake).map(({ id, name }) => [id, name] as const),
    ...above.data.map(({ seriesId, seriesName }) => [seriesId, seriesName] as const),
  ]);
  return (
    <div className="page">
      <PageTitle title="采用情况" note={<Link to="/dispatches">返回来稿</Link>} />
      {series.size === 0 ? (
        <Card>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有接收来稿的刊物。" />
        </Card>
      ) : (
        <TakenOf series={[...series]} />
      )}
    </div>
  );
}

function TakenOf({ series }: { series: readonly (readonly [string, string])[] }) {
  const narrow = useNarrow();
  const [parameters, setParameters] = useSearchParams();
  const { saving, download } = useDownload();
  const asked = parameters.get('series');
  const seriesId = series.find(([id]) => id === asked)?.[0] ?? series[0]![0];
  const month = /^\d{4}-(?:0[1-9]|1[0-2])$/.exec(parameters.get('month') ?? '')?.[0] ?? dayjs().format('YYYY-MM');
  const sheet = useQuery(
    api.dispatches.taken.queryOptions({ input: { seriesId, month }, placeholderData: keepPreviousData }),
  );
  const save = (format: string) =>
    download(
      `${fillRoute(DISPATCH_ROUTES.taken, { format })}?series=${seriesId}&month=${month}`,
      `采用情况（${month}）.${format}`,
    );
  return (
    <>
      <div className="taken-bar">
        <Select
          value={seriesId}
          onChange={(value) => setParameters({ series: value, month }, { replace: true })}
          options={series.map(([value, label]) => ({ value, label }))}
          data-testid="taken-series"
        />
        <DatePicker
          picker="month"
          allowClear={false}
          value={dayjs(`${month}-01`)}
          disabledDate={(day) => day.isAfter(dayjs(), 'month')}
          onChange={(day: dayjs.Dayjs | null) =>
            day && setParameters({ series: seriesId, month: day.format('YYYY-MM') }, { replace: true })
          }
          data-testid="taken-month"
        />
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'xlsx', label: <span data-testid="taken-xlsx">Excel（.xlsx）</span> },
              { key: 'docx', label: <span data-testid="taken-docx">Word（.docx）</span> },
              { key: 'pdf', label: <span data-testid="taken-pdf">PDF</span> },
            ],
            onClick: ({ key }) => save(key),
          }}
        >
          <Button loading={saving} data-testid="taken-save">
            下载 <DownOutlined />
          </Button>
        </Dropdown>
      </div>
      {sheet.error ? (
        <FaultNotice error={sheet.error} onRetry={() => void sheet.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Line>
            rowKey={({ office }) => office.id}
            columns={columnsOf(sheet.data?.columns ?? [], narrow)}
            dataSource={[...(sheet.data?.lines ?? [])]}
            loading={sheet.isPending || sheet.isPlaceholderData}
            pagination={false}
            size="middle"
            scroll={{ x: 'max-content' }}
            data-testid="taken-table"
            locale={{
              emptyText: sheet.isPending ? (
                <div style={{ height: 160 }} />
              ) : (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这个月没有来稿。" />
              ),
            }}
            summary={() => (sheet.data && sheet.data.lines.length > 1 ? <Total sheet={sheet.data} /> : null)}
          />
        </Card>
      )}
      <p className="muted below">
        按报送日期统计，撤回的不计；当月没有报送的单位不列。各单位按行政区划代码排列，不作排名。
      </p>
    </>
  );
}

const rateOf = ({ sent, taken }: Pick<Line, 'sent' | 'taken'>) =>
  sent === 0 ? '—' : `${Math.round((taken / sent) * 100)}%`;

const number = (title: string, key: 'sent' | 'taken' | 'declined' | 'waiting') =>
  ({ title, dataIndex: key, key, width: 84, align: 'right', className: 'number' }) as const;

function columnsOf(columns: readonly string[], narrow: boolean): TableColumnsType<Line> {
  return [
    { title: '报送单位', dataIndex: ['office', 'name'], key: 'office', width: narrow ? 130 : 240 },
    number('报送', 'sent'),
    number('采用', 'taken'),
    {
      title: '采用率',
      key: 'rate',
      width: 90,
      align: 'right',
      className: 'number',
      render: (_value, line) => rateOf(line),
    },
    number('未采用', 'declined'),
    number('待处理', 'waiting'),
    ...columns.map((column) => ({
      title: column,
      key: `column-${column}`,
      width: 110,
      align: 'right' as const,
      className: 'number',
      render: (_value: unknown, { byColumn }: Line) => byColumn[column] ?? 0,
    })),
  ];
}

function Total({ sheet: { lines, columns } }: { sheet: Sheet }) {
  const sum = (of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0);
  const [sent, taken] = [sum((line) => line.sent), sum((line) => line.taken)];
  const cells = [
    '合计',
    sent,
    taken,
    rateOf({ sent, taken }),
    sum((line) => line.declined),
    sum((line) => line.waiting),
    ...columns.map((column) => sum(({ byColumn }) => byColumn[column] ?? 0)),
  ];
  return (
    <Table.Summary.Row>
      {cells.map((cell, index) => (
        <Table.Summary.Cell key={index} index={index} align={index === 0 ? 'left' : 'right'}>
          <b className="number">{cell}</b>
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}
