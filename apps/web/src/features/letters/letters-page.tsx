import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LETTER_KIND_NAMES } from '@xiuzhi/domain';
import { Button, Card, Empty, Select, Table, type TableColumnsType, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { LetterStateTag } from './letter-state.tsx';
import { titleOf } from './letter-words.ts';

type Letter = Outputs['letters']['list']['items'][number];
type Box = 'issued' | 'received';

const columnsOf = (box: Box): TableColumnsType<Letter> => [
  {
    title: '文书',
    key: 'title',
    render: (_value, letter) => (
      <div className="two-lines">
        <Link to={`/letters/${letter.id}`} data-testid="letter-link">
          {titleOf(letter)}
        </Link>
        <span className="muted">
          {LETTER_KIND_NAMES[letter.kind]} · {letter.manuscriptTitle}第{letter.revisionNumber}稿
          {letter.number && ` · ${letter.number}`}
        </span>
      </div>
    ),
  },
  { title: '状态', key: 'state', width: 100, render: (_value, letter) => <LetterStateTag letter={letter} /> },
  box === 'issued'
    ? { title: '主送', dataIndex: 'addressee', width: 190, render: (name: string) => name || '（未填写）' }
    : { title: '来文单位', dataIndex: ['office', 'name'], width: 190 },
  { title: '条数', dataIndex: 'lines', width: 64, align: 'right', className: 'number' },
  {
    title: '已答复',
    key: 'answered',
    width: 84,
    align: 'right',
    className: 'number',
    render: (_value, { state, answered, lines }) => (state === 'draft' ? '—' : `${answered}／${lines}`),
  },
  {
    title: '期限',
    dataIndex: 'dueOn',
    width: 144,
    className: 'number',
    render: (day: string | null) => (day ? formatDay(day) : '—'),
  },
  {
    title: '时间',
    key: 'at',
    width: 156,
    className: 'number',
    responsive: ['lg'],
    render: (_value, { signedAt, createdAt }) => formatInstant(signedAt ?? createdAt),
  },
];

/** One below the other, for a telephone. */
const NARROW: TableColumnsType<Letter> = [
  {
    title: '文书',
    key: 'title',
    render: (_value, letter) => (
      <div className="two-lines">
        <Link to={`/letters/${letter.id}`}>{titleOf(letter)}</Link>
        <span className="muted">
          {letter.addressee || '（未填写主送）'} · {letter.lines} 条
          {letter.state !== 'draft' && `，已答复 ${letter.answered} 条`}
        </span>
        {letter.dueOn && <span className="muted">期限 {formatDay(letter.dueOn)}</span>}
      </div>
    ),
  },
  { title: '状态', key: 'state', width: 92, render: (_value, letter) => <LetterStateTag letter={letter} /> },
];

/** Letters (文书): what the office sent out and what it was sent, the newest first. */
export function LettersPage() {
  const [parameters, setParameters] = useSearchParams();
  const narrow = useNarrow();
  const workId = parameters.get('work');
  const revisionId = parameters.get('revision');
  const asked = parameters.get('box');
  // An office that only receives letters is not shown an empty box first.
  const issued = useQuery(
    api.letters.list.queryOptions({
      input: { box: 'issued', ...(workId && { workId }), ...(revisionId && { revisionId }), limit: 1 },
      enabled: asked === null,
    }),
  );
  const box: Box = asked === 'received' || (asked === null && issued.data?.items.length === 0) ? 'received' : 'issued';
  const letters = useInfiniteQuery(
    api.letters.list.infiniteOptions({
      enabled: asked !== null || !issued.isPending,
      input: (cursor: string | undefined) => ({
        box,
        ...(workId && { workId }),
        ...(revisionId && { revisionId }),
        ...(cursor && { cursor }),
        limit: 50,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const change = (next: Record<string, string | null>) => {
    const kept = { box, work: workId, revision: revisionId, ...next };
    const given = Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== null);
    setParameters(Object.fromEntries(given), { replace: true });
  };
  const items = letters.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <PageTitle
        title="文书"
        note="审查意见和核实单"
        actions={
          <>
            {revisionId && (
              <Button onClick={() => change({ revision: null })} data-testid="letters-all-revisions">
                查看各稿次的文书
              </Button>
            )}
            <WorkFilter value={workId} onChange={(work) => change({ work, revision: null })} />
          </>
        }
      />
      <Tabs
        activeKey={box}
        onChange={(key) => change({ box: key })}
        items={[
          { key: 'issued', label: <span data-testid="box-issued">发出的</span> },
          { key: 'received', label: <span data-testid="box-received">收到的</span> },
        ]}
      />
      {letters.error ? (
        <FaultNotice error={letters.error} onRetry={() => void letters.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Letter>
            rowKey="id"
            columns={narrow ? NARROW : columnsOf(box)}
            dataSource={items}
            loading={letters.isPending || letters.isPlaceholderData}
            pagination={false}
            {...(!narrow && { scroll: { x: 820 } })}
            data-testid="letters-table"
            locale={{ emptyText: letters.isPending ? <div style={{ height: 160 }} /> : <Nothing box={box} /> }}
          />
        </Card>
      )}
      <MoreButton list={letters} />
    </div>
  );
}

function Nothing({ box }: { box: Box }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        box === 'issued'
          ? '还没有发出文书。请先在审读页对疑点选择“提意见”或“核实”，再点“拟稿”。'
          : '还没有收到文书。稿件送审以后，上级单位签发的审查意见会列在这里。'
      }
    >
      {box === 'issued' && (
        <Link to="/works">
          <Button data-testid="letters-to-works">去志鉴项目</Button>
        </Link>
      )}
    </Empty>
  );
}

function WorkFilter({ value, onChange }: { value: string | null; onChange: (work: string | null) => void }) {
  const [search, setSearch] = useState('');
  const works = useQuery(
    api.works.list.queryOptions({
      input: { ...(search && { search }), limit: 30 },
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  );
  // The chosen one stays named whatever is looked for next.
  const chosen = useQuery(api.works.get.queryOptions({ input: { id: value ?? '' }, enabled: value !== null }));
  const options = new Map((works.data?.items ?? []).map((work) => [work.id, work.title]));
  if (value) options.set(value, chosen.data?.title ?? options.get(value) ?? '所选项目');
  return (
    <Select
      allowClear
      showSearch={{ filterOption: false, onSearch: (words) => setSearch(words.trim().slice(0, 60)) }}
      placeholder="按项目筛选"
      style={{ width: 260, maxWidth: '100%' }}
      value={value}
      onChange={(work: string | null | undefined) => onChange(work ?? null)}
      options={Array.from(options, ([id, title]) => ({ value: id, label: title }))}
      data-testid="letters-work"
    />
  );
}
