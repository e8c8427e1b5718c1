import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { FIGURE_KIND_NAMES } from '@xiuzhi/contract';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';

import { formatPeriod, formatValue } from '../../ui/describe-figure-key.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import type { GroupName } from './group-name.ts';
import type { LedgerView, Sort } from './ledger-view.ts';
import { type Figure, PlaceLink, placeOf } from './place-link.tsx';

/** Rows left below the last one in view when the next page is asked for. */
const AHEAD = 60;
const HEIGHT = { wide: 40, narrow: 84 };

const COLUMNS: readonly { readonly name: string; readonly sort?: Sort }[] = [
  { name: '篇目', sort: 'place' },
  { name: '主体', sort: 'subject' },
  { name: '指标', sort: 'indicator' },
  { name: '时期', sort: 'period' },
  { name: '原文' },
  { name: '折算值', sort: 'value' },
  { name: '类别' },
  { name: '' },
];

/** Where the list stood when somebody went to the text, by address. */
const stood = new Map<string, number>();

/** Rows of the ledger (台账表): only those in view are drawn; each leads to its place in the text. */
export function FigureRows({
  id,
  rows,
  view,
  more,
  busy,
  onMore,
  onSort,
  onGroup,
}: {
  id: string;
  rows: readonly Figure[];
  view: LedgerView;
  /** There are more rows than were read. */
  more: boolean;
  busy: boolean;
  onMore: () => void;
  onSort: (sort: Sort) => void;
  onGroup: (group: GroupName) => void;
}) {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const viewKey = `${id} ${JSON.stringify(view)}`;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? HEIGHT.narrow : HEIGHT.wide),
    overscan: 12,
    initialOffset: () => stood.get(viewKey) ?? 0,
  });
  useEffect(() => virtualizer.measure(), [narrow, virtualizer]);
  const shown = useRef(viewKey);
  useEffect(() => {
    if (shown.current === viewKey) return;
    shown.current = viewKey;
    setActive(0);
    virtualizer.scrollToOffset(0);
  }, [viewKey, virtualizer]);
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !busy && last >= rows.length - AHEAD) onMore();
  }, [more, busy, last, rows.length, onMore]);

  const leave = () => stood.set(viewKey, scroller.current?.scrollTop ?? 0);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, items.length - 14);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const row = rows[active];
    if (event.key in steps) go(active + steps[event.key]!);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(rows.length - 1);
    else if (event.key === 'Enter' && event.target === event.currentTarget && row) {
      leave();
      void navigate(placeOf(id, row));
    } else if (event.key === 'c' && row?.indicator) onGroup(row);
    else return;
    event.preventDefault();
  };
  return (
    <div className={`ledger-table${narrow ? ' narrow' : ''}`} role="table" aria-rowcount={more ? -1 : rows.length}>
      {!narrow && (
        <div className="ledger-row ledger-head" role="row">
          {COLUMNS.map(({ name, sort }, at) => (
            <span
              key={at}
              role="columnheader"
              aria-sort={sort && sort === view.sort ? (view.descending ? 'descending' : 'ascending') : undefined}
            >
              {sort ? (
                <button type="button" onClick={() => onSort(sort)} data-testid={`figures-sort-${sort}`}>
                  {name}
                  {sort === view.sort && (view.descending ? <CaretDownOutlined /> : <CaretUpOutlined />)}
                </button>
              ) : (
                name
              )}
            </span>
          ))}
        </div>
      )}
      <div
        className="ledger-scroller"
        ref={scroller}
        tabIndex={0}
        role="rowgroup"
        aria-label="数据，上下键移动，回车查看原文，C 键对照同一指标"
        onKeyDown={onKeyDown}
        data-testid="figures-rows"
      >
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start, size }) => {
            const row = rows[index]!;
            const Row = narrow ? NarrowRow : WideRow;
            return (
              <div
                key={row.seq}
                role="row"
                aria-rowindex={index + 1}
                className={`ledger-row${index === active ? ' active' : ''}`}
                style={{
                  position: 'absolute',
                  top: 0,
                  left: 0,
                  right: 0,
                  height: size,
                  transform: `translateY(${start}px)`,
                }}
                onClick={() => setActive(index)}
                data-testid="figure-row"
              >
                <Row id={id} row={row} onLeave={leave} onGroup={onGroup} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface RowProperties {
  id: string;
  row: Figure;
  onLeave: () => void;
  onGroup: (group: GroupName) => void;
}

function WideRow({ id, row, onLeave, onGroup }: RowProperties) {
  return (
    <>
      <span role="cell" className="muted" title={row.section}>
        {row.section}
      </span>
      <span role="cell" title={row.subject}>
        {row.subject || <span className="muted">—</span>}
      </span>
      <span role="cell" title={`${row.indicator}${row.scope && `（${row.scope}）`}`}>
        {row.indicator || <span className="muted">—</span>}
        {row.scope && <span className="muted">（{row.scope}）</span>}
      </span>
      <span role="cell" className="number">
        {formatPeriod(row.period)}
      </span>
      <span role="cell">
        <PlaceLink id={id} row={row} onLeave={onLeave} />
      </span>
      <span role="cell" className="number ledger-value" title={`${formatValue(row.value, row.place)}${row.unit}`}>
        {row.approximate && '约'}
        {formatValue(row.value, row.place)} <span className="muted">{row.unit}</span>
      </span>
      <span role="cell">{FIGURE_KIND_NAMES[row.kind]}</span>
      <span role="cell">{row.indicator && <Compare row={row} onGroup={onGroup} />}</span>
    </>
  );
}

function NarrowRow({ id, row, onLeave, onGroup }: RowProperties) {
  return (
    <>
      <span role="cell" className="ledger-what">
        <b>{[row.subject, row.indicator].filter(Boolean).join(' ') || '—'}</b>
        <span className="muted">{[formatPeriod(row.period), row.scope].filter(Boolean).join(' · ')}</span>
      </span>
      <span role="cell">
        <PlaceLink id={id} row={row} onLeave={onLeave} />
      </span>
      <span role="cell" className="ledger-what">
        <span className="muted">{row.section}</span>
        {row.indicator && <Compare row={row} onGroup={onGroup} />}
      </span>
    </>
  );
}

function Compare({ row, onGroup }: Pick<RowProperties, 'row' | 'onGroup'>) {
  return (
    <Button type="link" size="small" tabIndex={-1} onClick={() => onGroup(row)} data-testid="figure-compare">
      对照
    </Button>
  );
}
