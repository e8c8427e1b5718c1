import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import {
  FACT_KIND_NAMES,
  FACT_KINDS,
  FACT_STATE_NAMES,
  FACT_STATES,
  type FactKind,
  type FactState,
} from '@xiuzhi/domain';
import { Card, Empty, Input, Segmented, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import './archive.css';
import { FactList } from './fact-list.tsx';

/** Facts of all issues (线索): by kind and by how their name begins, with the item each stands in. */
export function FactsPage() {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('kind');
  const kind: FactKind = FACT_KINDS.find((one) => one === asked) ?? 'person';
  const state = FACT_STATES.find((one) => one === parameters.get('state')) ?? null;
  const name = (parameters.get('name') ?? '').trim().slice(0, 60);
  const [typed, setTyped] = useState(name);
  const list = useInfiniteQuery(
    api.bulletins.listFacts.infiniteOptions({
      input: (cursor: string | undefined) => ({
        kind,
        ...(name && { name }),
        ...(state && { state }),
        ...(cursor && { cursor }),
        limit: 50,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const change = (next: Record<string, string | null>) => {
    const given = Object.entries({ kind, name, state, ...next }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    setParameters(Object.fromEntries(given), { replace: true });
  };
  const facts = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <PageTitle
        title="简报线索"
        note="从各期简报中读出的人物、著述、数据、会议和要求，确认后可供引用"
        actions={<Link to="/bulletins/search">按原词检索</Link>}
      />
      <div className="archive-search">
        <Segmented
          value={kind}
          onChange={(value) => change({ kind: value })}
          options={FACT_KINDS.map((value) => ({ value, label: FACT_KIND_NAMES[value] }))}
          data-testid="facts-kind"
        />
        <Input.Search
          allowClear
          maxLength={60}
          placeholder="名称开头的几个字"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onSearch={(value) => change({ name: value.trim() })}
          data-testid="facts-name"
        />
        <Select<FactState>
          allowClear
          placeholder="全部状态"
          style={{ minWidth: 120 }}
          value={state}
          onChange={(value: FactState | undefined) => change({ state: value ?? null })}
          options={FACT_STATES.map((value) => ({ value, label: FACT_STATE_NAMES[value] }))}
          aria-label="状态"
        />
      </div>
      {list.error ? (
        <FaultNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton active />
      ) : facts.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="没有符合条件的线索。简报签发或往期入库时，系统从正文中读出线索供核对。"
        />
      ) : (
        <Card size="small">
          <FactList facts={facts} withIssue />
        </Card>
      )}
      <MoreButton list={list} />
    </div>
  );
}
