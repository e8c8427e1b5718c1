import { useEffect, useMemo, useRef } from 'react';

import { useLiveReview } from '../reviews/use-live-review.ts';
import type { ItemFields } from './bulletin-words.ts';
import { joinItems, placeFindings, type PlacedFinding } from './place-findings.ts';

/** Findings of an issue as it stands on the screen (随编随审), by the rules for bulletins; all in the browser. */
export function useIssueReview(
  items: readonly (ItemFields & { readonly id: string })[],
  year: number | null,
): { placed: readonly PlacedFinding[]; isChecking: boolean } {
  const { text, stretches } = useMemo(() => joinItems(items), [items]);
  const { findings, isChecking, change } = useLiveReview('bulletin', year);
  const changed = useRef(change);
  changed.current = change;
  useEffect(() => changed.current(text), [text]);
  const placed = useMemo(() => placeFindings(findings, stretches), [findings, stretches]);
  return { placed, isChecking };
}
