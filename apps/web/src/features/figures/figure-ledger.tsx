import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { FigureFilters } from './figure-filters.tsx';
import { FigureRows } from './figure-rows.tsx';
import type { GroupName } from './group-name.ts';
import { filterInput, type LedgerView, readLedgerView, writeLedgerView } from './ledger-view.ts';

/** All figures of a text (台账): filters above, rows below, read page by page as they come into view. */
export function FigureLedger({ id, onGroup }: { id: string; onGroup: (group: GroupName) => void }) {
  const [parameters, setParameters] = useSearchParams();
  const view = useMemo(() => readLedgerView(parameters), [parameters]);
  const filter = filterInput(view);
  const facets = useQuery(
    api.figures.facets.queryOptions({ input: { id, ...filter }, placeholderData: keepPreviousData }),
  );
  const list = useInfiniteQuery(
    api.figures.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        id,
        ...filter,
        sort: view.sort,
        descending: view.descending,
        limit: 200,
        ...(cursor && { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const change = (next: LedgerView) => setParameters(writeLedgerView(next), { replace: true });
  const failed = [list, facets].find((query) => query.error && !query.data);
  if (failed) return <FaultNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!facets.data || !list.data) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (facets.data.total === 0) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description="这份书稿没有读出数据。较早导入的书稿请点“重新审校”，即可生成台账。"
      />
    );
  }
  return (
    <>
      <FigureFilters view={view} facets={facets.data} onChange={change} />
      {rows.length === 0 && !list.isPlaceholderData ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="当前筛选下没有数据。">
          <Button onClick={() => setParameters({}, { replace: true })} data-testid="figures-clear">
            清除筛选
          </Button>
        </Empty>
      ) : (
        <FigureRows
          id={id}
          rows={rows}
          view={view}
          more={list.hasNextPage}
          busy={list.isFetching}
          onMore={() => void list.fetchNextPage({ cancelRefetch: false })}
          onSort={(sort) => change({ ...view, sort, descending: view.sort === sort && !view.descending })}
          onGroup={onGroup}
        />
      )}
    </>
  );
}
