import { useVirtualizer } from '@tanstack/react-virtual';
import { Empty } from 'antd';
import { memo, useEffect, useRef } from 'react';

import type { CardActions } from './card-actions.ts';
import { FindingCard } from './finding-card.tsx';
import { type FindingIndex, lowerBound } from './finding-index.ts';
import { revealRow } from './reveal-row.ts';

interface Properties {
  id: string;
  index: FindingIndex;
  seqs: readonly number[];
  /** Changes with the filter: the list then begins at the selected finding, or at its top. */
  filterKey: string;
  selected: number | null;
  writing: boolean;
  mayDecide: boolean;
  actions: CardActions;
}

/** List of the findings the filter lets through (疑点列表), in text order; only the cards in view are drawn. */
export const FindingsPane = memo(function FindingsPane(properties: Properties) {
  const { id, index, seqs, filterKey, selected, writing, mayDecide, actions } = properties;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: seqs.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (seqs[at] === selected ? 260 : 84),
    getItemKey: (at) => seqs[at]!,
    overscan: 5,
    paddingEnd: 40,
  });
  const place = selected === null ? -1 : lowerBound(seqs, selected);
  const listed = place >= 0 && seqs[place] === selected ? place : -1;
  const latest = useRef(listed);
  latest.current = listed;

  useEffect(() => {
    if (selected === null || latest.current < 0) return undefined;
    const container = scroller.current!;
    return revealRow({
      container,
      offset: () => virtualizer.getOffsetForIndex(latest.current, 'start')?.[0],
      row: () => container.querySelector(`[data-seq="${selected}"]`),
      detail: () => container.querySelector(`[data-seq="${selected}"] .finding-body`)?.parentElement ?? null,
      rest: 0.12,
    });
  }, [selected, virtualizer]);
  useEffect(() => {
    virtualizer.scrollToIndex(Math.max(0, latest.current), { align: 'start' });
  }, [filterKey, virtualizer]);

  return (
    <div className="findings-scroller" ref={scroller} data-testid="findings-list" tabIndex={-1}>
      {seqs.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={index.rule.length === 0 ? '这份书稿没有检出疑点。' : '当前筛选下没有疑点。'}
        />
      ) : (
        <div className="findings-column" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const seq = seqs[item.index]!;
            return (
              <div
                key={item.key}
                data-index={item.index}
                ref={virtualizer.measureElement}
                className="finding-row"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <FindingCard
                  id={id}
                  seq={seq}
                  index={index}
                  selected={seq === selected}
                  writing={writing && seq === selected}
                  mayDecide={mayDecide}
                  actions={actions}
                />
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
});
