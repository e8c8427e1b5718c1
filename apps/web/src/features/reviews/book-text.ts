import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { type Outputs, api } from '../../api.ts';

/** Block of the book with its text (正文块). */
export type Block = Outputs['manuscripts']['blocks'][number];

/** Blocks fetched together. */
export const BLOCK_PAGE = 40;

/** Query of the page of blocks that holds block `seq`; a revision's text never changes. */
export function blocksOptions(id: string, seq: number) {
  const from = Math.floor(seq / BLOCK_PAGE) * BLOCK_PAGE;
  return api.manuscripts.blocks.queryOptions({
    input: { id, from, limit: BLOCK_PAGE },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 900_000,
  });
}

/** Query of block `seq` alone, for a card whose text is not being read. */
export function blockOptions(id: string, seq: number) {
  return api.manuscripts.blocks.queryOptions({
    input: { id, from: seq, limit: 1 },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 900_000,
  });
}

/**
 * Blocks `[first, last]` as far as they are here. Pages are asked for once the view has rested on them for a moment,
 * so that dragging the scroll bar through a book does not ask for all of it.
 */
export function useBlocks(id: string, first: number, last: number): (seq: number) => Block | undefined {
  const from = Math.floor(first / BLOCK_PAGE);
  const to = Math.floor(last / BLOCK_PAGE);
  const [rested, setRested] = useState({ from, to });
  useEffect(() => {
    const timer = setTimeout(() => setRested({ from, to }), 40);
    return () => clearTimeout(timer);
  }, [from, to]);
  const pages = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const results = useQueries({
    queries: pages.map((page) => ({
      ...blocksOptions(id, page * BLOCK_PAGE),
      enabled: page >= rested.from && page <= rested.to,
    })),
  });
  return (seq) => results[Math.floor(seq / BLOCK_PAGE) - from]?.data?.[seq % BLOCK_PAGE];
}

/** Start of each block in the logical text, from the lengths: blocks are parted by one character. */
export function blockStarts(lengths: readonly number[]): number[] {
  let at = 0;
  return lengths.map((length) => {
    const start = at;
    at += length + 1;
    return start;
  });
}
