import type { Evidence } from './finding.ts';

/** What a comment tells of a finding; `basis` as `describeClause` prints it. */
export interface CommentedFinding {
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly suggestion?: { readonly replacement: string } | null;
  readonly basis: string;
}

const MOST_EVIDENCE = 6;

/** Text of a Word comment (批注文字): heading in 【】 with the sentence, evidence, suggestion and basis, each on a line. */
export function printComment(finding: CommentedFinding, heading: string): string {
  return [
    `【${heading}】${finding.message}`,
    ...finding.evidence
      .filter((item) => item.value)
      .slice(0, MOST_EVIDENCE)
      .map((item) => `${item.label}：${item.value}`),
    ...(finding.suggestion ? [`建议改为：${finding.suggestion.replacement || '（删去）'}`] : []),
    `依据：${finding.basis}`,
  ].join('\n');
}
