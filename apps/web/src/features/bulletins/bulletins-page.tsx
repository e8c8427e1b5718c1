import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { DISCLOSURE_NAMES } from '@xiuzhi/domain';
import { Button, Card, Empty, Select, Table, type TableColumnsType, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useAllowed } from '../accounts/use-me.ts';
import './bulletins.css';
import { describeNext, type Issue, nameIssue, nameKind, nameState, type Series } from './bulletin-words.ts';
import { CreateSeries } from './create-series.tsx';
import { MissingPosts } from './missing-posts.tsx';
import { NewFromWord } from './new-from-word.tsx';
import { NewIssue } from './new-issue.tsx';
import { NumberingDrawer } from './numbering-drawer.tsx';

const STATE_COLORS: Record<Issue['state'], string> = {
  draft: 'default',
  checking: 'blue',
  signing: 'gold',
  signed: 'green',
};

function IssueLink({ issue }: { issue: Issue }) {
  return (
    <Link to={`/bulletins/${issue.id}`} data-testid="issue-link">
      {nameIssue(issue)}
    </Link>
  );
}

const WORKING: TableColumnsType<Issue> = [
  {
    title: '拟办',
    key: 'issue',
    render: (_value, issue) => (
      <div className="two-lines">
        <IssueLink issue={issue} />
        <span className="muted bulletin-first">{issue.firstTitle ?? '还没有信息'}</span>
      </div>
    ),
  },
  {
    title: '印发日期',
    key: 'day',
    width: 148,
    responsive: ['md'],
    render: (_value, { issuedOn }) => (issuedOn ? formatDay(issuedOn) : '未填'),
  },
  { title: '条数', dataIndex: 'items', width: 64, align: 'right', className: 'number', responsive: ['md'] },
  {
    title: '办到哪一步',
    key: 'state',
    width: 190,
    render: (_value, { state }) => (
      <div className="two-lines">
        <span>
          <Tag color={STATE_COLORS[state]}>{nameState(state)}</Tag>
        </span>
        <span className="muted">{describeNext(state)}</span>
      </div>
    ),
  },
];

const SIGNED: TableColumnsType<Issue> = [
  {
    title: '期号',
    key: 'issue',
    render: (_value, issue) => (
      <div className="two-lines">
        <IssueLink issue={issue} />
        <span className="muted bulletin-first">{issue.firstTitle}</span>
      </div>
    ),
  },
  {
    title: '印发日期',
    key: 'day',
    width: 148,
    render: (_value, { issuedOn }) => (issuedOn ? formatDay(issuedOn) : '—'),
  },
  { title: '条数', dataIndex: 'items', width: 64, align: 'right', className: 'number', responsive: ['md'] },
  {
    title: '信息公开选项',
    key: 'disclosure',
    width: 150,
    responsive: ['md'],
    render: (_value, { disclosure, publishedAt }) => (
      <div className="two-lines">
        <span>{disclosure ? DISCLOSURE_NAMES[disclosure] : '—'}</span>
        {publishedAt && <span className="muted">已在网上公开</span>}
      </div>
    ),
  },
];

/** Bulletins (简报): the series of the office, what is in work, and what was signed, year by year. */
export function BulletinsPage() {
  const [parameters, setParameters] = useSearchParams();
  const mayConfigure = useAllowed('bulletins.configure');
  const [isCreating, setIsCreating] = useState(false);
  const list = useQuery(api.bulletins.listSeries.queryOptions());
  if (!list.data) {
    return list.error ? (
      <div className="page">
        <FaultNotice error={list.error} onRetry={() => void list.refetch()} />
      </div>
    ) : (
      <PageSkeleton />
    );
  }
  const chosen = list.data.find(({ id }) => id === parameters.get('series')) ?? list.data[0];
  const offices = new Set(list.data.map(({ organisation }) => organisation.id));
  const nameOf = ({ name, organisation, endedOn }: Series) =>
    `${name}${offices.size > 1 && !name.startsWith(organisation.name.slice(0, 2)) ? `（${organisation.name}）` : ''}${endedOn ? '（已停办）' : ''}`;
  return (
    <div className="page">
      <PageTitle
        title="简报"
        {...(chosen && { note: nameKind(chosen.kind) })}
        actions={
          mayConfigure && (
            <Button onClick={() => setIsCreating(true)} data-testid="series-new">
              新设刊物
            </Button>
          )
        }
      />
      {chosen ? (
        <>
          {list.data.length > 1 && (
            <Tabs
              activeKey={chosen.id}
              onChange={(series) => setParameters({ series }, { replace: true })}
              items={list.data.map((series) => ({
                key: series.id,
                label: <span data-testid="series-tab">{nameOf(series)}</span>,
              }))}
            />
          )}
          <SeriesIssues key={chosen.id} series={chosen} />
        </>
      ) : (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            mayConfigure
              ? '还没有刊物。先设好刊名、栏目、报送范围和上一期的期号，就可以编发。'
              : '还没有可以查阅的简报。需要编发简报时，请管理员先设好刊物。'
          }
        >
          {mayConfigure && (
            <Button type="primary" onClick={() => setIsCreating(true)}>
              新设刊物
            </Button>
          )}
        </Empty>
      )}
      {isCreating && <CreateSeries onClose={() => setIsCreating(false)} />}
    </div>
  );
}

