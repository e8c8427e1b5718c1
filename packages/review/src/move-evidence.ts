import type { Evidence } from './finding.ts';

/** The same evidence when all that it shows has moved by so many characters. */
export function moveEvidence(evidence: readonly Evidence[], by: number): readonly Evidence[] {
  return evidence.map((item) =>
    item.span === undefined ? item : { ...item, span: { start: item.span.start + by, end: item.span.end + by } },
  );
}
