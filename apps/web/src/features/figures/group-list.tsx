import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Card, Checkbox, Empty, Input, Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import type { GroupName } from './group-name.ts';

type Group = Outputs['figures']['groups']['items'][number];

const nameOf = ({ subject, indicator, unit }: Group) => `${subject} ${indicator} ${unit}`;

/** Indicators told in several places (同一指标), those whose places do not agree first to be looked at. */
export function GroupList({ id, onGroup }: { id: string; onGroup: (group: GroupName) => void }) {
  const narrow = useNarrow();
  const [search, setSearch] = useState('');
  const [differing, setDiffering] = useState(true);
  const list = useInfiniteQuery(
    api.figures.groups.infiniteOptions({
      input: (cursor: string | undefined) => ({
        id,
        differing,
        limit: 100,
        ...(search && { search }),
        ...(cursor && { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const columns: TableColumnsType<Group> = [
    {
      title: '指标',
      key: 'indicator',
      render: (_value, group) => (
        <button type="button" className="link-button" onClick={() => onGroup(group)} data-testid="figure-group">
          {[group.subject, group.indicator].filter(Boolean).join(' ')}
        </button>
      ),
    },
    ...(narrow ? [] : [{ title: '单位', dataIndex: 'unit', width: 110 }]),
    { title: '处数', dataIndex: 'places', width: 70, align: 'right', className: 'number' },
    ...(narrow
      ? []
      : [{ title: '不同数值', dataIndex: 'values', width: 90, align: 'right' as const, className: 'number' }]),
    {
      title: '同期不一致',
      dataIndex: 'differing',
      width: 110,
      render: (count: number) => (count > 0 ? <Tag color="warning">{count} 组</Tag> : <span className="muted">—</span>),
    },
  ];
  if (list.error && !list.data) return <FaultNotice error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <div className="ledger-filters" role="search">
        <Input.Search
          allowClear
          maxLength={60}
          placeholder="按主体、指标查找"
          aria-label="按主体、指标查找"
          data-testid="groups-search"
          onSearch={(value) => setSearch(value.trim())}
        />
        <Checkbox
          checked={differing}
          onChange={(event) => setDiffering(event.target.checked)}
          data-testid="groups-differing"
        >
          只看同期不一致的
        </Checkbox>
      </div>
      <Card styles={{ body: { padding: 0 } }}>
        <Table<Group>
          rowKey={nameOf}
          size="small"
          columns={columns}
          dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
          loading={list.isPending || list.isPlaceholderData}
          pagination={false}
          data-testid="groups-table"
          locale={{
            emptyText: (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={differing ? '没有同期不一致的指标。' : '没有在多处出现的指标。'}
              />
            ),
          }}
        />
      </Card>
      <MoreButton list={list} />
    </>
  );
}
