import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { DISPATCH_STATES, DISPATCH_STATE_NAMES, type DispatchState } from '@xiuzhi/domain';
import { Button, Card, Empty, Input, Select, Spin, Tabs } from 'antd';
import { useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { DispatchDesk } from './dispatch-desk.tsx';
import { DispatchList } from './dispatch-list.tsx';
import type { Box, Dispatch } from './dispatch-words.ts';
import './dispatches.css';

const BOX_NAMES: Record<Box, string> = { received: '收到的', sent: '本单位报送', below: '下级报送上级' };

/** Copy (来稿): what was sent in and waits to be dealt with, what one's own office sent, what those below sent. */
export function DispatchesPage() {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const [maySend, mayDecide] = [useAllowed('dispatches.send'), useAllowed('dispatches.decide')];
  const below = useQuery(api.dispatches.list.queryOptions({ input: { box: 'below', limit: 1 }, staleTime: 60_000 }));
  const targets = useQuery(api.dispatches.targets.queryOptions({ enabled: maySend && mayDecide, staleTime: 60_000 }));
  // The office at the top decides on copy and has nobody to send any to.
  const hasTarget = maySend && (!mayDecide || (targets.data?.length ?? 0) > 0);
  const boxes: Box[] = [
    ...(mayDecide || !maySend ? (['received'] as const) : []),
    ...(maySend ? (['sent'] as const) : []),
    ...((below.data?.items.length ?? 0) > 0 ? (['below'] as const) : []),
  ];
  const box = boxes.find((one) => one === parameters.get('box')) ?? boxes[0]!;
  const asked = parameters.get('state');
  const state = DISPATCH_STATES.find((one) => one === asked) ?? (asked === null && box === 'received' ? 'sent' : null);
  const words = parameters.get('words') ?? '';
  const callId = parameters.get('call');
  const seriesId = parameters.get('series');
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(parameters);
    for (const [name, value] of Object.entries(changes))
      if (value === null) next.delete(name);
      else next.set(name, value);
    setParameters(next, { replace: true });
  };
  const list = useInfiniteQuery(
    api.dispatches.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        box,
        ...(state && { state }),
        ...(words && { words }),
        ...(callId && { callId }),
        ...(seriesId && { seriesId }),
        ...(cursor && { cursor }),
        limit: 50,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  // What was dealt with leaves the list: the one that moves up to its place is next.
  const place = useRef(0);
  const found = items.findIndex(({ id }) => id === parameters.get('id'));
  if (found >= 0) place.current = found;
  const current = items[found >= 0 ? found : Math.min(place.current, items.length - 1)];
  const open = ({ id }: Dispatch) => (narrow ? void navigate(`/dispatches/${id}`) : set({ id }));
  const walk = (by: 1 | -1) => {
    const next = items[items.findIndex((one) => one === current) + by];
    if (!next) return;
    open(next);
    document.querySelector(`[data-dispatch="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className="page">
      <PageTitle
        title="来稿"
        actions={
          <>
            <Link to="/dispatches/calls">
              <Button data-testid="dispatches-calls">约稿</Button>
            </Link>
            <Link to="/dispatches/taken">
              <Button data-testid="dispatches-taken">采用情况</Button>
            </Link>
            {hasTarget && (
              <Link to="/dispatches/new">
                <Button type={mayDecide ? 'default' : 'primary'} icon={<PlusOutlined />} data-testid="dispatch-new">
                  报送信息
                </Button>
              </Link>
            )}
          </>
        }
      />
      {boxes.length > 1 && (
        <Tabs
          activeKey={box}
          onChange={(key) => set({ box: key, state: null, id: null, call: null, series: null })}
          items={boxes.map((key) => ({ key, label: <span data-testid={`box-${key}`}>{BOX_NAMES[key]}</span> }))}
        />
      )}
      <div className="dispatch-filters">
        <Select<DispatchState | 'all'>
          value={state ?? 'all'}
          onChange={(value) => set({ state: value, id: null })}
          className="dispatch-state-filter"
          data-testid="dispatch-state-filter"
          options={[
            { value: 'all', label: '全部状态' },
            ...DISPATCH_STATES.filter((one) => one !== 'withdrawn' || box === 'sent').map((value) => ({
              value,
              label: DISPATCH_STATE_NAMES[value],
            })),
          ]}
        />
        <Input.Search
          allowClear
          defaultValue={words}
          maxLength={60}
          placeholder="题目、正文、单位中的字词"
          className="dispatch-search"
          data-testid="dispatch-search"
          onSearch={(value) => set({ words: value.trim() || null, id: null })}
        />
        {(callId || seriesId) && (
          <Button onClick={() => set({ call: null, series: null, id: null })} data-testid="dispatch-call-clear">
            {callId ? '只看应约来稿' : '只看所选刊物'} ×
          </Button>
        )}
        {!narrow && mayDecide && box === 'received' && (
          <span className="muted">J／K 上下篇　1 采用　2 不采用　U 改回</span>
        )}
      </div>
      {list.error ? (
        <FaultNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Spin className="dispatch-waiting" />
      ) : items.length === 0 ? (
        <Card>
          <Nothing
            box={box}
            isFiltered={words !== '' || callId !== null || seriesId !== null || (state !== null && asked !== null)}
          />
        </Card>
      ) : (
        <div className="dispatch-columns">
          <Card styles={{ body: { padding: 0 } }}>
            <DispatchList items={items} box={box} current={narrow ? undefined : current?.id} onOpen={open} />
            <MoreButton list={list} />
          </Card>
          {!narrow && current && (
            <Card size="small">
              <DispatchDesk key={current.id} dispatch={current} onStep={walk} />
            </Card>
          )}
        </div>
      )}
    </div>
  );
}

function Nothing({ box, isFiltered }: { box: Box; isFiltered: boolean }) {
  if (isFiltered)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的来稿，可改选状态或换个字词。" />;
  const words: Record<Box, string> = {
    received: '没有待处理的来稿。下级单位报送的信息会列在这里。',
    sent: '还没有报送过信息。点击“报送信息”，可填写，也可拖入 Word 文件。',
    below: '下级单位还没有报送信息。',
  };
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words[box]} />;
}
