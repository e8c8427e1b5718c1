import type { Finding } from '@xiuzhi/review';

import type { ItemFields } from './bulletin-words.ts';

/** The parts of an item that are reviewed, in the order in which they stand. */
export const REVIEWED_FIELDS = ['title', 'subtitle', 'body'] as const;
export type ReviewedField = (typeof REVIEWED_FIELDS)[number];

/** A finding where it stands in an issue (疑点所在): places are those of the field. */
export interface PlacedFinding {
  readonly itemId: string;
  readonly field: ReviewedField;
  readonly finding: Finding;
}

interface Stretch {
  readonly itemId: string;
  readonly field: ReviewedField;
  readonly start: number;
  readonly end: number;
}

/** The words of an issue as one text (全期文字) for the review, and where each field of each item stands in it. */
export function joinItems(items: readonly (ItemFields & { readonly id: string })[]): {
  text: string;
  stretches: readonly Stretch[];
} {
  let text = '';
  const stretches: Stretch[] = [];
  for (const item of items)
    for (const field of REVIEWED_FIELDS) {
      const words = item[field] ?? '';
      if (words === '') continue;
      if (text !== '') text += '\n';
      stretches.push({ itemId: item.id, field, start: text.length, end: text.length + words.length });
      text += words;
    }
  return { text, stretches };
}

/** Findings of the whole text by item and field (疑点归位); what reaches beyond a field is left where it begins. */
export function placeFindings(findings: readonly Finding[], stretches: readonly Stretch[]): PlacedFinding[] {
  return findings.flatMap((finding) => {
    const stretch = stretches.find(({ start, end }) => finding.start >= start && finding.start <= end);
    if (!stretch) return [];
    const { itemId, field, start, end } = stretch;
    const { suggestion } = finding;
    const isInside = suggestion !== undefined && suggestion.start >= start && suggestion.end <= end;
    const { suggestion: _, ...rest } = finding;
    const placed: Finding = {
      ...rest,
      start: finding.start - start,
      end: Math.min(finding.end, end) - start,
      // Political and secrecy matters are only pointed out.
      ...(isInside &&
        !isPointedOut(finding) && {
          suggestion: { ...suggestion, start: suggestion.start - start, end: suggestion.end - start },
        }),
    };
    return [{ itemId, field, finding: placed }];
  });
}

/** Whether a finding is only pointed out (只提示): political wording and secrecy. */
export function isPointedOut({ family }: Pick<Finding, 'family'>): boolean {
  return family === 'political' || family === 'secrecy';
}
