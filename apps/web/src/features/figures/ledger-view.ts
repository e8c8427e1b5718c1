import { FIGURE_KIND_NAMES } from '@xiuzhi/contract';
import type { FigureKind } from '@xiuzhi/review';

/** Orders of the ledger (排序). */
export const SORTS = ['place', 'subject', 'indicator', 'period', 'value'] as const;
export type Sort = (typeof SORTS)[number];

/** What of the ledger is shown and how (筛选与排序); `undefined` means no limit, '' what is not told in the text. */
export interface LedgerView {
  readonly search?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: FigureKind | undefined;
  readonly period?: string | undefined;
  readonly sort: Sort;
  readonly descending: boolean;
}

/** The view as the address holds it, so that whoever comes back from the text finds the list as it was. */
export function readLedgerView(parameters: URLSearchParams): LedgerView {
  const kind = parameters.get('kind');
  return {
    search: parameters.get('search') || undefined,
    unit: parameters.get('unit') ?? undefined,
    kind: kind !== null && Object.hasOwn(FIGURE_KIND_NAMES, kind) ? (kind as FigureKind) : undefined,
    period: parameters.get('period') ?? undefined,
    sort: SORTS.find((sort) => sort === parameters.get('sort')) ?? 'place',
    descending: parameters.get('descending') === '1',
  };
}

/** The address parameters of a view; what is at its default is left out. */
export function writeLedgerView(view: LedgerView): Record<string, string> {
  return {
    ...filterInput(view),
    ...(view.sort !== 'place' && { sort: view.sort }),
    ...(view.descending && { descending: '1' }),
  };
}

/** The limits of a view alone, as the operations and the files take them. */
export function filterInput({ search, unit, kind, period }: LedgerView): {
  search?: string;
  unit?: string;
  kind?: FigureKind;
  period?: string;
} {
  return {
    ...(search && { search }),
    ...(unit !== undefined && { unit }),
    ...(kind && { kind }),
    ...(period !== undefined && { period }),
  };
}
