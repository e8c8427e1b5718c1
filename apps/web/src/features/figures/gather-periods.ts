import type { Figure } from './place-link.tsx';

/** Places of an indicator that ought to agree (同期同口径). */
export interface PeriodFigures {
  readonly key: string;
  readonly period: string;
  readonly scope: string;
  readonly kind: Figure['kind'];
  readonly figures: readonly Figure[];
  /** Different figures among them, each by its first place. */
  readonly distinct: readonly Figure[];
  /** What is printed leaves no value in common. */
  readonly differs: boolean;
}

/** Puts the figures of an indicator together by period, scope and kind, in their order; those that differ come first. */
export function gatherPeriods(figures: readonly Figure[]): PeriodFigures[] {
  const groups = Map.groupBy(figures, ({ period, scope, kind }) => `${period}|${scope}|${kind}`);
  const gathered = [...groups].map(([key, places]) => {
    const { period, scope, kind } = places[0]!;
    const exact = places.filter(({ approximate }) => !approximate);
    const low = Math.max(...exact.map(({ value, place }) => value - place * 0.50001));
    const high = Math.min(...exact.map(({ value, place }) => value + place * 0.50001));
    const distinct = places.filter(({ key: own }, at) => places.findIndex((other) => other.key === own) === at);
    return { key, period, scope, kind, figures: places, distinct, differs: period !== '' && low > high };
  });
  return gathered.sort((a, b) => Number(b.differs) - Number(a.differs));
}
