import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';

import { BlockView } from './block-view.tsx';
import { blockStarts, useBlocks } from './book-text.ts';
import { type Mark, findMarks, reachOf } from './find-marks.ts';
import type { FindingIndex, Outline } from './finding-index.ts';
import { revealRow } from './reveal-row.ts';
import type { Highlight } from './split-text.ts';

/** Where the text should go (定位目标): a block and, within it, a mark or a highlight. */
export interface Target {
  readonly block: number;
  /** `block` puts its beginning at the top; the others put the mark or highlight where it can be read. */
  readonly kind: 'block' | 'mark' | 'highlight';
  readonly seq: number | null;
  /** Distinguishes asking twice for the same place. */
  readonly stamp: number;
}

interface Properties {
  id: string;
  outline: Outline;
  index: FindingIndex;
  /** Per rule of the index, whether it is marked. */
  shown: readonly boolean[];
  selected: number | null;
  /** In text order, positions of the logical text. */
  highlights: readonly Highlight[];
  target: Target | null;
  /** A mark was clicked: the finding it is drawn as, and all findings at that place. */
  onPick: (seq: number, seqs: number[]) => void;
  /** The first block in view changed. */
  onBlock: (block: number) => void;
}

const FONT = 16;
const LINE = 30;
const GAP = 6;

/** The text of the book (正文): only the blocks in view are drawn, only their pages are fetched. */
export const TextPane = memo(function TextPane(properties: Properties) {
  const { id, outline, index, shown, selected, highlights, target, onPick, onBlock } = properties;
  const scroller = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(700);
  const lengths = outline.blockLengths;
  const headings = useMemo(() => new Set(outline.nodes.map((node) => node.firstBlock)), [outline]);
  const starts = useMemo(() => blockStarts(lengths), [lengths]);
  const reach = useMemo(() => reachOf(index), [index.start, index.end]);

  const perLine = Math.max(12, Math.floor(Math.min(width, 860) / FONT) - 3);
  const estimateSize = useCallback(
    (at: number) =>
      headings.has(at) ? LINE * 1.5 + 18 : Math.max(1, Math.ceil((lengths[at]! + 2) / perLine)) * LINE + GAP,
    [headings, lengths, perLine],
  );
  const virtualizer = useVirtualizer({
    count: lengths.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    overscan: 8,
    paddingStart: 16,
    paddingEnd: 240,
  });

  useLayoutEffect(() => {
    const element = scroller.current!;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => virtualizer.measure(), [virtualizer, perLine]);

  const items = virtualizer.getVirtualItems();
  const blockAt = useBlocks(id, items[0]?.index ?? 0, items[items.length - 1]?.index ?? 0);

  const top = virtualizer.scrollOffset ?? 0;
  const first = items.find((item) => item.end > top + 40)?.index ?? 0;
  useEffect(() => onBlock(first), [first, onBlock]);

  useEffect(() => {
    if (!target) return undefined;
    const container = scroller.current!;
    const row = `[data-index="${target.block}"]`;
    const detail = {
      block: `${row}:not([data-waiting])`,
      mark: `${row} [data-mark="${target.seq}"]`,
      highlight: `${row} [data-lit="current"], ${row} [data-lit="place"]`,
    }[target.kind];
    return revealRow({
      container,
      offset: () => virtualizer.getOffsetForIndex(target.block, 'start')?.[0],
      row: () => container.querySelector(row),
      detail: () => container.querySelector(detail),
      rest: target.kind === 'block' ? 0.02 : 0.3,
      always: target.kind === 'block',
    });
  }, [target, virtualizer]);

  const cache = useRef(new Map<number, { marks: Mark[]; highlights: Highlight[] }>());
  const keep = useStable(cache);

  const pick = (event: MouseEvent) => {
    const mark = (event.target as Element).closest<HTMLElement>('[data-seqs]');
    // Words selected for copying are not a click on a finding.
    if (mark && !getSelection()?.toString()) {
      onPick(Number(mark.dataset['mark']), mark.dataset['seqs']!.split(' ').map(Number));
    }
  };

  return (
    <div className="text-scroller" ref={scroller} data-testid="text-pane" tabIndex={-1}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- J and K walk the same findings */}
      <div className="text-column" style={{ height: virtualizer.getTotalSize() }} onClick={pick}>
        {items.map((item) => {
          const block = blockAt(item.index);
          const place = { seq: item.index, start: starts[item.index]!, text: block?.text ?? '' };
          if (block) place.start = block.start;
          const own = block && keep(item.index, findMarks(index, reach, shown, place), within(highlights, place));
          return (
            <div
              key={item.key}
              data-index={item.index}
              data-waiting={block ? undefined : ''}
              ref={block ? virtualizer.measureElement : undefined}
              className="text-row"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {block && own ? (
                <BlockView
                  block={block}
                  marks={own.marks}
                  highlights={own.highlights}
                  selected={own.marks.some((mark) => mark.seq === selected) ? selected : null}
                />
              ) : (
                <div className="block-waiting" style={{ height: item.size - GAP }} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});

/** Keeps the very arrays of the last drawing where nothing in them changed, so that memoised blocks stay as they are. */
function useStable(cache: { current: Map<number, { marks: Mark[]; highlights: Highlight[] }> }) {
  return (at: number, marks: Mark[], highlights: Highlight[]) => {
    const before = cache.current.get(at);
    const now = {
      marks: before && sameMarks(before.marks, marks) ? before.marks : marks,
      highlights: before && sameHighlights(before.highlights, highlights) ? before.highlights : highlights,
    };
    if (cache.current.size > 600) cache.current.clear();
    cache.current.set(at, now);
    return now;
  };
}

const sameMarks = (a: readonly Mark[], b: readonly Mark[]) =>
  a.length === b.length && a.every((mark, at) => mark.seq === b[at]!.seq && mark.decided === b[at]!.decided);

const sameHighlights = (a: readonly Highlight[], b: readonly Highlight[]) =>
  a.length === b.length && a.every((one, at) => one.start === b[at]!.start && one.kind === b[at]!.kind);

const NONE: Highlight[] = [];

/** Highlights that touch the block; they are few thousand at most and in text order. */
function within(highlights: readonly Highlight[], place: { start: number; text: string }): Highlight[] {
  if (highlights.length === 0) return NONE;
  const end = place.start + place.text.length;
  return highlights.filter((highlight) => highlight.start < end && highlight.end > place.start);
}
