import { useInfiniteQuery } from '@tanstack/react-query';
import { FACT_KIND_NAMES, FACT_KINDS, type FactKind } from '@xiuzhi/domain';
import { Card, Segmented, Skeleton } from 'antd';
import { useState } from 'react';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import './archive.css';
import { FactList } from './fact-list.tsx';

/** What was read out of one issue (本期线索): candidates that a person confirms, puts right or sets aside. */
export function FactsPanel({ issueId }: { issueId: string }) {
  const [kind, setKind] = useState<FactKind | 'all'>('all');
  const list = useInfiniteQuery(
    api.bulletins.listFacts.infiniteOptions({
      input: (cursor: string | undefined) => ({
        issueId,
        ...(kind !== 'all' && { kind }),
        ...(cursor && { cursor }),
        limit: 100,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const facts = list.data?.pages.flatMap((page) => page.items) ?? [];
  // To readers of other offices nothing is shown that nobody has confirmed.
  if (list.isSuccess && facts.length === 0 && kind === 'all') return null;
  return (
    <Card
      size="small"
      title="本期线索"
      className="archive-panel no-print"
      data-testid="facts-panel"
      extra={
        <Segmented
          size="small"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: '全部' },
            ...FACT_KINDS.map((value) => ({ value, label: FACT_KIND_NAMES[value] })),
          ]}
        />
      }
    >
      {list.error ? (
        <FaultNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton active />
      ) : facts.length === 0 ? (
        <p className="muted">本期没有这一类。</p>
      ) : (
        <FactList facts={facts} withIssue={false} />
      )}
      <MoreButton list={list} />
    </Card>
  );
}
