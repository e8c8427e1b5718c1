import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Input, Table, type TableColumnsType } from 'antd';
import { PRESET_NAMES } from '@xiuzhi/domain';
import { useState } from 'react';
import { Link } from 'react-router';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useAllowed } from '../accounts/use-me.ts';
import { CreateWork } from './create-work.tsx';

type Work = Outputs['works']['list']['items'][number];

const COLUMNS: TableColumnsType<Work> = [
  {
    title: '名称',
    dataIndex: 'title',
    render: (title: string, work) => (
      <Link to={`/works/${work.id}`} data-testid="work-link">
        {title}
      </Link>
    ),
  },
  { title: '类型', dataIndex: 'kind', width: 80, render: (kind: Work['kind']) => PRESET_NAMES[kind] },
  {
    title: '记述年份',
    dataIndex: 'recordedYear',
    width: 100,
    render: (year: number | null) => (year === null ? '—' : `${year}年`),
  },
  { title: '单位', dataIndex: ['organisation', 'name'], width: 220, ellipsis: true, responsive: ['md'] },
  { title: '书稿', dataIndex: 'manuscripts', width: 70, align: 'right', className: 'number' },
  { title: '建立时间', dataIndex: 'createdAt', width: 150, responsive: ['lg'], render: formatInstant },
  {
    title: '',
    key: 'go',
    width: 110,
    align: 'right',
    render: (_value, work) =>
      work.latestRevisionId && (
        <Link to={`/revisions/${work.latestRevisionId}`} data-testid="work-read">
          审读最新稿
        </Link>
      ),
  },
];

/** Works (志鉴项目): what the person's offices compile, newest first. */
export function WorksPage() {
  const [search, setSearch] = useState('');
  const [creating, setCreating] = useState(false);
  const mayCreate = useAllowed('works.manage');
  const works = useInfiniteQuery(
    api.works.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(search && { search }), ...(cursor && { cursor }), limit: 50 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const items = works.data?.pages.flatMap((page) => page.items) ?? [];
  const create = mayCreate && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)} data-testid="work-create">
      新建项目
    </Button>
  );
  return (
    <div className="page">
      <PageTitle
        title="志鉴项目"
        actions={
          <>
            <Input.Search
              allowClear
              placeholder="按名称查找"
              maxLength={60}
              style={{ width: 240 }}
              data-testid="works-search"
              onSearch={(value) => setSearch(value.trim())}
            />
            {create}
          </>
        }
      />
      {works.error ? (
        <FaultNotice error={works.error} onRetry={() => void works.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Work>
            rowKey="id"
            columns={COLUMNS}
            dataSource={items}
            loading={works.isPending || works.isPlaceholderData}
            pagination={false}
            scroll={{ x: 640 }}
            data-testid="works-table"
            locale={{ emptyText: <Nothing search={search} create={create} pending={works.isPending} /> }}
          />
        </Card>
      )}
      {works.hasNextPage && (
        <div className="more">
          <Button
            onClick={() => void works.fetchNextPage()}
            loading={works.isFetchingNextPage}
            data-testid="works-more"
          >
            加载更多
          </Button>
        </div>
      )}
      {creating && <CreateWork onClose={() => setCreating(false)} />}
    </div>
  );
}

function Nothing({ search, create, pending }: { search: string; create: React.ReactNode; pending: boolean }) {
  if (pending) return <div style={{ height: 160 }} />;
  if (search) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`没有名称含“${search}”的项目`} />;
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        create
          ? '还没有项目。请先新建一个志书、年鉴或简报项目，再把书稿传上来审读。'
          : '您所在单位还没有项目。请联系审校负责人新建项目。'
      }
    >
      {create}
    </Empty>
  );
}
