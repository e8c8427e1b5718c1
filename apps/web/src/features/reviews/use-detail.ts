import { useQuery } from '@tanstack/react-query';

import { api } from '../../api.ts';
import type { FindingDetail } from './finding-index.ts';

/** Findings fetched together. */
export const PAGE = 50;

/** Query of the page of details that holds finding `seq`. */
export function detailOptions(id: string, seq: number) {
  const from = Math.floor(seq / PAGE) * PAGE;
  return api.reviews.findings.queryOptions({
    input: { id, from, limit: PAGE },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 600_000,
  });
}

/** A finding in full (疑点详情), fetched with its neighbours when first shown. */
export function useDetail(id: string, seq: number) {
  return useQuery({ ...detailOptions(id, seq), select: (page: FindingDetail[]) => page[seq % PAGE] });
}
