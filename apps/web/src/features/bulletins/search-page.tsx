import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { App, Button, DatePicker, Empty, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../api.ts';
import { copyText } from '../../ui/copy-text.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import './archive.css';
import { type Hit, namePast } from './archive-words.ts';
import { MarkedWords } from './marked-words.tsx';

/** Search in bulletins (检索简报): the very words, in titles and texts of all issues that one may read. */
export function SearchPage() {
  const [parameters, setParameters] = useSearchParams();
  const words = (parameters.get('words') ?? '').trim().slice(0, 60);
  const seriesId = parameters.get('series');
  const from = parameters.get('from');
  const to = parameters.get('to');
  const [typed, setTyped] = useState(words);
  const isLongEnough = Array.from(words).length >= 2;
  const series = useQuery(api.bulletins.listSeries.queryOptions({ staleTime: 60_000 }));
  const found = useInfiniteQuery(
    api.bulletins.search.infiniteOptions({
      enabled: isLongEnough,
      input: (cursor: string | undefined) => ({
        words,
        ...(seriesId && { seriesId }),
        ...(from && { from }),
        ...(to && { to }),
        ...(cursor && { cursor }),
        limit: 20,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  );
  const change = (next: Record<string, string | null>) => {
    const kept = { words, series: seriesId, from, to, ...next };
    const given = Object.entries(kept).filter((entry): entry is [string, string] => Boolean(entry[1]));
    setParameters(Object.fromEntries(given), { replace: true });
  };
  const hits = found.data?.pages.flatMap((page) => page.items) ?? [];
  const [first] = found.data?.pages ?? [];
  return (
    <div className="page">
      <PageTitle title="检索简报" note="查标题和正文中的原词" actions={<Link to="/bulletins/facts">按线索查</Link>} />
      <div className="archive-search">
        <Input.Search
          allowClear
          autoFocus
          maxLength={60}
          placeholder="输入两个字以上的原词，回车检索"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onSearch={(value) => change({ words: value.trim() })}
          loading={found.isFetching && isLongEnough}
          enterButton
          data-testid="bulletin-search"
        />
        <Select
          allowClear
          placeholder="全部刊物"
          style={{ minWidth: 180 }}
          value={seriesId}
          onChange={(value: string | undefined) => change({ series: value ?? null })}
          options={(series.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          aria-label="刊物"
          data-testid="search-series"
        />
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          placeholder={['印发日期起', '止']}
          value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
          onChange={(days) =>
            change({
              from: days?.[0]?.format('YYYY-MM-DD') ?? null,
              to: days?.[1]?.format('YYYY-MM-DD') ?? null,
            })
          }
          data-testid="search-days"
        />
      </div>
      {found.error ? (
        <FaultNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : !isLongEnough ? (
        <p className="muted">
          {words === '' ? '照原文的写法输入，例如单位名称、会议名称、书名。' : '一个字查到的太多，请输入两个字以上。'}
        </p>
      ) : !first ? null : hits.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={`没有查到“${words}”。请换一种写法，或放宽刊物和日期。`}
        />
      ) : (
        <>
          <p className="muted" data-testid="search-total">
            {first.isMore ? `超过 ${first.total} 条` : `共 ${first.total} 条`}，新的在前
          </p>
          <ul className="archive-hits" data-testid="search-hits">
            {hits.map((hit) => (
              <HitRow key={hit.itemId} hit={hit} words={words} />
            ))}
          </ul>
        </>
      )}
      {isLongEnough && <MoreButton list={found} />}
    </div>
  );
}

function HitRow({ hit, words }: { hit: Hit; words: string }) {
  const { message } = App.useApp();
  const copy = async () => {
    const done = await copyText(`“${hit.title}”，${hit.citation}`);
    void (done ? message.success('引文已复制。') : message.error('浏览器不允许复制，请选中文字后自行复制。'));
  };
  return (
    <li data-testid="search-hit">
      <Link to={`/bulletins/${hit.issueId}#item-${hit.itemId}`} className="archive-hit-title">
        <MarkedWords text={hit.title} words={words} />
      </Link>
      {hit.excerpt && (
        <p>
          <MarkedWords text={hit.excerpt} words={words} />
        </p>
      )}
      <div className="archive-hit-foot">
        <span>
          {hit.seriesName}　{namePast(hit)}
        </span>
        {hit.column && <span>{hit.column}</span>}
        {hit.source && <span>{hit.source}</span>}
        <Button type="link" onClick={() => void copy()} data-testid="copy-citation">
          复制引文
        </Button>
      </div>
    </li>
  );
}
