import type { Finding } from '../src/finding.ts';

/** Applies every suggestion from the last to the first; throws where two overlap. */
export function applySuggestions(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap(({ suggestion }) => suggestion ?? []).sort((a, b) => b.start - a.start);
  let result = text;
  let limit = text.length;
  for (const { start, end, replacement } of edits) {
    if (end > limit) throw new RangeError('suggestions overlap');
    result = result.slice(0, start) + replacement + result.slice(end);
    limit = start;
  }
  return result;
}