function SeriesIssues({ series }: { series: Series }) {
  const { id, allowed } = series;
  const narrow = useNarrow();
  const [year, setYear] = useState<number | null>(null);
  const [isNew, setIsNew] = useState(false);
  const [isNumbering, setIsNumbering] = useState(false);
  const issues = useInfiniteQuery(
    api.bulletins.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        seriesId: id,
        ...(year !== null && { year }),
        ...(cursor && { cursor }),
        limit: 50,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const all = issues.data?.pages.flatMap((page) => page.items) ?? [];
  const working = all.filter(({ state }) => state !== 'signed');
  const years = groupByYear(all.filter(({ state }) => state === 'signed'));
  const isOwn = Object.values(allowed).some(Boolean);
  const maySend = useAllowed('dispatches.send') && !isOwn;
  const managesPosts = useAllowed('accounts.manage') && isOwn && !series.endedOn;
  return (
    <>
      <div className="bulletin-buttons spaced">
        {allowed.draft && (
          <Button type="primary" onClick={() => setIsNew(true)} data-testid="issue-new">
            新建一期
          </Button>
        )}
        {allowed.import && (
          <Link to={`/bulletins/series/${id}/back-issues`} data-testid="series-back-issues">
            <Button>往期导入</Button>
          </Link>
        )}
        {isOwn && (
          <Button onClick={() => setIsNumbering(true)} data-testid="series-numbering">
            期号核对
          </Button>
        )}
        {maySend && series.intake && (
          <Link to="/dispatches/new" data-testid="series-send">
            <Button type="primary">报送信息</Button>
          </Link>
        )}
        {isOwn && (
          <Link to={`/bulletins/series/${id}`} data-testid="series-settings">
            <Button>刊物设置</Button>
          </Link>
        )}
        <span className="bulletin-item-end">
          <YearPicker value={year} last={series.last?.year ?? null} onChange={setYear} />
        </span>
      </div>
      {managesPosts && <MissingPosts organisationId={series.organisation.id} />}
      {allowed.draft && <NewFromWord series={series} />}
      {issues.error ? (
        <FaultNotice error={issues.error} onRetry={() => void issues.refetch()} />
      ) : (
        <>
          {working.length > 0 && (
            <Card styles={{ body: { padding: 0 } }}>
              <Table<Issue>
                rowKey="id"
                columns={WORKING}
                dataSource={working}
                pagination={false}
                data-testid="issues-working"
              />
            </Card>
          )}
          {years.map(({ year: of, items }) => (
            <section key={of ?? 0}>
              <h2 className="bulletin-group">
                {of === null ? '年份不详' : `${of}年`}
                <span className="muted">　已签发</span>
              </h2>
              <Card styles={{ body: { padding: 0 } }}>
                <Table<Issue>
                  rowKey="id"
                  columns={SIGNED}
                  dataSource={items}
                  pagination={false}
                  showHeader={!narrow}
                  data-testid="issues-signed"
                />
              </Card>
            </section>
          ))}
          {!issues.isPending && all.length === 0 && (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                year !== null
                  ? `${year}年没有这种简报。`
                  : allowed.draft
                    ? series.last
                      ? '还没有简报。可新建一期，或把编好的 Word 文件拖到上面。'
                      : '还没有简报。以前编发过的，请先导入往期，或在刊物设置里填上一期，期号由此接续；再新建一期，或把编好的 Word 文件拖到上面。'
                    : isOwn
                      ? '还没有简报。'
                      : '还没有签发的简报，签发以后可在这里查阅。'
              }
            />
          )}
        </>
      )}
      <MoreButton list={issues} />
      {isNew && <NewIssue series={series} onClose={() => setIsNew(false)} />}
      {isNumbering && <NumberingDrawer series={series} onClose={() => setIsNumbering(false)} />}
    </>
  );
}

function YearPicker({
  value,
  last,
  onChange,
}: {
  value: number | null;
  last: number | null;
  onChange: (year: number | null) => void;
}) {
  const newest = Math.max(last ?? 0, new Date().getFullYear());
  return (
    <Select<number | null>
      allowClear
      showSearch
      placeholder="全部年份"
      aria-label="按年份筛选"
      style={{ width: 120 }}
      value={value}
      onChange={(year) => onChange(year ?? null)}
      options={Array.from({ length: 40 }, (_one, back) => ({ value: newest - back, label: `${newest - back}年` }))}
      data-testid="issues-year"
    />
  );
}

function groupByYear(issues: readonly Issue[]): { year: number | null; items: Issue[] }[] {
  const groups = new Map<number | null, Issue[]>();
  for (const issue of issues) {
    const year = issue.year ?? (issue.issuedOn ? Number(issue.issuedOn.slice(0, 4)) : null);
    groups.set(year, [...(groups.get(year) ?? []), issue]);
  }
  return Array.from(groups, ([year, items]) => ({ year, items }));
}
