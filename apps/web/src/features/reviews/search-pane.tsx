import { useVirtualizer } from '@tanstack/react-virtual';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, type InputRef } from 'antd';
import { memo, useEffect, useRef, useState } from 'react';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';

/** Hit of a search within the book (查找结果). */
export type Hit = Outputs['manuscripts']['search']['hits'][number];

interface Properties {
  id: string;
  /** Which hit is shown; -1 none yet. */
  current: number;
  onHits: (hits: readonly Hit[]) => void;
  onCurrent: (at: number) => void;
  onClose: () => void;
}

const NO_HITS: Hit[] = [];

/** Search within the book (书内查找): Enter goes to the next hit, Shift+Enter back, Esc leaves. */
export const SearchPane = memo(function SearchPane({ id, current, onHits, onCurrent, onClose }: Properties) {
  const input = useRef<InputRef>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(words.trim()), 250);
    return () => clearTimeout(timer);
  }, [words]);
  useEffect(() => input.current?.focus({ cursor: 'all' }), []);

  const found = useQuery(
    api.manuscripts.search.queryOptions({
      input: { id, query },
      enabled: query.length > 0,
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
    }),
  );
  const hits = query ? (found.data?.hits ?? NO_HITS) : NO_HITS;
  useEffect(() => onHits(hits), [hits, onHits]);

  const virtualizer = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 54,
    overscan: 6,
  });
  useEffect(() => {
    if (current >= 0 && current < hits.length) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [current, hits.length, virtualizer]);
  const go = (step: 1 | -1) => {
    if (hits.length > 0)
      onCurrent(current < 0 ? (step === 1 ? 0 : hits.length - 1) : (current + step + hits.length) % hits.length);
  };

  return (
    <div className="search-pane" data-testid="search-pane">
      <div className="filter-row">
        <Input
          ref={input}
          allowClear
          maxLength={60}
          placeholder="在全书中查找"
          value={words}
          data-testid="search-input"
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') {
              event.preventDefault();
              if (words.trim() === query) go(event.shiftKey ? -1 : 1);
              else setQuery(words.trim());
            }
            if (event.key === 'Escape') onClose();
          }}
        />
        <Button onClick={onClose} data-testid="search-close">
          关闭
        </Button>
      </div>
      <p className="search-count muted" data-testid="search-count">
        {found.isFetching
          ? '正在查找……'
          : !query
            ? '输入要找的词句。回车看下一处，Shift+回车看上一处。'
            : found.error
              ? ''
              : `${found.data?.capped ? `超过 ${hits.length} 处，仅列前 ${hits.length} 处` : `共 ${hits.length} 处`}${current >= 0 ? `，当前第 ${current + 1} 处` : ''}`}
      </p>
      {found.error && <FaultNotice error={found.error} onRetry={() => void found.refetch()} />}
      <div className="findings-scroller" ref={scroller}>
        {query && found.data && hits.length === 0 && !found.isFetching ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`全书没有“${query}”`} />
        ) : (
          <div className="findings-column" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => (
              <div
                key={item.key}
                data-index={item.index}
                ref={virtualizer.measureElement}
                className="finding-row"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <button
                  type="button"
                  className={`search-hit${item.index === current ? ' selected' : ''}`}
                  data-testid="search-hit"
                  onClick={() => onCurrent(item.index)}
                >
                  <Snippet text={hits[item.index]!.snippet} query={query} />
                </button>
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
});

function Snippet({ text, query }: { text: string; query: string }) {
  const at = text.indexOf(query);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{query}</mark>
      {text.slice(at + query.length)}
    </>
  );
}
